from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from chatapp.gui import i18n, names


def test_names_are_fit_to_be_seen(qapp: QApplication) -> None:
    assert names.room("music\n") == "#music\ufffd"
    assert names.person("Ann\u202e") == "Ann\ufffd"


def test_the_sign_of_a_room_stays_before_its_name(qapp: QApplication) -> None:
    i18n.install(qapp, "ar", QLocale.c())
    assert names.room("default") == "\u2068#default\u2069"
    assert names.person("Ann") == "\u2068Ann\u2069"


def test_a_path_points_where_reading_goes(qapp: QApplication) -> None:
    assert names.path(["View", "Theme"]) == "View ▸ Theme"
    assert names.in_a_row(["one", "two"]) == "one, two"
    i18n.install(qapp, "ar", QLocale.c())
    assert names.path(["عرض", "السمة"]) == "عرض ◂ السمة"
    assert names.in_a_row(["واحد", "اثنان"]) == "واحد، اثنان"
