"""What tests of several modules need."""

import pytest

from chatapp.server import acceptor


@pytest.fixture(params=["ours", "asyncio's"])
def transports(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The test runs twice: with our transport where the event loop allows it, and with asyncio's."""
    if request.param == "asyncio's":
        monkeypatch.setattr(acceptor, "suits", lambda loop: False)
    kind: str = request.param
    return kind
