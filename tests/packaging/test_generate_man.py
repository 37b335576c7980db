"""The man page says of every setting what the program says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from chatapp.app.serve_settings import SETTINGS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_man", ROOT / "packaging" / "generate_man.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_as_it_would_be_written(generate: ModuleType) -> None:
    page = generate.PAGE.read_text(encoding="utf-8")
    assert generate.written(page) == page


def test_every_setting_has_an_entry(generate: ModuleType) -> None:
    page = generate.PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for setting in SETTINGS.values():
        assert (setting.variable if setting.secret else f"{setting.flag} ") in page


def test_what_troff_would_take_for_its_own_is_escaped(generate: ModuleType) -> None:
    assert generate.escaped(".a-b\\c") == "\\&.a\\-b\\ec"
