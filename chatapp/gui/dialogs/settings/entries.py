"""What the settings say of every option: its name, a line of help, and the words for its values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from chatapp.gui.i18n import LANGUAGES
from chatapp.gui.options import SYSTEM, Page
from chatapp.gui.settings import Settings

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a page; all its texts in the window's language."""

    key: str
    """of the option"""
    label: str
    help: str
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """the values of an option that has a list of them, in the order in which they are offered"""
    needs: str = ""
    """the key of the option without which this one does nothing"""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be done from a page, beside choosing; its texts as above."""

    key: str
    page: Page
    label: str
    help: str


TRY_NOTIFICATION = "try notification"


def page_title(page: Page) -> str:
    match page:
        case Page.APPEARANCE:
            return translate("Settings", "Appearance")
        case Page.WRITING:
            return translate("Settings", "Writing")
        case Page.NOTIFICATIONS:
            return translate("Settings", "Notifications")
        case Page.LANGUAGE:
            return translate("Settings", "Language")


def entries() -> Iterator[Entry]:
    """Those of all pages, in their order."""
    yield from _appearance()
    yield from _writing()
    yield from _notifications()
    yield from _language()


def notify_words() -> dict[str, str]:
    """What can be told of a room, in words."""
    return {
        "mentions": translate("Settings", "Mentions and replies"),
        "everything": translate("Settings", "Every message"),
        "nothing": translate("Settings", "Nothing"),
    }


def deeds() -> Iterator[Deed]:
    """What can be done from the pages."""
    yield Deed(
        TRY_NOTIFICATION,
        Page.NOTIFICATIONS,
        translate("Settings", "Show a test notification"),
        translate("Settings", "At once, also in quiet hours; with a sound where sounds are on."),
    )


def _appearance() -> Iterator[Entry]:
    yield Entry(
        Settings.theme.key,
        translate("Settings", "Theme"),
        translate("Settings", "The colours of the window."),
        {
            SYSTEM: translate("Settings", "As the system"),
            "light": translate("Settings", "Light", "theme"),
            "dark": translate("Settings", "Dark", "theme"),
            "contrast": translate("Settings", "High contrast"),
        },
    )
    yield Entry(
        Settings.text_size.key,
        translate("Settings", "Text size"),
        translate("Settings", "Compared with the rest of the system. The View menu changes it, too."),
    )
    yield Entry(
        Settings.density.key,
        translate("Settings", "Density"),
        translate("Settings", "How much room there is between messages, and in lists."),
        {
            "comfortable": translate("Settings", "Comfortable"),
            "compact": translate("Settings", "Compact"),
        },
    )
    yield Entry(
        Settings.emoji_style.key,
        translate("Settings", "Emoji style"),
        translate("Settings", "Whose pictures are shown for emoji. Others may see different ones."),
        {
            SYSTEM: translate("Settings", "As the system"),
            "bundled": translate("Settings", "The same on every system"),
        },
    )


def _writing() -> Iterator[Entry]:
    yield Entry(
        Settings.completion.key,
        translate("Settings", "Suggest while I write"),
        translate("Settings", "Emoji for a colon and two letters, people for @ and the beginning of a name."),
    )
    yield Entry(
        Settings.spelling.key,
        translate("Settings", "Check my spelling"),
        translate("Settings", "Underlines words that no dictionary of this computer knows, where there is one."),
    )
    yield Entry(
        Settings.emoticons.key,
        translate("Settings", "Turn emoticons into emoji"),
        translate("Settings", ":) becomes 🙂. Backspace directly afterwards brings it back."),
    )
    yield Entry(
        Settings.skin_tone.key,
        translate("Settings", "Skin tone"),
        translate("Settings", "Of the emoji that have one, unless you choose another for one of them."),
        {
            "none": translate("Settings", "None", "skin tone"),
            "light": translate("Settings", "Light", "skin tone"),
            "medium-light": translate("Settings", "Medium light", "skin tone"),
            "medium": translate("Settings", "Medium", "skin tone"),
            "medium-dark": translate("Settings", "Medium dark", "skin tone"),
            "dark": translate("Settings", "Dark", "skin tone"),
        },
    )


def _notifications() -> Iterator[Entry]:
    yield Entry(
        Settings.notify.key,
        translate("Settings", "Notify me about"),
        translate("Settings", "In rooms that have no choice of their own, which a room’s menu offers."),
        notify_words(),
    )
    yield Entry(
        Settings.sounds.key,
        translate("Settings", "Play sounds"),
        translate("Settings", "A short one with each notification."),
    )
    yield Entry(
        Settings.quiet_hours.key,
        translate("Settings", "Quiet hours"),
        translate("Settings", "No notifications and no sounds between these times. What is unread is counted."),
    )
    yield Entry(
        Settings.quiet_from.key,
        translate("Settings", "Quiet from"),
        translate("Settings", "Every day."),
        needs=Settings.quiet_hours.key,
    )
    yield Entry(
        Settings.quiet_until.key,
        translate("Settings", "Quiet until"),
        translate("Settings", "On the next day, where that is the earlier time."),
        needs=Settings.quiet_hours.key,
    )
    yield Entry(
        Settings.tray.key,
        translate("Settings", "Keep hosting in the tray"),
        translate("Settings", "Closing the window while you host offers that, on systems that have a tray."),
    )
    yield Entry(
        Settings.awake.key,
        translate("Settings", "Keep this computer awake while I host"),
        translate("Settings", "If it falls asleep, everybody is disconnected. The screen may still turn off."),
    )
    yield Entry(
        Settings.updates.key,
        translate("Settings", "Tell me of newer versions"),
        translate("Settings", "Looks once a day, and sends nothing about you. Off where the system sees to updates."),
    )


def _language() -> Iterator[Entry]:
    yield Entry(
        Settings.language.key,
        translate("Settings", "Language"),
        translate("Settings", "Of the window, its numbers and its dates. Takes effect at the next start."),
        {SYSTEM: translate("Settings", "As the system"), **LANGUAGES},
    )
