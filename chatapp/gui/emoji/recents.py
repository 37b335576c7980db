"""Which emoji this person uses, so that they come first."""

from collections.abc import Iterable, Sequence

DECAY = 0.9
"""What a use is worth after each later one: the latest leads, unless another was used several times of late."""


class Recents:
    """Emoji by how often and how lately they were used, at most `limit` of them. Holds no Qt; the owner stores it."""

    def __init__(self, limit: int = 27) -> None:
        self._limit = limit
        self._worth: dict[str, float] = {}

    @classmethod
    def from_list(cls, stored: object, limit: int = 27) -> "Recents":
        """From what `to_list` gave and `QSettings.value` returned; whatever is not of that shape is passed over."""
        recents = cls(limit)
        lines: Iterable[object] = (
            [stored] if isinstance(stored, str) else stored if isinstance(stored, Sequence) else ()
        )
        for line in lines:
            characters, _, worth = line.rpartition(" ") if isinstance(line, str) else ("", "", "")
            try:
                value = float(worth)
            except ValueError:
                continue
            if characters and 0 < value < 1 / (1 - DECAY) + 1:
                recents._worth[characters] = value
        recents._settle()
        return recents

    def to_list(self) -> list[str]:
        """One string an emoji, best first, for `from_list`."""
        return [f"{characters} {worth:.4f}" for characters, worth in self._worth.items()]

    def use(self, characters: str) -> None:
        """Count one use."""
        self._worth = {other: worth * DECAY for other, worth in self._worth.items()}
        # At the front first: among equals the latest leads.
        self._worth = {characters: self._worth.pop(characters, 0.0) + 1, **self._worth}
        self._settle()

    def forget(self, characters: str) -> None:
        """As if it had never been used."""
        self._worth.pop(characters, None)

    def clear(self) -> None:
        """Forget all."""
        self._worth = {}

    @property
    def characters(self) -> tuple[str, ...]:
        """The most used of late first."""
        return tuple(self._worth)

    def _settle(self) -> None:
        ranked = sorted(self._worth.items(), key=lambda item: -item[1])
        self._worth = dict(ranked[: self._limit])
