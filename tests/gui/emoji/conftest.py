from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from chatapp.gui.emoji.font import install_emoji_font


@pytest.fixture(autouse=True)
def emoji_family(qapp: QApplication) -> Iterator[str]:
    """The family in use: the system's, or where it has none ours."""
    before = QFontDatabase.applicationEmojiFontFamilies()
    family = install_emoji_font()
    assert family is not None
    yield family
    QFontDatabase.setApplicationEmojiFontFamilies(before)
