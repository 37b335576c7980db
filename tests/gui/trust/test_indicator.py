import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.trust.indicator import TrustIndicator
from chatapp.session.ground import Trust


@pytest.fixture
def indicator(theme: Theme, qtbot: QtBot) -> TrustIndicator:
    made = TrustIndicator(theme)
    qtbot.addWidget(made)
    return made


def test_nothing_is_said_before_there_is_a_connection(indicator: TrustIndicator) -> None:
    assert indicator.isHidden()


@pytest.mark.parametrize("trust", Trust)
def test_each_kind_has_words_and_a_picture(indicator: TrustIndicator, trust: Trust) -> None:
    indicator.show_trust(trust)
    assert not indicator.isHidden()
    assert indicator.accessibleName() == indicator.words != ""
    assert not indicator.icon().isNull()
    assert indicator.property("warns") == (trust is Trust.PLAIN)


def test_no_two_kinds_say_the_same(indicator: TrustIndicator) -> None:
    said = set()
    for trust in Trust:
        indicator.show_trust(trust)
        said.add(indicator.words)
    assert len(said) == len(Trust)
    assert sum("ncrypted" in words for words in said) == len(Trust) - 1


def test_a_narrow_panel_shortens_the_words_and_the_tooltip_has_all(indicator: TrustIndicator, qtbot: QtBot) -> None:
    indicator.show_trust(Trust.SEEN)
    indicator.resize(400, indicator.sizeHint().height())
    with qtbot.waitExposed(indicator):
        indicator.show()
    assert indicator.text() == indicator.words
    indicator.resize(indicator.sizeHint().width() - 10, indicator.height())
    assert indicator.text() == "Host not checked", "the lock beside it says the rest"
    indicator.resize(100, indicator.height())
    assert indicator.text() != indicator.words
    assert indicator.text().endswith("…")
    assert indicator.words in indicator.toolTip()
    assert indicator.minimumSizeHint().width() < 60
    indicator.resize(400, indicator.height())
    assert indicator.text() == indicator.words


def test_in_a_panel_of_any_width_nothing_is_cut_that_has_a_shorter_word(theme: Theme, qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    inside = TrustIndicator(theme, panel)
    QVBoxLayout(panel).addWidget(inside)
    inside.show_trust(Trust.SEEN)
    panel.show()
    least = inside.fontMetrics().horizontalAdvance("Host not checked") + 80
    for width in (*range(400, least, -3), *range(least, 400, 3)):
        panel.resize(width, 60)
        panel.layout().activate()
        assert inside.text() in {inside.words, "Host not checked"}, width


def test_a_new_theme_draws_it_anew(indicator: TrustIndicator, theme: Theme) -> None:
    indicator.show_trust(Trust.VERIFIED)
    before = indicator.icon().cacheKey()
    theme.use(theme.tokens._replace(text_success="#123456"))
    assert indicator.icon().cacheKey() != before
