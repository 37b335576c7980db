import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.model import EMOJI_ROLE, EmojiModel, Section
from chatapp.text.emoji import Emoji

HEART = Emoji("❤️", "red heart", ("heart",), "smileys-emotion", 0, (), ())
CAT = Emoji("🐱", "cat face", ("cat",), "animals-nature", 1, (), ())
WAVE = Emoji("👋", "waving hand", ("wave",), "people-body", 2, ("👋🏻", "👋🏿"), ())


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = EmojiModel()
    model.show([Section("b", "B", (HEART, CAT))])
    qtmodeltester.check(model, force_py=True)  # and from here on at each change
    model.show([Section("recent", "Recent", (CAT,)), Section("a", "A", ()), Section("b", "B", (HEART, CAT))])
    model.show([])


def test_a_row_tells_its_characters_name_and_emoji() -> None:
    model = EmojiModel()
    model.show([Section("a", "A", ()), Section("b", "B", (HEART, CAT))])
    assert [section.key for section in model.sections] == ["b"]
    assert model.rows == (HEART, CAT)
    index = model.index(1)
    assert index.data() == "🐱"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "cat face"
    assert index.data(EMOJI_ROLE) == CAT
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.rowCount(index) == 0
    assert model.data(QModelIndex()) is None


def test_showing_the_same_again_resets_nothing(qtbot: QtBot) -> None:
    model = EmojiModel()
    with qtbot.waitSignal(model.modelReset):
        model.show([Section("a", "A", (HEART,))])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([Section("a", "A", (HEART,)), Section("b", "B", ())])


def test_each_is_shown_in_the_form_that_is_offered(qtbot: QtBot) -> None:
    model = EmojiModel()
    model.show([Section("a", "A", (HEART,)), Section("b", "B", (CAT, WAVE))])
    with qtbot.waitSignal(model.modelReset):
        model.offer(lambda emoji: emoji.skins[0] if emoji.skins else emoji.characters)
    assert model.shown == ("❤️", "🐱", "👋🏻")
    assert model.index(2).data() == "👋🏻"
    assert model.rows[2] is WAVE
    assert model.index(2).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Alt+Down for skin tones"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole) is None


def test_a_row_is_in_a_section() -> None:
    model = EmojiModel()
    model.show([Section("a", "A", (HEART,)), Section("b", "B", (CAT, HEART))])
    assert [model.section(row).key for row in range(3)] == ["a", "b", "b"]
    with pytest.raises(IndexError):
        model.section(3)
