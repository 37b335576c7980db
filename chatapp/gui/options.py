"""What a person can choose: each option once, with its values, its default and its page of the settings."""

from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from chatapp.gui.settings import Settings

T = TypeVar("T")

SYSTEM: Final = "system"
"""as the system has it"""


class Page(StrEnum):
    """The pages of the settings, in their order."""

    APPEARANCE = "appearance"
    WRITING = "writing"
    NOTIFICATIONS = "notifications"
    LANGUAGE = "language"


class Option(Generic[T]):
    """A typed attribute of `Settings`. What is stored and is none of its values reads as the default."""

    key: str
    """the attribute's name, the key in the store, and what `Settings.changed` says"""

    def __init__(self, default: T, page: Page) -> None:
        self.default, self.page = default, page

    def __set_name__(self, owner: type["Settings"], name: str) -> None:
        self.key = name

    @overload
    def __get__(self, settings: None, owner: type["Settings"]) -> Self: ...
    @overload
    def __get__(self, settings: "Settings", owner: type["Settings"]) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type["Settings"]) -> Self | T:
        return self if settings is None else self.read(settings.value(self.key))

    def __set__(self, settings: "Settings", value: T) -> None:
        """Raises ValueError for what is no value of the option. `Settings.changed` is emitted where it differs."""
        text = self._write(value)
        if self._parse(text) != value:
            raise ValueError(f"{self.key} cannot be {value!r}")
        settings.set_value(self.key, text, self.read)

    def read(self, stored: object) -> T:
        """A stored value, or the default."""
        value = self._parse(str(stored)) if isinstance(stored, bool | float | int | str) else None
        return self.default if value is None else value

    def _parse(self, text: str) -> T | None:
        """None where that is no value."""
        raise NotImplementedError

    def _write(self, value: T) -> str:
        return str(value)


class Choice(Option[str]):
    """One of several."""

    def __init__(self, page: Page, *choices: str) -> None:
        """The first is the default."""
        super().__init__(choices[0], page)
        self.choices = choices

    def _parse(self, text: str) -> str | None:
        return text if text in self.choices else None


class Flag(Option[bool]):
    def __init__(self, page: Page, *, default: bool) -> None:
        super().__init__(default, page)

    def _parse(self, text: str) -> bool | None:
        return {"true": True, "false": False}.get(text.lower())

    def _write(self, value: bool) -> str:
        return "true" if value else "false"


class Number(Option[float]):
    """Finite, and not negative."""

    def __init__(self, page: Page, default: float) -> None:
        super().__init__(default, page)

    def _parse(self, text: str) -> float | None:
        try:
            value = float(text)
        except ValueError:
            return None
        return value if isfinite(value) and value >= 0 else None


class Clock(Option[str]):
    """A time of day, HH:MM."""

    def __init__(self, page: Page, default: str) -> None:
        super().__init__(default, page)

    def _parse(self, text: str) -> str | None:
        hours, colon, minutes = text.partition(":")
        if not (colon and text.isascii() and (hours + minutes).isdecimal() and len(text) == 5 and len(hours) == 2):
            return None
        return text if int(hours) < 24 and int(minutes) < 60 else None


class Words(Option[str]):
    """Any text."""

    def __init__(self, page: Page, default: str) -> None:
        super().__init__(default, page)

    def _parse(self, text: str) -> str | None:
        return text
