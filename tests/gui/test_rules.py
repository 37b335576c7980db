import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from chatapp.gui import i18n, rules


def test_what_is_right_comes_back_as_it_will_be_used() -> None:
    assert rules.username(" Ann  Smith ") == "Ann Smith"
    assert rules.room_name("music") == "music"
    assert rules.address(" 192.168.1.20 ") == "192.168.1.20"
    assert rules.port(" 20200 ") == "20200"
    assert rules.port("٢٠٢٠٠") == "20200"


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
        (rules.port, "9" * 5_000),
        (rules.port, "²"),
        (rules.port, "-1"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(rule: object, text: str) -> None:
    with pytest.raises(ValueError, match=r"^\S.*\.$"):
        rule(text)  # type: ignore[operator]


def test_what_is_wrong_is_said_in_the_window_s_language(qapp: QApplication) -> None:
    i18n.install(qapp, "de", QLocale.c())
    for rule, text in ((rules.username, "admin"), (rules.room_name, "x" * 65), (rules.address, ""), (rules.port, "0")):
        with pytest.raises(ValueError, match=r"ist reserviert|hat höchstens 64|Gib die Adresse|Ein Port ist"):
            rule(text)
