"""What blocks, beside the loop."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """What it returns or raises. Its thread ends with the program: nobody who closes the window, or has heard enough,
    waits for it."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def do() -> None:
        try:
            result = work()
        except Exception as problem:  # noqa: BLE001  # the one who waits decides
            hand_over(answer.set_exception, problem)
        else:
            hand_over(answer.set_result, result)

    def hand_over(give: Callable[..., None], value: object) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if answer.done() else give(value))

    threading.Thread(target=do, name="chatapp-aside", daemon=True).start()
    return await answer
