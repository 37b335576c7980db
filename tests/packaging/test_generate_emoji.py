import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import emoji
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_emoji", ROOT / "packaging" / "generate_emoji.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """An emojibase-data in small, its entries out of order."""
    root = tmp_path / "package"
    data: list[dict[str, Any]] = [
        {"emoji": "🇦", "label": "regional indicator A"},
        {"emoji": "🏻", "group": 2, "order": 4, "tags": ["skin"]},
        {"emoji": "🐵", "group": 3, "order": 5, "tags": ["ape", "face"]},
        {"emoji": "👋", "group": 1, "order": 3, "tags": ["bye"], "skins": [{"emoji": "👋🏻"}, {"emoji": "👋🏿"}]},
        {"emoji": "☺", "group": 0, "order": 2},
        {"emoji": "😐️", "group": 0, "order": 1, "tags": ["vicuña"]},
        {"emoji": "\U000f0000", "group": 0, "order": 0, "tags": ["an emoji that nobody knows yet"]},
    ]
    keys = {"0": "smileys-emotion", "1": "people-body", "2": "component", "3": "animals-nature"}
    messages = [{"key": key, "message": key.replace("-", " & ")} for key in keys.values()]
    for name, content in {
        "package.json": {"version": "1.2.3"},
        "meta/groups.json": {"groups": keys},
        "en/messages.json": {"groups": messages},
        "en/data.json": data,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), "utf-8")
    (root / "LICENSE").write_text("MIT License", "utf-8")
    return root


def test_the_table_has_groups_in_order_and_fully_qualified_emoji(generator: ModuleType, package: Path) -> None:
    assert json.loads(generator.table(package)) == {
        "source": "emojibase-data 1.2.3",
        "groups": [
            {"key": "smileys-emotion", "name": "Smileys & emotion", "emoji": [["😐", "vicuña"], ["☺️", ""]]},
            {"key": "people-body", "name": "People & body", "emoji": [["👋", "bye", ["👋🏻", "👋🏿"]]]},
            {"key": "animals-nature", "name": "Animals & nature", "emoji": [["🐵", "ape|face"]]},
        ],
    }


def test_the_command_writes_the_table_beside_its_licence(generator: ModuleType, package: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    generator.main(["table", str(package), "--output", str(output)])
    first = (output / "groups.json").read_bytes()
    generator.main(["table", str(package), "--output", str(output)])
    assert (output / "groups.json").read_bytes() == first == generator.table(package).encode()
    assert b"\r" not in first
    assert (output / "LICENSE-emojibase-data.txt").read_text("utf-8") == "MIT License"


def test_a_folder_that_is_no_package_is_an_error(generator: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        generator.main(["table", str(tmp_path), "--output", str(tmp_path / "out")])


def test_what_we_ship_is_the_generators_and_each_file_has_its_licence() -> None:
    resources = ROOT / "resources" / "emoji"
    shipped = json.loads((resources / "groups.json").read_text("utf-8"))
    assert shipped["source"].startswith("emojibase-data ")
    rows = [row for group in shipped["groups"] for row in group["emoji"]]
    fully = {key for key, data in emoji.EMOJI_DATA.items() if data["status"] == emoji.STATUS["fully_qualified"]}
    assert {row[0] for row in rows} <= fully
    assert len({row[0] for row in rows}) == len(rows)
    assert "MIT License" in (resources / "LICENSE-emojibase-data.txt").read_text("utf-8")
    licence = (resources / "LICENSE-twemoji.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "CC BY 4.0" in licence
