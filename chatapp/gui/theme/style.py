"""The palette and the style sheet that a theme's tokens make of Qt's Fusion style.

Widgets ask for a look by the dynamic property `look`: a button is `primary`, `danger`, `quiet` or `link`, a tool
button `send`; a label `title`, `heading`, `strong`, `muted`, `small`, `key` or `error`; a frame `sidebar`, `head`,
`foot`, `bar`, `field` or `popup`; a tab bar `rooms`.
"""

from string import Template

from PySide6.QtGui import QColor, QPalette

from chatapp.gui.theme.theme import Measures
from chatapp.gui.theme.tokens import Tokens

COMFORTABLE = Measures()


def palette(tokens: Tokens) -> QPalette:
    """The colours of everything that the style sheet does not name."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sidebar,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text_muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.text_danger,
        QPalette.ColorRole.Link: tokens.text_link,
        QPalette.ColorRole.LinkVisited: tokens.text_link,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.selection_text,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Mid: tokens.border,
        QPalette.ColorRole.Dark: tokens.border_strong,
        QPalette.ColorRole.Light: tokens.surface_hover,
        QPalette.ColorRole.Midlight: tokens.surface_hover,
        QPalette.ColorRole.Shadow: tokens.border_strong,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_muted))
    return made


def sheet(tokens: Tokens, points: float, measures: Measures = COMFORTABLE) -> str:
    """The style sheet, for a text size in points."""
    names = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)}
    sizes = {
        "title_size": f"{points * 1.9:.1f}pt",
        "heading_size": f"{points * 1.15:.1f}pt",
        "small_size": f"{points * 0.9:.1f}pt",
    }
    return _SHEET.substitute(names | sizes | _lengths(tokens, measures))


def _lengths(tokens: Tokens, measures: Measures) -> dict[str, str]:
    """Edges, and what is between them and what they are around: a thicker edge takes from the padding, so that a
    control is as large with the focus as without."""
    edge, ring = tokens.ring - 1, tokens.ring
    tight = 2 if measures.compact else 0
    lengths = {"edge": f"{edge}px", "ring": f"{ring}px", "chosen": tokens.accent if tokens.strong else "transparent"}
    insets = {
        "button": (7 - tight, 15),
        "quiet": (7 - tight, 11),
        "link": (3, 7),
        "input": (7 - tight, 9),
        "edit": (5, 5),
    }
    for name, (high, wide) in insets.items():
        lengths[name] = f"{max(0, high - edge)}px {max(0, wide - edge)}px"
        lengths[f"{name}_focused"] = f"{max(0, high - ring)}px {max(0, wide - ring)}px"
    lengths["tool"] = f"{max(0, 6 - tight - ring)}px"
    lengths["menu_item"] = f"{6 - tight}px 28px"
    lengths["tab"] = f"{7 - tight - ring}px {8 - ring}px {7 - tight - ring}px {12 - ring}px"
    # As much on either side: Qt mirrors where a tab's button is, but not its margins.
    lengths["tab_margin"] = "2px" if measures.compact else "4px 2px"
    scale = measures.scale
    lengths["icon"] = f"{round(16 * scale)}px"
    # What has a least height of its own is never given more than that: it has to hold the text.
    lengths |= {"line": f"{max(20, round(16 * scale))}px", "choice": f"{max(26, round(22 * scale))}px"}
    lengths["link_line"] = f"{max(16, round(16 * scale))}px"
    # Two lines, the lower one small: above each of the window's columns there is one such band.
    lengths["head"] = f"{round((19 if measures.compact else 22) + 26 * scale)}px"
    mark = max(10, 2 * round(7 * scale))
    lengths |= {"mark": f"{mark}px", "mark_radius": f"{mark // 2 + edge}px"}
    lengths |= {"dot": f"{mark - 8 - 2 * (1 - edge)}px"}
    return lengths


_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }

QMenuBar { background: $sidebar; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { background: transparent; border: $edge solid transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $surface_hover; color: $text; border-color: $chosen; }
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: $menu_item; border: $edge solid transparent; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $text; border-color: $chosen; }
QMenu::item:disabled { color: $text_muted; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: $title_size; font-weight: 700; }
QLabel[look="heading"] { font-size: $heading_size; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $text_muted; }
QLabel[look="small"] { color: $text_muted; font-size: $small_size; }
QLabel[look="key"] {
    background: $surface; border: 1px solid $border_strong; border-radius: 5px; padding: 1px 6px;
    font-size: $small_size;
}
QLabel[look="code"] {
    background: $surface; border: 1px solid $border_strong; border-radius: 7px; padding: 10px 8px;
    font-size: $heading_size; font-weight: 600;
}
QLabel[look="error"] { color: $text_danger; }

QPushButton {
    background: $surface; color: $text; border: $edge solid $border_strong; border-radius: 7px;
    padding: $button; min-height: $line; icon-size: $icon;
}
QPushButton:hover { background: $surface_hover; }
QPushButton:pressed { background: $surface_pressed; }
QPushButton:disabled { color: $text_muted; border-color: $border; background: $surface; }
QPushButton:focus { border: $ring solid $focus; padding: $button_focused; }

QPushButton[look="primary"] { background: $accent; color: $accent_text; border: $edge solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[look="primary"]:disabled {
    background: $surface_pressed; color: $text_muted; border-color: $surface_pressed;
}
QPushButton[look="primary"]:focus { border: $ring solid $text; }

QPushButton[look="danger"] { color: $text_danger; border-color: $text_danger; font-weight: 600; }
QPushButton[look="danger"]:focus { border: $ring solid $focus; }

QPushButton[look="quiet"] {
    background: transparent; border: $edge solid transparent; text-align: left; padding: $quiet;
}
QPushButton[look="quiet"]:hover { background: $surface_hover; }
QPushButton[look="quiet"]:pressed { background: $surface_pressed; }
QPushButton[look="quiet"]:focus { border: $ring solid $focus; padding: $quiet_focused; }

QPushButton[look="quiet"][warns="true"] { color: $text_danger; font-weight: 600; }

QPushButton[look="link"] {
    background: transparent; border: $edge solid transparent; color: $text_link; padding: $link; min-height: $link_line;
}
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: $ring solid $focus; padding: $link_focused; }

QToolButton {
    background: transparent; border: $ring solid transparent; border-radius: 7px; padding: $tool; icon-size: $icon;
}
QToolButton:hover { background: $surface_hover; }
QToolButton:pressed, QToolButton:checked { background: $surface_pressed; }
QToolButton:focus { border-color: $focus; }
QToolButton[look="send"]:enabled { background: $accent; }
QToolButton[look="send"]:enabled:hover { background: $accent_hover; }
QToolButton[look="send"]:enabled:pressed { background: $accent_pressed; }
QToolButton[look="send"]:focus { border-color: $text; }
QToolButton::menu-indicator { image: none; }

QLineEdit {
    background: $surface; color: $text; placeholder-text-color: $text_muted;
    border: $edge solid $border_strong; border-radius: 7px; padding: $input;
    min-height: $line; selection-background-color: $selection; selection-color: $selection_text;
}
QLineEdit:focus { border: $ring solid $focus; padding: $input_focused; }
QLineEdit[wrong="true"] { border: $ring solid $text_danger; padding: $input_focused; }
QLineEdit:disabled { color: $text_muted; border-color: $border; }
QPlainTextEdit { background: $surface; border: $edge solid $border_strong; border-radius: 7px; padding: $edit; }
QPlainTextEdit:focus { border: $ring solid $focus; padding: $edit_focused; }

QTimeEdit { min-height: $choice; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border_strong; margin: 0px 8px; }
QSlider::handle:horizontal { width: 16px; margin: -6px 0px; border-radius: 8px; background: $accent; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QCheckBox::indicator { width: $mark; height: $mark; border: 1px solid transparent; }
QDateEdit { min-height: 28px; }

QRadioButton, QCheckBox { spacing: 8px; padding: 4px; border: $ring solid transparent; border-radius: 7px; }
QRadioButton:focus, QCheckBox:focus { border-color: $focus; }

QRadioButton::indicator {
    width: $mark; height: $mark; border: $edge solid $border_strong; border-radius: $mark_radius; background: $surface;
}
QRadioButton::indicator:checked { width: $dot; height: $dot; border: 5px solid $accent; background: $accent_text; }

QFrame[look="sidebar"] { background: $sidebar; border: none; }
QFrame[look="head"] { background: $sidebar; border: none; border-bottom: 1px solid $border; min-height: $head; }
QFrame[look="bar"] { background: $accent_soft; border: none; border-bottom: 1px solid $border; }
QFrame[look="foot"] { background: $window; border: none; border-top: 1px solid $border; }
QFrame[look="popup"] { background: $surface; border: $edge solid $border_strong; border-radius: 8px; }
QFrame[look="field"] { background: $surface; border: $edge solid $border_strong; border-radius: 8px; }
QFrame[look="field"][focused="true"] { border: $ring solid $focus; }
QFrame[look="field"][wrong="true"] { border: $ring solid $text_danger; }
QFrame[look="field"] QPlainTextEdit {
    background: transparent; border: none; padding: 0;
    selection-background-color: $selection; selection-color: $selection_text;
}

QTableView { background: transparent; border: none; outline: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $text_muted; border: none; border-bottom: 1px solid $border; padding: 4px 8px;
    font-size: $small_size;
}

QListView { background: transparent; border: none; outline: none; }

QTabBar[look="rooms"] { background: $sidebar; border: none; }
QTabBar[look="rooms"]::tab {
    background: transparent; color: $text_muted; border: $ring solid transparent; border-radius: 7px;
    padding: $tab; margin: $tab_margin;
}
QTabBar[look="rooms"]::tab:hover { background: $surface_hover; color: $text; }
QTabBar[look="rooms"]::tab:selected { background: $window; color: $text; border-color: $border; }
QTabBar[look="rooms"]::tab:focus { border-color: $focus; }
QTabBar[look="rooms"]::tear { image: none; width: 0px; }
QTabBar[look="rooms"] QToolButton { border: 1px solid transparent; padding: 1px; border-radius: 5px; }

QProgressBar { background: $surface_pressed; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QStatusBar { background: $sidebar; border-top: 1px solid $border; color: $text_muted; }
QStatusBar::item { border: none; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $text_muted; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border_strong; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
