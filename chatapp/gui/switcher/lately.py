"""What was used, and in which order."""


class Lately:
    """The last `most` of what was used. Pure; lasts as long as the object."""

    def __init__(self, most: int = 32) -> None:
        self._most = most
        self._used: dict[str, None] = {}

    def use(self, key: str) -> None:
        """It is the latest now."""
        self._used.pop(key, None)
        self._used[key] = None
        if len(self._used) > self._most:
            del self._used[next(iter(self._used))]

    def worth(self, key: str) -> float:
        """1 for the latest, less for each before it, 0 for what was not used."""
        used = list(self._used)
        return (used.index(key) + 1) / len(used) if key in self._used else 0.0
