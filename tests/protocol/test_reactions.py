"""One emoji, and nothing else."""

import emoji
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import REACTION
from chatapp.protocol.reactions import is_reaction


def test_every_emoji_that_there_is() -> None:
    assert [known for known in emoji.EMOJI_DATA if not is_reaction(known)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "1",
        "#",
        "ok",
        "👍👍",
        "👍 ",
        " 👍",
        "👍a",
        "a👍",
        "👍\u200d",
        "\u200d👍",
        "\ufe0f",
        "\u20e3",
        "é",
        "語",
        "<",
        "🇩",
        "👍\n",
        "\u202e👍",
        "👍\u200b",
        "🏴\U000e0067",
        "\U000e007f",
        "👍🏽🏽",
        "👍" + "\u200d👍" * REACTION,
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_reaction(text)


WORDS = st.characters(categories=["L", "N", "Z", "P", "Cc", "Cf"], exclude_characters="‼⁉〰ℹ")


@given(st.text(WORDS, min_size=1, max_size=8))
def test_no_text_is_one(text: str) -> None:
    assert not is_reaction(text)
