"""Being in charge of a server that runs on this computer, as a client of it that shows its secret."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, TypeVar

from chatapp.app.steward import Steward
from chatapp.client.connection import Connection
from chatapp.protocol.invite import Invite
from chatapp.protocol.limits import ANSWER, CONNECT
from chatapp.protocol.messages.hosting import AdminReply, AdminRequest
from chatapp.protocol.messages.rich import Capability
from chatapp.session.changes import Answered, Change, Phase, PhaseChanged, Refused
from chatapp.session.ground import Credentials
from chatapp.session.session import Session

NAME: Final = "operator"

R = TypeVar("R", bound=AdminReply)


class NotDone(Exception):
    """The server could not be reached, or did not want to. Its text is a sentence."""


class Charge:
    """One connection. Requests are answered one after the other."""

    def __init__(self, steward: Steward) -> None:
        # For what a host does alone, so that nobody is told of somebody who comes and goes.
        self._session = Session(
            f"{NAME}-{secrets.token_hex(3)}",
            credentials=Credentials(admin=steward.secret),
            capabilities=(Capability.ADMIN,),
        )
        self._here = steward.here
        self._connection = Connection(self._session, Invite((steward.here,), pin=steward.pin), deliver=self._hear)
        self._loop = asyncio.get_running_loop()
        self._online: asyncio.Future[None] = self._loop.create_future()
        self._answer: asyncio.Future[AdminReply] | None = None

    async def ask(self, request: AdminRequest, kind: type[R]) -> R:
        """Raises NotDone."""
        self._answer = self._loop.create_future()
        self._session.ask_server(request, self._loop.time())
        self._connection.wake()
        try:
            async with asyncio.timeout(ANSWER):
                answer = await self._answer
        except TimeoutError:
            raise NotDone("The server does not answer.") from None
        assert isinstance(answer, kind), "each request has one kind of answer"
        return answer

    async def begin(self) -> "asyncio.Task[None]":
        """Connect. What it gives is to be `end`ed. Raises NotDone."""
        running = self._loop.create_task(self._connection.run())
        try:
            async with asyncio.timeout(CONNECT):
                await self._online
        except TimeoutError:
            self._online.cancel()
            await self.end(running)
            raise NotDone("The server does not answer.") from None
        except NotDone:
            await self.end(running)
            if self._connection.untrusted:
                # What the connection says of that is for guests.
                raise NotDone(
                    f"The server that used this folder is not there any more: what answers at {self._here} is another"
                    " one. Nothing was sent to it."
                ) from None
            raise
        return running

    async def end(self, running: "asyncio.Task[None]") -> None:
        await self._connection.stop()
        await running

    def _hear(self, changes: list[Change]) -> None:
        for change in changes:
            match change:
                case PhaseChanged(phase=Phase.ONLINE):
                    self._settle(self._online)
                case PhaseChanged(phase=Phase.CONNECTING | Phase.IDENTIFYING | Phase.OFFLINE):
                    pass
                case PhaseChanged(detail=detail):
                    self._fail(self._online, detail)
                    self._fail(self._answer, detail)
                case Answered(reply=reply) if self._answer is not None and not self._answer.done():
                    self._answer.set_result(reply)
                case Refused(detail=detail):
                    self._fail(self._answer, detail)

    @staticmethod
    def _settle(future: "asyncio.Future[None]") -> None:
        if not future.done():
            future.set_result(None)

    @staticmethod
    def _fail(future: "asyncio.Future[None] | asyncio.Future[AdminReply] | None", detail: str) -> None:
        if future is not None and not future.done():
            future.set_exception(NotDone(detail))


@asynccontextmanager
async def in_charge(steward: Steward) -> AsyncIterator[Charge]:
    """Raises NotDone."""
    charge = Charge(steward)
    running = await charge.begin()
    try:
        yield charge
    finally:
        await charge.end(running)
