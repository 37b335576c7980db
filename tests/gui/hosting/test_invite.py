from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.invite import InviteDialog
from chatapp.gui.hosting.large import LargeInvite
from chatapp.gui.hosting.qr import picture
from chatapp.gui.theme.theme import Theme
from chatapp.protocol import pin
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.protocol.messages.hosting import ServerState

PIN = "A" * 43
HERE = (Address("192.0.2.1", secure=True), Address("ann-pc.local", secure=True))


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> InviteDialog:
    made = InviteDialog(theme, Invite(HERE, pin=PIN), ["default", "music"])
    qtbot.addWidget(made)
    made.show()
    return made


def pasted() -> str:
    return QGuiApplication.clipboard().text()


def test_the_link_is_copied_and_leads_there(dialog: InviteDialog, qtbot: QtBot) -> None:
    dialog.copy.click()
    assert parse(pasted()) == Invite(HERE, pin=PIN)
    assert dialog.copy.text() == "Copied"
    dialog._reset.setInterval(10)
    dialog.text.click()
    assert dialog.copy.text() == "Copy link"
    qtbot.waitUntil(lambda: dialog.text.text() == "Copy as text")


def test_a_room_to_begin_in(dialog: InviteDialog) -> None:
    dialog.room.chosen.emit("music")
    assert parse(dialog.link.text()) == Invite(HERE, "music", PIN)
    dialog.room.chosen.emit("")
    assert parse(dialog.link.text()) == Invite(HERE, None, PIN)


def test_every_address_can_be_copied_by_itself(dialog: InviteDialog) -> None:
    for (field, button), address in zip(dialog.addresses, HERE, strict=True):
        button.click()
        assert pasted() == field.text() == str(address)
        assert button.accessibleName() == f"Copy {address}"


def test_the_text_says_all_that_one_needs(dialog: InviteDialog) -> None:
    dialog.text.click()
    lines = pasted().splitlines()
    assert Invite(HERE, pin=PIN).link in lines
    assert any(str(HERE[0]) in line for line in lines)
    assert any(pin.code(PIN) in line for line in lines)


def test_the_code_is_there_to_be_compared(dialog: InviteDialog, theme: Theme, qtbot: QtBot) -> None:
    assert pin.code(PIN) in dialog.code.text()
    without = InviteDialog(theme, Invite((Address("192.0.2.1"),)), [])
    qtbot.addWidget(without)
    without.show()
    assert not without.code.isVisible()
    assert "code" not in without.as_text()


def test_the_picture_is_copied_and_saved(dialog: InviteDialog, tmp_path: Path) -> None:
    wanted = picture(dialog.invite.link)
    dialog.image.click()
    assert QGuiApplication.clipboard().image() == wanted
    path = tmp_path / "invite.png"
    dialog.save_picture(str(path))
    assert QImage(str(path)).convertToFormat(wanted.format()) == wanted
    assert str(path) in dialog.note.text()
    dialog.save_picture(str(tmp_path / "nowhere" / "invite.png"))
    assert "cannot be written" in dialog.note.text()


def test_what_is_too_long_for_a_picture_is_a_link_all_the_same(theme: Theme, qtbot: QtBot) -> None:
    made = InviteDialog(theme, Invite(HERE, "r" * 4_000, PIN), [])
    qtbot.addWidget(made)
    made.show()
    made.copy.click()
    assert parse(pasted()).room == "r" * 4_000
    assert not any(button.isEnabled() for button in (made.image, made.save, made.large))
    made.room.chosen.emit("")
    assert made.large.isEnabled()


def test_large_for_everybody_in_the_room(dialog: InviteDialog, qtbot: QtBot) -> None:
    dialog.large.click()
    large = dialog.findChild(LargeInvite)
    assert large is not None
    assert large.isFullScreen()
    assert large.address.text() == str(HERE[0])


def test_only_those_in_charge_make_keys(dialog: InviteDialog, theme: Theme, qtbot: QtBot) -> None:
    assert not dialog.key.isVisible()
    made = InviteDialog(theme, Invite(HERE, "music", PIN), ["music"], in_charge=True)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.key_asked) as asked:
        made.key.click()
    assert asked.args == ["music"]
    secret = Invite(HERE, "music", PIN, "s3cret")
    made.show_made(secret, 0)
    assert made.invite == secret
    assert "until you take it back" in made.note.text()
    assert not made.room.isEnabled(), "the secret is for that room"
    made.show_made(secret, 1_990_000_000_000)
    assert "2033" in made.note.text()


@pytest.mark.parametrize(
    ("password", "locked", "invite_only", "words"),
    [
        (True, False, False, "asked for the password"),
        (True, True, True, "nobody new"),
        (False, False, True, "lets nobody in"),
        (False, False, False, ""),
    ],
)
def test_it_says_what_keeps_people_out_all_the_same(
    dialog: InviteDialog, password: bool, locked: bool, invite_only: bool, words: str
) -> None:
    state = ServerState("", password, locked, invite_only, True, 9)
    dialog.take(state)
    assert words in dialog.note.text()
    assert dialog.note.isVisible() is bool(words)
    dialog.say("Saved.")
    dialog.take(state)
    assert dialog.note.text() == "Saved.", "that was said before"
    dialog.show_made(Invite(HERE, None, PIN, "s3cret"), 0)
    dialog.take(ServerState("", True, False, True, True, 9))
    assert "Lets in without the password" in dialog.note.text()
