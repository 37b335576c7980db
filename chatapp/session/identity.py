"""The name that a person goes by, while the server may know them by another one for a moment."""


class Identity:
    """Part 1 answers `rename` with nothing, so until a later answer shows that it was carried out, this person's own
    messages may come back under either name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._asked: set[str] = set()
        self._former: set[str] = set()

    def is_mine(self, author: str) -> bool:
        """Whether an author may be this person. Certain for `name`; for another one the text has to tell."""
        return author == self.name or author in self._asked or author in self._former

    def start(self, name: str) -> None:
        """A connection has accepted the name."""
        self.name = name
        self._asked.clear()
        self._former.clear()

    def ask(self, name: str) -> None:
        """The server was asked for another name."""
        self._asked.add(name)

    def refuse(self, name: str, *, for_sure: bool) -> None:
        """An error said that the new name was not taken. Unless it speaks of names, it may have meant the `joinRoom`
        that stands behind every `rename`, and the next message tells.
        """
        if for_sure:
            self._asked.discard(name)
        else:
            self._asked.add(name)

    def take(self, name: str) -> None:
        """The server has taken the new name."""
        if name != self.name:
            self._former.add(self.name)
            self._former.discard(name)
            self.name = name
        self._asked.discard(name)

    def speak_as(self, author: str) -> None:
        """The server shows a message of this person. Under a former name it may be an old one, which shows nothing."""
        if author in self._asked or author not in self._former:
            self.take(author)
