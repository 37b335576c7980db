import pytest

from chatapp.gui.hosting.until import DAY, HOUR, LAST, LENGTHS, ends, lengths, moment, until


def test_a_moment_from_now_or_never() -> None:
    assert until(HOUR, lambda: 1_000.0) == (1_000 + 3_600) * 1_000
    assert until(0, lambda: 1_000.0) == 0


def test_it_passes() -> None:
    assert ends(1_990_000_000_000, lambda: 1_989_999_999.9) == moment(1_990_000_000_000)
    assert ends(1_990_000_000_000, lambda: 1_990_000_000.0) == "ended"
    assert ends(0) == "for good"


def test_each_length_has_words() -> None:
    assert list(lengths()) == [str(length) for length in LENGTHS]
    assert lengths()[str(DAY)] == "1 day"


def test_a_moment_is_written_as_the_language_has_it() -> None:
    assert "2033" in moment(1_990_000_000_000)


@pytest.mark.parametrize("when", [2**63, 10**400, -1, -(10**400)])
def test_a_moment_that_is_none(when: int) -> None:
    assert moment(when) == moment(LAST if when > 0 else 0)
