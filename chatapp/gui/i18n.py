"""Which language the window speaks: its words and Qt's own, its numbers and dates, and from which side it is read."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from chatapp.assets import root
from chatapp.gui.options import SYSTEM

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "ar": "العربية"}
"""every language by its code (ISO 639), with what it calls itself; the first one is spoken where nobody knows better"""
_FALLBACK: Final = next(iter(LANGUAGES))
_PLAIN: Final = "en-GB"
"""numbers and dates where the system says nothing of them (the C locale): what was meant is hours from 0 to 24"""

_translators: list[tuple[QTranslator, bytes]] = []
"""at work, each with its catalogue; Qt keeps neither alive"""


def install(application: QGuiApplication, wish: str, system: QLocale | None = None) -> str:
    """Have the application speak a language: a code of LANGUAGES, or SYSTEM. Returns the code.

    Widgets made from now on speak it; those that are there already do not. `system` is what the system is set to.
    """
    system = QLocale.system() if system is None else system
    code = meant(wish, system)
    while _translators:
        application.removeTranslator(_translators.pop()[0])
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{code}.qm", root() / "i18n" / f"chatapp_{code}.qm"):
        translator = QTranslator()
        with suppress(FileNotFoundError):  # Qt's own words are English without a catalogue
            # Not by its name: Qt would look words up in the file itself, and crash once an update has replaced it.
            data = path.read_bytes()
            if translator.load(data):
                application.installTranslator(translator)
                _translators.append((translator, data))
    locale = _locale(code, system)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    return code


def spoken() -> str:
    """The code of the language that the window speaks."""
    return _first([QLocale().bcp47Name()])


def meant(wish: str, system: QLocale | None = None) -> str:
    """The code of the language that a wish leads to."""
    if wish == SYSTEM:
        return _first((QLocale.system() if system is None else system).uiLanguages())
    return wish if wish in LANGUAGES else _FALLBACK


def _first(languages: Iterable[str]) -> str:
    """The first of these (BCP 47) that the window speaks."""
    codes = (language.replace("_", "-").partition("-")[0].lower() for language in languages)
    return next((code for code in codes if code in LANGUAGES), _FALLBACK)


def _locale(code: str, system: QLocale) -> QLocale:
    """Numbers and dates as the system has them, where they are of that language."""
    if system.language() is QLocale.Language.C:
        return QLocale(_PLAIN if code == _FALLBACK else code)
    return system if system.name().partition("_")[0] == code else QLocale(code)
