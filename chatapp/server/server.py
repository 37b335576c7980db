"""A whole server: sockets, rooms, and what runs between them."""

import asyncio
import logging
from collections.abc import Callable

from chatapp.rooms.policy import Policy
from chatapp.server.config import ServerConfig
from chatapp.server.listener import Listener
from chatapp.server.service import Service
from chatapp.server.sockets import bind
from chatapp.server.timing import PROMISED, Timing

log = logging.getLogger(__name__)


class Server:
    """One server on one event loop."""

    def __init__(
        self, config: ServerConfig, *, people: Callable[[int], None] | None = None, timing: Timing = PROMISED
    ) -> None:
        self._config = config
        self._people = people
        self._timing = timing
        self._listener: Listener | None = None

    async def start(self) -> int:
        """Accept connections. Returns the port. Raises OSError where address or port may not be had."""
        config = self._config
        loop = asyncio.get_running_loop()
        self._listener = Listener(
            Service(loop, Policy(rate_limits=config.rate_limits), people=self._people),
            loop,
            max_connections=config.max_connections,
            max_connections_per_address=config.max_connections_per_address,
            timing=self._timing,
        )
        sockets = bind(config.host, config.port)
        port: int = sockets[0].getsockname()[1]
        try:
            await self._listener.listen(sockets)
        except OSError:
            await self.stop()
            for each in sockets:
                each.close()
            raise
        return port

    async def stop(self) -> None:
        """Tell everyone (close code 1001) and end. Takes `Timing.stop` at most."""
        if self._listener is not None:
            listener, self._listener = self._listener, None
            await listener.stop()
