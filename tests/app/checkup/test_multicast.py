"""Whether this computer hears itself, in words."""

import pytest

from chatapp.app.checkup import multicast
from chatapp.app.checkup.finding import Verdict


@pytest.mark.parametrize(("hears", "verdict"), [(True, Verdict.GOOD), (False, Verdict.BAD)])
async def test_it_says_what_it_means(monkeypatch: pytest.MonkeyPatch, hears: bool, verdict: Verdict) -> None:
    waited: list[float] = []

    async def hears_itself(within: float) -> bool:
        waited.append(within)
        return hears

    monkeypatch.setattr(multicast, "hears_itself", hears_itself)
    found = await multicast.heard(0.5)
    assert (found.verdict, waited) == (verdict, [0.5])
    assert found.advice is not None, "there is another way in, whatever was heard"
