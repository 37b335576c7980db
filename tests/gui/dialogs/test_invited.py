from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.invited import Invited

Ask = Callable[..., Invited]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def made(*addresses: str, **more: object) -> Invited:
        words = {"room": None, "verified": False, "loss": ""} | more
        where = addresses or ["192.0.2.1:20200"]
        dialog = Invited(where, "Ann", **words)  # type: ignore[arg-type]  # as the test says
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return made


def texts(dialog: Invited) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_says_where_as_whom_and_what_ends(ask: Ask) -> None:
    said = texts(ask(room="tea <b>&amp;", verified=True, loss="You leave the chat that you are in."))
    for part in (
        "192.0.2.1:20200",
        "Ann",
        "#tea <b>&amp;",
        "nobody else can pass",
        "You leave the chat that you are in.",
    ):
        assert part in said


def test_what_is_endless_does_not_push_its_buttons_off_the_screen(ask: Ask) -> None:
    host = ".".join(["a" * 60] * 4)
    dialog = ask(*[f"{host}:20200"] * 3, room="x" * 5_000)
    assert dialog.width() < 800
    assert host in texts(dialog).replace("\u200b", "")


def test_a_link_that_names_no_host_says_so(ask: Ask) -> None:
    said = texts(ask())
    assert "does not tell how to recognise the host" in said
    assert "room" not in said


def test_enter_joins_and_escape_does_not(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    with qtbot.waitSignal(dialog.agreed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog = ask()
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
