import pytest

from chatapp.text.emoji import catalogue
from chatapp.text.emoticons import EMOTICONS, Emoticon, emoticon_before


@pytest.mark.parametrize(
    ("text", "emoji"),
    [(":)", "🙂"), ("well :-)", "🙂"), ("a\n<3", "❤️"), ("`x` :D", "😄"), (">:-(", "👿"), ("D:", "😩")],
)
def test_an_emoticon_stands_by_itself_at_the_end(text: str, emoji: str) -> None:
    assert emoticon_before(text) == Emoticon(text.rsplit(maxsplit=1)[-1], emoji)


@pytest.mark.parametrize(
    "text", ["", "x", "a:)", "(see b:)", "http:/", "`:)", "```\n:)", ":) ", ":)\n", "8)", "XP", ":))"]
)
def test_what_is_part_of_something_else_is_none(text: str) -> None:
    assert emoticon_before(text) is None


def test_every_emoji_is_in_the_catalogue_in_the_form_that_is_sent() -> None:
    for emoji in EMOTICONS.values():
        known = catalogue().find(emoji)
        assert known is not None
        assert known.characters == emoji
