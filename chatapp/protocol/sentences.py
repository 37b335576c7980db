"""Sentences for people that are made where nobody knows which language the person reads."""

from typing import Self


class Sentence(str):
    """An English sentence, for logs and command lines as it is. What it was made of stays with it, so that a window can
    say the same in another language.

    Made of a literal, which is how `packaging/translations.py` finds it. `str()`, formatting and slicing give ordinary
    strings, which only have the English.
    """

    __slots__ = ("form", "values")

    form: str
    """the sentence with `{name}` where a value belongs"""
    values: dict[str, object]

    def __new__(cls, form: str, **values: object) -> Self:
        made = super().__new__(cls, form.format(**values))
        made.form, made.values = form, values
        return made


class Told(str):
    """What a server said of something that it refused, and the code of its reason, which stays with it likewise."""

    __slots__ = ("reason",)

    reason: str

    def __new__(cls, text: str, reason: str) -> Self:
        made = super().__new__(cls, text)
        made.reason = reason
        return made
