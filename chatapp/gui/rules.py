"""The protocol's rules as fields ask for them, read from disk at the first question rather than at the start."""

from PySide6.QtCore import QCoreApplication


def username(text: str) -> str:
    """The name as it will be shown. Raises ValueError with one sentence."""
    from chatapp.protocol import names  # noqa: PLC0415  # its tables are not needed for the first frame

    return names.username(text)


def room_name(text: str) -> str:
    """The room's name as it will be shown. Raises ValueError with one sentence."""
    from chatapp.protocol import names  # noqa: PLC0415  # as above

    return names.room_name(text)


def address(text: str) -> str:
    """The text, where it is an address or an invite. Raises ValueError with one sentence."""
    from chatapp.protocol import invite  # noqa: PLC0415  # as above

    invite.parse(text)
    return text.strip()


def port(text: str) -> str:
    """The port's digits. Raises ValueError with one sentence."""
    if not (text.strip().isdecimal() and text.isascii() and 0 < int(text) <= 65535):
        raise ValueError(QCoreApplication.translate("Rules", "A port is a number from 1 to 65535."))
    return text.strip()
