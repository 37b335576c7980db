from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QContextMenuEvent, QFont, QImage, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.button import EmojiButton
from chatapp.gui.emoji.card import Card
from chatapp.gui.emoji.frame import placed
from chatapp.gui.emoji.grid import EmojiGrid
from chatapp.gui.emoji.groups import GroupBar, title
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.emoji.preview import Preview
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.emoji.tones import tone_name
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK, LIGHT
from chatapp.text.emoji import catalogue
from chatapp.text.tones import TONES

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Opened:
    """A popup on the screen, its parts, and what it chose."""

    def __init__(self, qtbot: QtBot, *used: str) -> None:
        self.qtbot = qtbot
        self.theme = Theme(LIGHT)
        self.window = QWidget()
        self.window.resize(700, 560)
        self.anchor = QPushButton("Emoji", self.window)
        self.anchor.setGeometry(20, 500, 60, 30)
        self.recents = Recents()
        for characters in used:
            self.recents.use(characters)
        self.popup = EmojiPopup(self.theme, self.recents, self.window)
        self.search = self.popup.findChild(QLineEdit)
        self.grid = self.popup.findChild(EmojiGrid)
        self.bar = self.popup.findChild(GroupBar)
        self.hand = self.popup.findChild(EmojiButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.card = self.popup.findChild(Card)
        self.preview = self.popup.findChild(Preview)
        self.chosen: list[str] = []
        self.popup.chosen.connect(self.chosen.append)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.open()

    def open(self) -> None:
        with self.qtbot.waitExposed(self.popup):
            self.popup.open_at(self.anchor)

    def press(self, *keys: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To the window, as the screen does: whoever has the focus gets it."""
        for key in keys:
            QTest.keyClick(self.popup.windowHandle(), key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.popup.windowHandle(), letter)

    def click(self, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = self.grid.visualRect(self.grid.model().index(row, 0)).center()
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, place)

    @property
    def shown(self) -> list[str]:
        model = self.grid.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return str(self.grid.currentIndex().data())

    @property
    def focus(self) -> QWidget | None:
        return self.popup.focusWidget()


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


# Opening.


def test_nothing_is_read_before_the_first_opening(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def unread(_language: str) -> None:
        pytest.fail("read")

    monkeypatch.setattr("chatapp.gui.emoji.shelf.catalogue", unread)
    window = QWidget()
    qtbot.addWidget(window)
    EmojiPopup(Theme(), Recents(), window)


def test_it_opens_with_the_search_empty_and_focused_and_all_groups(opened: Opened) -> None:
    assert opened.focus is opened.search
    assert opened.search.text() == ""
    assert opened.shown[:2] == ["😀", "😃"]
    assert len(opened.shown) > 1700
    assert opened.current == "😀"
    assert [opened.bar.accessibleTabName(tab) for tab in range(opened.bar.count())] == [
        title(group.key) for group in catalogue().groups
    ]


def test_recents_come_first_and_have_a_tab(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "🎉", "👍", "👍", "not an emoji", "🏳️‍🌈")
    assert opened.shown[:4] == ["👍", "🏳️‍🌈", "🎉", "😀"]
    assert opened.bar.accessibleTabName(0) == "Recent"
    assert opened.current == "👍"


def test_opening_again_starts_anew_with_the_new_recents(opened: Opened) -> None:
    opened.type("heart")
    opened.press(Key.Key_Return)
    opened.open()
    assert opened.search.text() == ""
    assert opened.shown[:2] == ["❤️", "😀"]
    assert opened.grid.verticalScrollBar().value() == 0
    assert opened.focus is opened.search


def test_no_emoji_that_the_font_lacks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.shelf.Drawable.__call__", lambda _self, characters: characters != "😀")
    opened = Opened(qtbot, "😀", "👍")
    assert "😀" not in opened.shown
    assert opened.shown[0] == "👍"
    opened.type("grinning")
    assert opened.shown
    assert "😀" not in opened.shown


# The keyboard.


def test_enter_chooses_the_best_hit_and_closes(opened: Opened) -> None:
    opened.type("heart")
    assert opened.current == "❤️"
    opened.press(Key.Key_Return)
    assert opened.chosen == ["❤️"]
    assert not opened.popup.isVisible()
    assert opened.recents.characters == ("❤️",)


def test_enter_without_a_hit_chooses_nothing(opened: Opened) -> None:
    opened.type("xyzzy")
    assert opened.shown == []
    assert opened.preview.emoji is None
    opened.press(Key.Key_Return, Key.Key_Down, Key.Key_Right)
    assert opened.chosen == []
    assert opened.popup.isVisible()
    assert opened.focus is opened.search


def test_arrows_lead_from_the_search_into_the_grid_and_back(opened: Opened) -> None:
    columns = opened.grid.viewport().width() // opened.grid.cell
    opened.press(Key.Key_Down)
    assert opened.focus is opened.grid
    assert opened.current == opened.shown[0]
    opened.press(Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert opened.current == opened.shown[columns + 2]
    opened.press(Key.Key_Left, Key.Key_Up, Key.Key_Up)
    assert opened.focus is opened.search
    assert opened.current == opened.shown[1]


def test_right_at_the_end_of_the_search_goes_into_the_grid(opened: Opened) -> None:
    opened.type("cat")
    opened.press(Key.Key_Left, Key.Key_Right)
    assert opened.focus is opened.search
    opened.press(Key.Key_Right)
    assert opened.focus is opened.grid
    assert opened.current == opened.shown[1]


def test_end_home_and_pages(opened: Opened) -> None:
    bar = opened.grid.verticalScrollBar()
    opened.press(Key.Key_Down, Key.Key_End)
    assert opened.current == opened.shown[-1]
    assert bar.value() == bar.maximum()
    opened.press(Key.Key_PageUp)
    assert opened.current != opened.shown[-1]
    opened.press(Key.Key_Home)
    assert opened.current == opened.shown[0]
    assert bar.value() == 0


def test_the_current_cell_is_never_beneath_the_header_or_out_of_sight(opened: Opened) -> None:
    opened.press(Key.Key_Down)
    for key in [Key.Key_Down] * 30 + [Key.Key_Up] * 25 + [Key.Key_PageDown] * 5 + [Key.Key_PageUp] * 4:
        opened.press(key)
        rect = opened.grid.visualRect(opened.grid.currentIndex())
        assert opened.grid.viewport().rect().contains(rect)
        assert opened.grid.indexAt(rect.topLeft()) == opened.grid.currentIndex()


def test_typing_in_the_grid_goes_on_in_the_search(opened: Opened) -> None:
    opened.type("ca")
    opened.press(Key.Key_Down)
    opened.type("t")
    assert opened.search.text() == "cat"
    assert opened.focus is opened.search
    opened.press(Key.Key_Down, Key.Key_Backspace)
    assert opened.search.text() == "ca"


def test_shift_enter_chooses_and_stays_open(opened: Opened) -> None:
    opened.type("tada")
    opened.press(Key.Key_Return, Key.Key_Enter, modifiers=SHIFT)
    assert opened.popup.isVisible()
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Return, modifiers=SHIFT)
    assert opened.popup.isVisible()
    opened.press(Key.Key_Return)
    assert opened.chosen == ["🎉"] * 4
    assert not opened.popup.isVisible()


@pytest.mark.parametrize("from_grid", [False, True])
def test_escape_clears_and_then_closes(opened: Opened, from_grid: bool) -> None:
    opened.type("cat")
    if from_grid:
        opened.press(Key.Key_Down)
    opened.press(Key.Key_Escape)
    assert opened.popup.isVisible()
    assert opened.search.text() == ""
    assert opened.focus is opened.search
    assert len(opened.shown) > 1700
    opened.press(Key.Key_Escape)
    assert not opened.popup.isVisible()
    assert opened.chosen == []


def test_tab_goes_round_search_groups_and_grid(opened: Opened) -> None:
    order = []
    for _ in range(5):
        order.append(opened.focus)
        opened.press(Key.Key_Tab)
    assert order == [opened.search, opened.bar, opened.grid, opened.hand, opened.search]


# The mouse.


def test_a_click_chooses_and_closes(opened: Opened) -> None:
    opened.click(4)
    assert opened.chosen == [opened.shown[4]]
    assert not opened.popup.isVisible()


def test_a_click_with_shift_stays_open(opened: Opened) -> None:
    opened.click(4, SHIFT)
    opened.click(5, SHIFT)
    assert opened.chosen == opened.shown[4:6]
    assert opened.popup.isVisible()
    assert opened.shown[0] == "😀"  # nothing moves under the mouse


def test_a_press_that_is_dragged_off_its_cell_chooses_nothing(opened: Opened) -> None:
    cell = [opened.grid.visualRect(opened.grid.model().index(row, 0)).center() for row in (4, 6)]
    opened.qtbot.mousePress(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell[0])
    opened.qtbot.mouseRelease(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell[1])
    opened.qtbot.mouseClick(opened.grid.viewport(), Qt.MouseButton.RightButton, pos=cell[0])
    opened.qtbot.mouseClick(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 5))  # a header
    assert opened.chosen == []
    assert opened.popup.isVisible()


def test_a_header_covers_the_cells_that_are_scrolled_beneath_it(opened: Opened) -> None:
    opened.grid.verticalScrollBar().setValue(opened.grid.cell)
    below_edge = QPoint(opened.grid.cell // 2, 8)
    assert opened.grid.visualRect(opened.grid.model().index(0, 0)).contains(below_edge)
    opened.qtbot.mouseClick(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=below_edge)
    assert opened.chosen == []


def test_the_preview_names_what_the_mouse_or_the_keys_are_on(opened: Opened) -> None:
    assert opened.preview.accessibleName() == "grinning face :grinning:"

    def point_at(row: int) -> None:
        place = opened.grid.visualRect(opened.grid.model().index(row, 0)).center()
        opened.qtbot.mouseMove(opened.grid.viewport(), place)
        opened.qtbot.waitUntil(lambda: opened.preview.emoji == opened.grid.model().rows[row])

    point_at(3)
    opened.press(Key.Key_Down, Key.Key_Right)
    assert opened.preview.emoji == opened.grid.model().rows[1]
    point_at(4)
    QApplication.sendEvent(opened.grid.viewport(), QEvent(QEvent.Type.Leave))
    assert opened.preview.emoji == opened.grid.current()


def test_the_press_that_closes_it_does_not_press_its_button_too(opened: Opened) -> None:
    def press_at(widget: QWidget) -> None:
        where = QPointF(widget.mapToGlobal(widget.rect().center()))
        inside = QPointF(opened.popup.mapFromGlobal(where))
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseButtonPress, inside, where, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(opened.popup, event)

    press_at(opened.anchor)
    assert not opened.popup.isVisible()
    assert opened.popup.testAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
    opened.open()
    other = QPushButton(opened.window)
    other.setGeometry(600, 500, 60, 30)
    press_at(other)
    assert not opened.popup.isVisible()
    assert not opened.popup.testAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)


# Skin tones, and forgetting.


def at(opened: Opened) -> str:
    """The form that the keyboard is at."""
    assert isinstance(opened.focus, EmojiButton)
    return opened.focus.emoji


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Key.Key_Down, ALT), (Key.Key_F10, SHIFT), (Key.Key_Menu, Qt.KeyboardModifier.NoModifier)],
)
def test_a_key_offers_the_tones_of_the_current_emoji(opened: Opened, key: Key, modifiers: Qt.KeyboardModifier) -> None:
    opened.type("thumbs up")
    opened.press(Key.Key_Down)
    opened.press(key, modifiers=modifiers)
    assert opened.card.isVisible()
    opened.press(Key.Key_Right, Key.Key_Right)
    assert at(opened) == "👍🏼"
    opened.press(Key.Key_Return)
    assert opened.chosen == ["👍🏼"]
    assert opened.recents.characters == ("👍",)
    assert not opened.popup.isVisible()


def test_from_the_search_they_are_offered_too(opened: Opened) -> None:
    opened.type("thumbs up")
    opened.press(Key.Key_Down, modifiers=ALT)
    assert at(opened) == "👍"
    opened.press(Key.Key_Escape)
    assert opened.focus is opened.search
    assert opened.search.text() == "thumbs up"
    opened.press(Key.Key_Escape)
    assert opened.popup.isVisible()


@pytest.mark.parametrize("from_grid", [False, True])
def test_a_shortcut_of_the_window_does_not_take_the_key(opened: Opened, from_grid: bool) -> None:
    action = QAction("Next room", opened.window, shortcut="Alt+Down")
    opened.window.addAction(action)
    opened.popup.close()
    with opened.qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    opened.open()
    opened.type("thumbs up")
    if from_grid:
        opened.press(Key.Key_Down)
    with opened.qtbot.assertNotEmitted(action.triggered):
        opened.press(Key.Key_Down, modifiers=ALT)
    assert opened.card.isVisible()


def test_what_has_no_tones_offers_nothing(opened: Opened) -> None:
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Menu)
    assert opened.current == "😀"
    assert opened.card.isHidden()
    opened.type("xyzzy")
    opened.press(Key.Key_Down, modifiers=ALT)
    assert opened.card.isHidden()


def right_click(opened: Opened, row: int) -> None:
    viewport = opened.grid.viewport()
    place = opened.grid.visualRect(opened.grid.model().index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def test_the_right_button_offers_them_and_shift_stays_open(opened: Opened) -> None:
    opened.type("thumbs")
    right_click(opened, opened.shown.index("👎"))
    assert opened.card.isVisible()
    opened.press(Key.Key_End)
    opened.press(Key.Key_Return, modifiers=SHIFT)
    assert opened.chosen == ["👎🏿"]
    assert opened.popup.isVisible()
    assert opened.card.isHidden()
    right_click(opened, 5000)
    assert opened.card.isHidden()


def test_a_long_press_offers_them_and_letting_go_on_one_chooses_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.grid._LONG_PRESS", 1)
    opened = Opened(qtbot)
    opened.type("thumbs up")
    viewport, left = opened.grid.viewport(), Qt.MouseButton.LeftButton
    place = opened.grid.visualRect(opened.grid.model().index(0, 0)).center()
    qtbot.mousePress(viewport, left, pos=place)
    qtbot.waitUntil(opened.card.isVisible)
    form = next(button for button in opened.card.findChildren(EmojiButton) if button.emoji == "👍🏾")
    there = viewport.mapFromGlobal(form.mapToGlobal(form.rect().center()))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(there), viewport.mapToGlobal(QPointF(there)), left, left, NO_MODIFIER
    )
    QApplication.sendEvent(viewport, move)
    assert at(opened) == "👍🏾"
    qtbot.mouseRelease(viewport, left, pos=there)
    assert opened.chosen == ["👍🏾"]


def test_letting_go_where_one_pressed_leaves_them_open(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.grid._LONG_PRESS", 1)
    opened = Opened(qtbot)
    opened.type("thumbs up")
    place = opened.grid.visualRect(opened.grid.model().index(0, 0)).center()
    qtbot.mousePress(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(opened.card.isVisible)
    qtbot.mouseRelease(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.card.isVisible()
    assert opened.chosen == []


def test_a_long_press_on_what_offers_nothing_is_a_click(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.grid._LONG_PRESS", 1)
    opened = Opened(qtbot)
    place = opened.grid.visualRect(opened.grid.model().index(0, 0)).center()
    with qtbot.waitSignal(opened.grid.more_wanted):
        qtbot.mousePress(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.chosen == ["😀"]


def test_the_hand_gives_all_emoji_a_tone(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "👍")
    with qtbot.waitSignal(opened.popup.tone_chosen) as told:
        qtbot.mouseClick(opened.hand, Qt.MouseButton.LeftButton)
        assert at(opened) == "✋"
        opened.press(Key.Key_End, Key.Key_Return)
    assert told.args == ["dark"]
    assert opened.popup.isVisible()
    assert opened.chosen == []
    assert opened.hand.emoji == "✋🏿"
    assert opened.shown[0] == "👍🏿"
    assert "👋🏿" in opened.shown
    assert "👋" not in opened.shown
    opened.click(0)
    assert opened.chosen == ["👍🏿"]
    assert opened.recents.characters == ("👍",)


def test_a_recent_emoji_can_be_forgotten(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "👍🏿", "🐱", "👍", "🎉")  # in whatever tone it was used
    right_click(opened, 1)
    assert at(opened) == "👍"
    with qtbot.waitSignal(opened.popup.recents_changed):
        opened.press(Key.Key_Down, Key.Key_Return)
    assert opened.recents.characters == ("🎉", "🐱")
    assert opened.shown[:3] == ["🎉", "🐱", "😀"]
    assert opened.current == "🐱"
    for _ in range(2):
        right_click(opened, 0)
        opened.press(Key.Key_Return)
    assert opened.recents.characters == ()
    assert opened.shown[0] == "😀"
    assert opened.bar.accessibleTabName(0) == title("smileys-emotion")


def test_all_recent_emoji_can_be_forgotten(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "🐱", "👍", "🎉")
    right_click(opened, 0)
    with qtbot.waitSignal(opened.popup.recents_changed):
        opened.press(Key.Key_End, Key.Key_Return)
    assert opened.recents.characters == ()
    assert opened.current == opened.shown[0] == "😀"
    assert opened.popup.isVisible()


def test_closing_closes_the_tones_too(opened: Opened) -> None:
    opened.type("thumbs up")
    opened.press(Key.Key_Down, modifiers=ALT)
    opened.popup.close()
    opened.open()
    assert opened.card.isHidden()
    assert opened.focus is opened.search


# Being read aloud.


def test_how_many_were_found_is_read_once_one_stops_typing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("chatapp.gui.emoji.popup.read_aloud", lambda _widget, text: told.append(text))
    opened.popup._tell_hits.setInterval(1)
    opened.type("heart")
    opened.qtbot.waitUntil(lambda: told[-1:] == [f"{len(opened.shown)} emoji found, first: red heart"])
    opened.type("xyz")
    opened.qtbot.waitUntil(lambda: told[-1] == "No emoji found")
    opened.press(Key.Key_Escape)
    assert not opened.popup._tell_hits.isActive()


# Groups.


def test_a_group_is_gone_to_and_scrolling_marks_where_one_is(opened: Opened) -> None:
    animals = next(group for group in catalogue().groups if group.key == "animals-nature")
    opened.qtbot.mouseClick(opened.bar, Qt.MouseButton.LeftButton, pos=opened.bar.tabRect(2).center())
    assert opened.current == animals.emoji[0].characters
    assert opened.bar.currentIndex() == 2
    assert opened.grid.indexAt(opened.grid.visualRect(opened.grid.currentIndex()).center()).isValid()
    assert opened.focus is opened.search
    opened.grid.verticalScrollBar().setValue(opened.grid.verticalScrollBar().maximum())
    assert opened.bar.currentIndex() == opened.bar.count() - 1
    opened.grid.verticalScrollBar().setValue(0)
    assert opened.bar.currentIndex() == 0


def test_while_searching_no_group_is_marked(opened: Opened) -> None:
    def marked() -> bool:
        image = opened.bar.grab().toImage()
        accent = QColor(LIGHT.accent)
        return any(image.pixelColor(x, image.height() - 2) == accent for x in range(image.width()))

    assert marked()
    opened.type("cat")
    assert not marked()
    opened.press(Key.Key_Escape)
    assert marked()


def test_a_group_ends_a_search(opened: Opened) -> None:
    opened.type("cat")
    opened.qtbot.mouseClick(opened.bar, Qt.MouseButton.LeftButton, pos=opened.bar.tabRect(0).center())
    assert opened.search.text() == ""
    assert len(opened.shown) > 1700


def test_arrows_in_the_bar_go_through_the_groups(opened: Opened) -> None:
    opened.press(Key.Key_Tab, Key.Key_Right, Key.Key_Right)
    assert opened.current == next(g for g in catalogue().groups if g.key == "animals-nature").emoji[0].characters


# Searching.


@pytest.mark.parametrize(
    "text",
    [
        "a" * 4000,
        "\0",
        "heart\0",
        "\u202ecat",
        "<b>x</b>",
        "%n %1 &amp;",
        "(((",
        "\\",
        ":::",
        "😀" * 2000,
    ],
    ids=repr,
)
def test_any_text_may_be_searched(opened: Opened, text: str) -> None:
    opened.search.setText(text)
    opened.popup.grab()
    opened.press(Key.Key_Down, Key.Key_Escape)
    assert opened.search.text() == ""
    assert len(opened.shown) > 1700


def test_pasted_emoji_find_themselves(opened: Opened) -> None:
    QApplication.clipboard().setText("👍🏽 🎉")
    opened.search.paste()
    assert opened.shown == ["👍", "🎉"]
    QApplication.clipboard().clear()


def test_own_use_leads_the_hits(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "😻")
    opened.type("heart")
    assert opened.shown[:2] == ["❤️", "😻"]


def test_spaces_alone_are_no_search(opened: Opened) -> None:
    opened.type("  ")
    assert len(opened.shown) > 1700


def test_no_hit_says_so(opened: Opened) -> None:
    full = opened.grid.grab().toImage()
    opened.type("xyzzy")
    empty = opened.grid.grab().toImage()
    assert empty != full
    opened.grid.set_empty_text("", "")
    assert opened.grid.grab().toImage() != empty  # there were words


# Looks and names.


def test_everything_has_a_name(opened: Opened) -> None:
    assert opened.search.accessibleName() == "Search emoji"
    assert opened.grid.accessibleName() == "Emoji"
    grid = QAccessible.queryAccessibleInterface(opened.grid)
    assert grid.role() == QAccessible.Role.List
    assert grid.childCount() == len(opened.shown)
    cell = grid.child(1)
    assert cell.role() == QAccessible.Role.ListItem
    assert cell.text(QAccessible.Text.Name) == "grinning face with big eyes"
    on_screen = opened.grid.viewport().mapToGlobal(opened.grid.visualRect(opened.grid.model().index(1, 0)).topLeft())
    assert cell.rect().topLeft() == on_screen
    bar = QAccessible.queryAccessibleInterface(opened.bar)
    names = [bar.child(tab).text(QAccessible.Text.Name) for tab in range(opened.bar.count())]
    assert names[:2] == ["Smileys and emotion", "People and body"]
    assert [opened.bar.tabToolTip(tab) for tab in range(2)] == names[:2]


def test_everything_that_the_keyboard_comes_to_has_a_name(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "👍")
    named = []
    right_click(opened, 0)
    for _ in range(8):
        focus = QAccessible.queryAccessibleInterface(opened.focus)
        named.append((focus.role(), focus.text(QAccessible.Text.Name)))
        opened.press(Key.Key_Tab)
    tone, push = QAccessible.Role.CheckBox, QAccessible.Role.Button
    assert named == [
        *((tone, tone_name(each)) for each in TONES),
        (push, "Remove from recent emoji"),
        (push, "Remove all recent emoji"),
    ]
    opened.press(Key.Key_Escape)
    opened.search.setFocus()
    stops = []
    for _ in range(4):
        stops.append(opened.focus.accessibleName() if opened.focus else "")
        opened.press(Key.Key_Tab)
    assert stops == ["Search emoji", "Emoji groups", "Emoji", "Skin tone of all emoji"]


def test_a_change_of_theme_repaints_all_of_it(opened: Opened) -> None:
    def corner_of(widget: QWidget) -> QColor:
        return widget.grab().toImage().pixelColor(widget.width() - 3, widget.height() // 2)

    assert corner_of(opened.popup).lightness() > 200
    opened.theme.use(DARK)
    image: QImage = opened.popup.grab().toImage()
    light = sum(
        image.pixelColor(x, y).lightness() > 200
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    )
    assert corner_of(opened.popup).lightness() < 80
    assert light < 0.1 * image.width() * image.height() / 25


def test_a_change_of_theme_is_seen_at_once(opened: Opened) -> None:
    parts = [opened.popup, opened.search, opened.bar, opened.grid.viewport(), opened.preview]

    class Painted(QObject):
        seen: ClassVar[set[QObject]] = set()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's own name
            if event.type() is QEvent.Type.Paint:
                self.seen.add(watched)
            return False

    painted = Painted(opened.window)
    for part in parts:
        part.installEventFilter(painted)
    opened.theme.use(DARK)
    opened.qtbot.waitUntil(lambda: painted.seen >= set(parts))


def test_scrolling_repaints_the_header_that_stays_too(opened: Opened) -> None:
    class Painted(QObject):
        areas: ClassVar[list[QRect]] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's own name
            if isinstance(event, QPaintEvent):
                self.areas.append(event.rect())
            return False

    painted = Painted(opened.window)
    opened.grid.viewport().installEventFilter(painted)
    opened.grid.verticalScrollBar().setValue(5)
    opened.qtbot.waitUntil(lambda: opened.grid.viewport().rect() in painted.areas)


def test_new_pictures_that_a_frame_has_no_time_for_come_with_the_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.cells._FRAME", 0.0)
    opened = Opened(qtbot)
    visible = {
        characters
        for row, characters in enumerate(opened.shown[:200])
        if opened.grid.visualRect(opened.grid.model().index(row, 0)).top() < opened.grid.viewport().height()
    }
    assert len(visible) > 50
    qtbot.waitUntil(lambda: opened.grid._drawn >= visible)
    assert len(opened.grid._drawn) < 2 * len(visible)


def test_it_may_run_from_right_to_left(opened: Opened) -> None:
    opened.popup.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened.popup.open_at(opened.anchor)
    first, second = (opened.grid.visualRect(opened.grid.model().index(row, 0)) for row in (0, 1))
    assert second.right() < first.left()
    opened.press(Key.Key_Down, Key.Key_Left)
    assert opened.current == opened.shown[1]
    opened.popup.grab()


def test_cells_grow_with_the_text(opened: Opened) -> None:
    before = opened.grid.cell
    font = QFont(opened.grid.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    opened.grid.setFont(font)
    assert opened.grid.cell > 1.5 * before
    opened.popup.grab()


# Its place.


@pytest.mark.parametrize("screen", [QRect(0, 0, 200, 150), QRect(-300, 40, 240, 90), QRect(0, 0, 20, 20)])
def test_on_a_tiny_screen_it_fits_and_works(opened: Opened, screen: QRect) -> None:
    place = placed(QRect(screen.center(), QSize(30, 10)), opened.popup.sizeHint(), screen)
    assert screen.contains(place)
    opened.popup.resize(place.size())
    opened.popup.grab()
    opened.type("cat")
    opened.press(Key.Key_Down, Key.Key_Right, Key.Key_Return)
    assert len(opened.chosen) == 1


def test_it_opens_within_the_screen(opened: Opened) -> None:
    assert opened.popup.screen().availableGeometry().contains(opened.popup.geometry())
    anchor = QRect(opened.anchor.mapToGlobal(QPoint(0, 0)), opened.anchor.size())
    assert not opened.popup.geometry().intersects(anchor)
