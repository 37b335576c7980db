from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from chatapp.gui import i18n
from chatapp.gui.search.when import when

NOW = datetime(2026, 11, 23, 12, 0).astimezone().timestamp()


def at(*parts: int) -> int:
    return int(datetime(*parts).astimezone().timestamp() * 1000)


def test_today_is_told_by_the_hour_this_year_by_the_day_and_others_in_full() -> None:
    assert when(at(2026, 11, 23, 9, 41), NOW) == "09:41"
    assert when(at(2026, 11, 22, 9, 41), NOW) == "22 Nov"
    assert when(at(2025, 11, 23, 9, 41), NOW) == "23/11/2025"


def test_a_time_that_there_is_not_is_no_error() -> None:
    assert when(2**70, NOW) == "01/01/1970"


def test_now_is_now() -> None:
    assert ":" in when(int(datetime.now().astimezone().timestamp() * 1000))


def test_a_day_is_written_as_the_language_does_it(qapp: QApplication) -> None:
    i18n.install(qapp, "de", QLocale.c())
    assert when(at(2026, 10, 5), NOW) == "5. Okt."
