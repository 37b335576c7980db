import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import emoji
import pytest

from chatapp.gui import i18n
from chatapp.text.emoji_keys import fold
from chatapp.text.emoji_names import LANGUAGES

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
            {"key": "smileys-emotion", "name": "Smileys & emotion", "emoji": [["😐", "vicuna"], ["☺️", ""]]},
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


@pytest.fixture
def annotations(tmp_path: Path) -> Path:
    """CLDR's annotations in small, both packages in one folder."""
    root = tmp_path / "annotations"
    for kind, known in {
        "annotations": {"🐵": {"default": ["Affe", "Affengesicht"], "tts": ["Affengesicht"]}, "x": {"default": ["y"]}},
        "annotationsDerived": {"☺": {"default": ["lächeln", "rosig"], "tts": ["lächelndes Gesicht"]}},
    }.items():
        for language in ("de", "ar"):
            path = root / kind / language / "annotations.json"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps({kind: {"identity": {}, "annotations": known}}), "utf-8")
    (root / "package.json").write_text('{"version": "4.5.6"}', "utf-8")
    (root / "LICENSE").write_text("UNICODE LICENSE V3", "utf-8")
    return root


def test_names_are_those_of_the_tables_emoji(generator: ModuleType, annotations: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    table = {"groups": [{"emoji": [["☺️", ""]]}, {"emoji": [["🐵", "ape"]]}]}
    (output / "groups.json").write_text(json.dumps(table), "utf-8")
    generator.main(["names", str(annotations), "--output", str(output)])
    for language in generator.LANGUAGES:
        assert json.loads((output / f"names-{language}.json").read_text("utf-8")) == {
            "source": "cldr-annotations 4.5.6",
            "names": [["☺️", "lächelndes Gesicht", "lacheln|rosig"], ["🐵", "Affengesicht", "affe"]],
        }
    assert (output / "LICENSE-cldr.txt").read_text("utf-8") == "UNICODE LICENSE V3"
    with pytest.raises(KeyError):
        generator.names(annotations, "de", ["😀"])


def test_a_folder_that_is_no_package_is_an_error(generator: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        generator.main(["table", str(tmp_path), "--output", str(tmp_path / "out")])


def test_names_are_made_for_every_language_that_is_looked_for(generator: ModuleType) -> None:
    assert generator.LANGUAGES == LANGUAGES
    assert {"en", *LANGUAGES} == set(i18n.LANGUAGES)


def test_what_we_ship_is_the_generators_and_each_file_has_its_licence() -> None:
    resources = ROOT / "resources" / "emoji"
    shipped = json.loads((resources / "groups.json").read_text("utf-8"))
    assert shipped["source"].startswith("emojibase-data ")
    rows = [row for group in shipped["groups"] for row in group["emoji"]]
    fully = {key for key, data in emoji.EMOJI_DATA.items() if data["status"] == emoji.STATUS["fully_qualified"]}
    assert {row[0] for row in rows} <= fully
    for language in LANGUAGES:
        named = json.loads((resources / f"names-{language}.json").read_text("utf-8"))
        assert named["source"].startswith("cldr-annotations ")
        assert [name[0] for name in named["names"]] == [row[0] for row in rows]
        assert all(fold(name[2]) == name[2] for name in named["names"])
    assert all(fold(row[1]) == row[1] for row in rows)
    assert "UNICODE LICENSE V3" in (resources / "LICENSE-cldr.txt").read_text("utf-8")
    assert len({row[0] for row in rows}) == len(rows)
    assert "MIT License" in (resources / "LICENSE-emojibase-data.txt").read_text("utf-8")
    licence = (resources / "LICENSE-twemoji.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "CC BY 4.0" in licence
