"""How fast something may happen. `now` is monotonic seconds and never goes back."""

from chatapp.protocol.limits import STRIKE_WINDOW


class TokenBucket:
    """Lets a burst through, then so many a second (the token bucket of RFC 2697, without its colours)."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, burst: float, rate: float, now: float) -> None:
        self._burst = self._tokens = burst
        self._rate = rate
        self._at = now

    def take(self, now: float) -> bool:
        """Whether one more may happen now; if so it has."""
        tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if tokens < 1.0:
            self._tokens = tokens
            return False
        self._tokens = tokens - 1.0
        return True


class Strikes:
    """Counts what must not happen too often within `STRIKE_WINDOW`. Keeps at most `most` times."""

    __slots__ = ("_most", "_times")

    def __init__(self, most: int) -> None:
        self._most = most
        self._times: list[float] = []

    def strike(self, now: float) -> bool:
        """Count one more; whether that was the last one to be borne."""
        self._times = [time for time in self._times if now - time < STRIKE_WINDOW]
        self._times.append(now)
        return len(self._times) >= self._most
