"""Somebody who talks, as a program: NAME and ADDRESS or invite; what is typed is said, what is so comes as JSON."""

import asyncio
import json
import sys
import time

from chatapp.client.connection import Connection
from chatapp.protocol.invite import parse
from chatapp.session.changes import Change, PhaseChanged
from chatapp.session.ground import Credentials
from chatapp.session.session import Session
from chatapp.session.timeline import EntryKind


def tell(**what: str) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


async def talk(name: str, place: str) -> None:
    invite = parse(place)
    session = Session(name, credentials=Credentials(invite=invite.secret))
    told = 0

    def deliver(changes: list[Change]) -> None:
        nonlocal told
        for change in changes:
            if isinstance(change, PhaseChanged):
                tell(phase=change.phase.value, trust=session.ground.trust.value, detail=str(change.detail))
        timeline = session.timeline("default")
        for entry in [timeline[row] for row in range(timeline.settled)][told:]:
            if entry.kind is EntryKind.MESSAGE:
                tell(author=entry.author, text=entry.text)
        told = timeline.settled

    connection = Connection(session, invite, deliver=deliver)

    def hear() -> None:
        session.say("default", sys.stdin.readline().strip(), time.monotonic(), time.time())
        connection.wake()

    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), hear)
    await connection.run()


if __name__ == "__main__":
    asyncio.run(talk(*sys.argv[1:]))
