"""The protocol's rules as fields ask for them, read from disk at the first question rather than at the start."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

T = TypeVar("T")


def username(text: str) -> str:
    """The name as it will be shown. Raises ValueError with one sentence."""
    from chatapp.protocol import names  # noqa: PLC0415  # its tables are not needed for the first frame

    return _held_to(names.username, text)


def room_name(text: str) -> str:
    """The room's name as it will be shown. Raises ValueError with one sentence."""
    from chatapp.protocol import names  # noqa: PLC0415  # as above

    return _held_to(names.room_name, text)


def address(text: str) -> str:
    """The text, where it is an address or an invite. Raises ValueError with one sentence."""
    from chatapp.protocol import invite  # noqa: PLC0415  # as above

    _held_to(invite.parse, text)
    return text.strip()


def password(text: str) -> str:
    """The text, where it can be a password. Raises ValueError with one sentence."""
    from chatapp.protocol.limits import SECRET  # noqa: PLC0415  # as above

    if not text:
        raise ValueError(QCoreApplication.translate("Rules", "Type the password that you got from the host."))
    if len(text) > SECRET:
        raise ValueError(QCoreApplication.translate("Rules", "No password is that long."))
    return text


def port(text: str) -> str:
    """The port's digits, typed in those of any script. Raises ValueError with one sentence."""
    if not (text.strip().isdecimal() and len(text.strip()) <= 5 and 0 < int(text) <= 65535):
        raise ValueError(QCoreApplication.translate("Rules", "A port is a number from 1 to 65535."))
    return str(int(text))


def _held_to(rule: Callable[[str], T], text: str) -> T:
    """What the rule makes of the text. Raises ValueError with one sentence in the window's language."""
    try:
        return rule(text)
    except ValueError as problem:
        from chatapp.gui.words import say  # noqa: PLC0415  # as above

        raise ValueError(say(problem.args[0])) from None
