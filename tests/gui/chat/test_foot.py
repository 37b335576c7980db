from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.foot import GoneFoot, JoinFoot, QuietFoot


def test_joining_is_one_named_button(qtbot: QtBot) -> None:
    foot = JoinFoot("#R&D")
    qtbot.addWidget(foot)
    foot.show()
    assert foot.button.accessibleName() == "Join room"
    assert foot.button.text() == "Join #R&&D to write"
    with qtbot.waitSignal(foot.asked):
        foot.button.click()
    foot.wait()
    assert not foot.button.isEnabled()
    foot.say("This server is full.")
    assert foot.error == foot.button.accessibleDescription() == "This server is full."
    assert foot.button.isEnabled()


def test_a_gone_room_offers_what_was_written(qtbot: QtBot) -> None:
    foot = GoneFoot("#music")
    qtbot.addWidget(foot)
    foot.show_draft(there=False)
    foot.show()
    assert foot.copy.isHidden()
    foot.show_draft(there=True)
    with qtbot.waitSignals([foot.copy_asked, foot.close_asked]):
        foot.copy.click()
        foot.close_tab.click()


def test_words_stand_above_the_button_where_both_do_not_fit(qtbot: QtBot) -> None:
    foot = JoinFoot("#reading circle on Thursdays")
    qtbot.addWidget(foot)
    foot.resize(900, 80)
    foot.show()
    beside = foot.button.y()
    foot.resize(280, 120)
    foot.layout().activate()
    assert foot.button.y() > beside
    assert foot.button.width() >= foot.button.sizeHint().width()
    foot.resize(900, 80)
    foot.layout().activate()
    assert foot.button.x() > 100


def test_a_room_where_others_write_says_so(qtbot: QtBot) -> None:
    foot = QuietFoot("#news")
    qtbot.addWidget(foot)
    foot.show()
    assert foot.words.text() == foot.accessibleName() == "Only those in charge write in #news."
    assert foot.focusPolicy() is Qt.FocusPolicy.StrongFocus
    foot.show_draft(there=True)
    assert not foot._kept.isHidden()
