from pathlib import Path

import pytest

from chatapp import assets


@pytest.fixture(autouse=True)
def _fresh() -> None:
    assets.root.cache_clear()


def test_a_checkout_keeps_its_resources_beside_the_package() -> None:
    assert assets.root() == Path(assets.__file__).resolve().parent.parent / "resources"


def test_an_installed_package_keeps_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "resources" / "emoji"
    inside.mkdir(parents=True)
    (inside / "groups.json").write_bytes(b"packed")
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "assets.py"))
    assert assets.read_bytes("emoji/groups.json") == b"packed"


def test_a_file_is_named_by_its_path_below_resources() -> None:
    assert (
        assets.read_bytes("unicode/confusables.txt")
        == (Path(assets.__file__).resolve().parent.parent / "resources" / "unicode" / "confusables.txt").read_bytes()
    )


def test_an_unknown_name_is_no_file() -> None:
    with pytest.raises(FileNotFoundError):
        assets.read_bytes("emoji/no-such-file.json")
