import pytest

from chatapp.gui import rules


def test_what_is_right_comes_back_as_it_will_be_used() -> None:
    assert rules.username(" Ann  Smith ") == "Ann Smith"
    assert rules.room_name("music") == "music"
    assert rules.address(" 192.168.1.20 ") == "192.168.1.20"
    assert rules.port(" 20200 ") == "20200"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rules.username, "admin"),
        (rules.username, ""),
        (rules.room_name, "x" * 65),
        (rules.address, "http://x"),
        (rules.address, ""),
        (rules.port, "0"),
        (rules.port, "65536"),
        (rules.port, "²"),
        (rules.port, "-1"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(rule: object, text: str) -> None:
    with pytest.raises(ValueError, match=r"^\S.*\.$"):
        rule(text)  # type: ignore[operator]
