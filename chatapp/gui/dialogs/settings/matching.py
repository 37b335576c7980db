"""Which settings a typed text means. Pure."""

from chatapp.text.emoji_keys import fold


def matches(query: str, *texts: str) -> bool:
    """Whether each word of the query is somewhere in the texts, whatever its case and accents. An empty one matches."""
    text = "\n".join(map(fold, texts))
    return all(word in text for word in fold(query).split())
