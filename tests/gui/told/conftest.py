import pytest

from tests.gui.told.fakes import Heard, Written


@pytest.fixture
def popups(qapp: object) -> Written:
    return Written()


@pytest.fixture
def sounds() -> Heard:
    return Heard()
