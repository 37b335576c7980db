"""packaging/translations.py: what it finds in the source, what it finds wrong, and that the catalogues are as they
should be."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load() -> Any:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = load()
Message, Translated = translations.Message, translations.Translated

SOURCE = """
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate
NOTED = {1: QT_TRANSLATE_NOOP("Words", "in two " "parts")}
TABLE = str.maketrans("a", "b")


class Outer(QWidget):
    def f(self, n):
        f"{self.tr('within an f-string')}"
        self.tr("%Ln things", "", len(n))
        self.tr("read", "a verb")
        "abc".translate(TABLE)

    class Inner(QWidget):
        def f(self):
            self.tr("inside")

    def g(self):
        return lambda: self.tr("in a lambda")


def h(n):
    raise BadName(Sentence("Not {name}.", name=n)) or translate("Words", "by name", None, n)
"""


@pytest.fixture
def source(tmp_path: Path) -> Callable[[str], tuple[list[Any], list[str]]]:
    def find(text: str) -> tuple[list[Any], list[str]]:
        (tmp_path / "program" / "deep").mkdir(parents=True)
        (tmp_path / "program" / "deep" / "module.py").write_text(text, encoding="utf-8")
        found: tuple[list[Any], list[str]] = translations.messages(tmp_path / "program")
        return found

    return find


def test_every_way_to_say_something_is_found(source: Callable[[str], tuple[list[Any], list[str]]]) -> None:
    found, problems = source(SOURCE)
    assert set(found) == {
        Message("Words", "in two parts"),
        Message("Outer", "within an f-string"),
        Message("Outer", "%Ln things", "", plural=True),
        Message("Outer", "read", "a verb"),
        Message("Inner", "inside"),
        Message("Outer", "in a lambda"),
        Message("Sentences", "Not {name}."),
        Message("Words", "by name", "", plural=True),
    }
    assert problems == []


@pytest.mark.parametrize(
    "line",
    ["self.tr(text)", 'self.tr(f"{n} rooms")', 'window.tr("Rooms")', 'self.tr("a" + "b")', 'Sentence(f"No {name}.")'],
)
def test_what_cannot_be_translated_is_complained_of(
    source: Callable[[str], tuple[list[Any], list[str]]], line: str
) -> None:
    found, problems = source(f"class A:\n    def f(self):\n        {line}\n")
    assert found == []
    assert len(problems) == 1
    assert problems[0].startswith(f"{Path('program', 'deep', 'module.py')}:3: ")


@pytest.mark.parametrize(
    ("text", "forms", "fault"),
    [
        ("Rooms", [""], "is not translated"),
        ("Delete {room}?", ["{raum} löschen?"], "other {fields}"),
        ("&Quit", ["Beenden"], "mnemonics"),
        ("Quit", ["&Beenden"], "mnemonics"),
        ("Change…", ["Ändern"], "ends otherwise"),
        ("Delete it?", ["Löschen."], "ends otherwise"),
        ("Rooms", ["Räume "], "blanks"),
        ("%Ln rooms", ["%Ln Raum", "Räume"], "how many"),
        ("%Ln rooms", ["%Ln Raum"], "plural forms"),
    ],
)
def test_a_bad_translation_is_found(text: str, forms: list[str], fault: str) -> None:
    message = Message("Any", text, plural="%" in text)
    assert any(fault in found for found in translations.faults(message, Translated(tuple(forms), finished=True), "de"))


@pytest.mark.parametrize(
    ("text", "form"),
    [("Delete {room}?", "حذف {room}؟"), ("&Quit", "&Beenden"), ("R&&D", "F&&E"), ("Say “{text}”.", "Sag „{text}“.")],
)
def test_a_good_one_is_not(text: str, form: str) -> None:
    assert not list(translations.faults(Message("Any", text), Translated((form,), finished=True), "de"))


def test_arabic_needs_no_number_for_none_one_and_two() -> None:
    forms = ("لا أحد", "شخص واحد", "شخصان", "%Ln أشخاص", "%Ln شخصًا", "%Ln شخص")
    message = Message("Any", "%Ln people", plural=True)
    assert not list(translations.faults(message, Translated(forms, finished=True), "ar"))


def test_a_new_text_comes_in_unfinished_and_an_old_one_goes(tmp_path: Path) -> None:
    kept, new = Message("Any", "<kept> & read"), Message("Any", "%Ln new", plural=True)
    translations.update([kept, Message("Any", "gone")], tmp_path)
    path = tmp_path / "chatapp_ar.ts"
    done = {kept: Translated(("محفوظ & مقروء",), finished=True)}
    path.write_text(translations.written("ar", done), encoding="utf-8")
    assert translations.update([kept, new], tmp_path) == {"en": 1, "de": 2, "ar": 1}
    assert translations.read(path) == done | {new: Translated(("",) * 6, finished=False)}
    assert any("is not translated" in line for line in translations.problems([kept, new], tmp_path))


def test_what_is_stale_is_found(tmp_path: Path) -> None:
    def stale(wanted: list[Any]) -> set[str]:
        lines = translations.problems(wanted, tmp_path)
        return {line.partition(":")[0] for line in lines if "run packaging/translations.py" in line}

    one, other = Message("Any", "one"), Message("Any", "other")
    translations.update([one], tmp_path)
    assert stale([one]) == set()
    assert stale([one, other]) == {"chatapp_de.ts", "chatapp_ar.ts"}
    (tmp_path / "chatapp_de.qm").write_bytes(b"older")
    assert stale([one]) == {"chatapp_de.qm"}


def test_the_program_s_catalogues_are_whole() -> None:
    wanted, untranslatable = translations.messages(ROOT / "chatapp")
    assert untranslatable == []
    assert list(translations.problems(wanted)) == []
