"""Names that came from elsewhere, as they stand in the window's own words."""

from chatapp.gui.plain import isolated
from chatapp.protocol.names import shown


def room(name: str) -> str:
    """“#default”, also among words that are read from the right."""
    return isolated("#" + shown(name))


def person(name: str) -> str:
    return isolated(shown(name))
