"""Does this computer hear what is said to everybody on the network?"""

from typing import Final

from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.discovery.echo import hears_itself
from chatapp.protocol.sentences import Sentence

WITHIN: Final = 3.0
"""seconds"""


async def heard(within: float = WITHIN) -> Finding:
    """Announce something, and listen for it."""
    what = Sentence("Finding hosts")
    if await hears_itself(within):
        return Finding(
            Verdict.GOOD,
            what,
            Sentence("This computer can announce chats and hear of them."),
            Sentence(
                "If somebody is missing in the list all the same, the router may keep guests apart: join by address."
            ),
        )
    return Finding(
        Verdict.BAD,
        what,
        Sentence("This computer does not hear its own announcement, so chats on this network are not listed here."),
        Sentence("A firewall may be in the way (UDP, port 5353). Joining by address or invite works without it."),
    )
