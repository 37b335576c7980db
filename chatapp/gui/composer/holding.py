"""How much text the field takes, and in what form: Qt lays out a line as a whole, and the work grows as its square."""

from chatapp.protocol.limits import MESSAGE

HOLDS = 1 << 21
"""characters: far more than can be sent, far less than would hold up the window"""
LONGEST_LINE = 4 * MESSAGE
"""longer ones are broken into pieces, each of which can be sent"""


def broken(text: str) -> str:
    """The text with lines that can be laid out: those that are too long, and could not be sent in one piece anyway,
    are broken after a space, or where there is none, after as many characters as a message may have.
    """
    if len(text) <= LONGEST_LINE:
        return text
    return "\n".join(
        piece for line in text.split("\n") for piece in (_pieces(line) if len(line) > LONGEST_LINE else (line,))
    )


def _pieces(line: str) -> list[str]:
    pieces, start = [], 0
    while len(line) - start > MESSAGE:
        end = line.rfind(" ", start, start + MESSAGE) + 1 or start + MESSAGE
        pieces.append(line[start:end])
        start = end
    return [*pieces, line[start:]]
