"""Every word on screen is to be translated: what the source itself shows of that."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    *sorted((ROOT / "chatapp" / "gui").rglob("*.py")),
    ROOT / "chatapp/app/chats.py",
    ROOT / "chatapp/app/desktop.py",
]

SHOWS = {
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setPlaceholderText", "setTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setIconText", "setPrefix", "setSuffix", "setHeaderText"),
    *("label", "push_button", "add_button", "QLabel", "QPushButton", "QRadioButton", "QCheckBox", "QAction", "QMenu"),
    *("QGroupBox", "QToolButton", "CheckedField", "addAction", "addMenu", "addTab", "setTabText", "setTabToolTip"),
    *("entitle", "tell", "show_text", "announce", "read_aloud", "tooltip", "caption", "heading", "refuse"),
}
"""what puts the texts among its arguments before a person"""
NOT_WORDS = {"Chatapp"}
"""the same in every language"""


def shown(node: ast.expr) -> Iterator[ast.Constant]:
    """The literals of an argument that are shown as they are: whatever stands around them, but in no call."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from shown(left)
            yield from shown(right)
        case ast.IfExp(body=body, orelse=other):
            yield from shown(body)
            yield from shown(other)
        case ast.BoolOp(values=values) | ast.JoinedStr(values=values):
            for value in values:
                yield from shown(value)
        case ast.Call(func=ast.Attribute(value=inner, attr="format" | "join")):
            yield from shown(inner)


def has_words(text: str) -> bool:
    return any(character.isalpha() for character in text) and text not in NOT_WORDS


def escapes(source: str) -> list[tuple[int, str]]:
    """Lines and literals that are shown untranslated."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called not in SHOWS:
            continue
        # The second argument of `label` and `add_button` is a look, not a word.
        words = node.args[:1] if called in {"label", "push_button", "add_button"} else node.args
        found += [
            (literal.lineno, literal.value) for word in words for literal in shown(word) if has_words(literal.value)
        ]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "chatapp")))
def test_no_word_is_shown_that_is_not_to_be_translated(path: Path) -> None:
    assert escapes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'label("Rooms")',
        'button.setText(f"{count} messages")',
        'self.setToolTip("Close" if there else "Open")',
        'box.setAccessibleName("Room " + name)',
        'x.setText("{n} rooms".format(n=3))',
        'menu.addAction("Copy")',
    ],
)
def test_the_check_sees_a_word_that_escapes(line: str) -> None:
    assert escapes(line)


@pytest.mark.parametrize(
    "line",
    [
        'label(self.tr("Rooms"), "strong")',
        'x.setText("#")',
        'x.setText(self.tr("{n} rooms").format(n=3))',
        'x.setText("")',
    ],
)
def test_the_check_lets_pass_what_is_translated(line: str) -> None:
    assert not escapes(line)
