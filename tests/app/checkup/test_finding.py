"""What a check found out."""

import pytest

from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.protocol.sentences import Sentence


@pytest.mark.parametrize("verdict", Verdict)
def test_a_finding_is_ok_unless_it_is_bad(verdict: Verdict) -> None:
    assert Finding(verdict, Sentence("x"), Sentence("y")).ok == (verdict is not Verdict.BAD)
