"""Names and texts in the form in which they can be sent."""

from chatapp.protocol import names


def user(name: str) -> str:
    """As our servers keep it; as it is where they would refuse it, since an older server may not."""
    try:
        return names.username(name)
    except names.BadName:
        return text(name)


def room(name: str) -> str:
    """The same for a room's."""
    try:
        return names.room_name(name)
    except names.BadName:
        return text(name)


def text(said: str) -> str:
    """UTF-8 has no lone surrogates; what a clipboard holds may."""
    return said if said.isascii() else said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
