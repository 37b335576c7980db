import re
import tomllib
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from chatapp import __version__
from chatapp.gui.dialogs.about import PARTS, TEXTS, About


def test_it_names_whose_work_is_in_it(qtbot: QtBot) -> None:
    dialog = About()
    qtbot.addWidget(dialog)
    licences = dialog.findChild(QPlainTextEdit)
    assert isinstance(licences, QPlainTextEdit)
    text = licences.toPlainText()
    for part in ("Qt and PySide6: LGPL-3.0-only", "Twemoji", "emojibase-data", "UNICODE LICENSE V3", "MIT License"):
        assert part in text
    assert licences.accessibleName() == "Licences"
    assert __version__


def test_every_licence_of_what_is_bundled_is_there() -> None:
    resources = Path(__file__).parents[3] / "resources"
    licences = {path.relative_to(resources).as_posix() for path in resources.rglob("LICENSE*")}
    assert licences <= {place for _, place in TEXTS}


def test_every_dependency_is_named() -> None:
    root = Path(__file__).parents[3]
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    packed = (root / "packaging/linux/copyright").read_text(encoding="utf-8").lower()
    named = " ".join(name for name, _ in PARTS).lower()
    for requirement in project["dependencies"]:
        name = re.split(r"[ ;<>=]", requirement)[0].lower().removesuffix("-essentials")
        assert name in named
        assert name in packed
