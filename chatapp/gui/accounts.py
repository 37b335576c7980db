"""What this computer calls the person in front of it."""

import getpass

from PySide6.QtCore import QCoreApplication


def account_name() -> str:
    """A first suggestion for the name in a chat: the account's, capitalised where it is all small letters."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = ""
    if name.casefold() in {"", "admin", "server", "system"}:
        return QCoreApplication.translate("Accounts", "Guest")
    return name.capitalize() if name.islower() else name
