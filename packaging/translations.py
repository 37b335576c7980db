#!/usr/bin/env python3
"""Bring the translations up to date with the program: python3 packaging/translations.py [--check]

Finds every text of the source that is to be translated, puts new ones as unfinished into `resources/i18n/*.ts` (for Qt
Linguist, or a text editor) and takes those away that are gone, then has Qt's lrelease make the `.qm` files that the
program reads. `--check` changes nothing and says what is not as it should be; exit code 1 where anything is.

The texts are found here and not by Qt's lupdate, which overlooks those within f-strings and some plural forms.
"""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
FORMS = {"en": 2, "de": 2, "ar": 6}
"""how many plural forms each language has (Unicode CLDR; those of Qt). English only needs a catalogue for these"""
PLURALS_ALONE = frozenset({"en"})

_FIELD = re.compile(r"\{\w*\}")
_MNEMONIC = re.compile(r"&(?!&)\w")
_END = {"؟": "?", "。": "."}


class Message(NamedTuple):
    """A text to be translated; two of the same are one."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class Translated(NamedTuple):
    """What a catalogue has for it."""

    forms: tuple[str, ...]
    """one, or as many as the language has plural forms"""
    finished: bool


Catalogue = dict[Message, Translated]


# The source


def messages(folder: Path) -> tuple[list[Message], list[str]]:
    """What is to be translated, in the order of files and lines; and what cannot be, as lines for a person."""
    found: dict[Message, None] = {}
    problems: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        finder = _Finder(path.relative_to(folder.parent))
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        found |= dict.fromkeys(finder.found)
        problems += finder.problems
    return sorted(found, key=lambda message: message.context), problems


class _Finder(ast.NodeVisitor):
    """`self.tr(…)`, `translate(…)`, `QT_TRANSLATE_NOOP(…)` and `Sentence(…)` of one file."""

    def __init__(self, path: Path) -> None:
        self.found: list[Message] = []
        self.problems: list[str] = []
        self._path = path
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr") if self._classes:
                self._take(node, self._classes[-1], node.args)
            case ast.Attribute(attr="tr"):
                self._complain(node, "tr of something else than self: use QCoreApplication.translate")
            case ast.Name(id="translate" | "QT_TRANSLATE_NOOP") | ast.Attribute(attr="translate"):
                self._take_named(node)
            case ast.Name(id="Sentence"):
                self._take(node, "Sentences", node.args[:1])
        self.generic_visit(node)

    def _take_named(self, node: ast.Call) -> None:
        # Where the text is no literal, it was marked as a literal elsewhere. (str.translate has one argument.)
        match node.args:
            case [ast.Constant(value=str(context)), ast.Constant(), *_]:
                self._take(node, context, node.args[1:])

    def _take(self, node: ast.Call, context: str, words: Sequence[ast.expr]) -> None:
        match words:
            case [ast.Constant(value=str(source))]:
                self.found.append(Message(context, source))
            case [ast.Constant(value=str(source)), ast.Constant(value=str() | None as comment), *count]:
                self.found.append(Message(context, source, comment or "", bool(count)))
            case _:
                self._complain(node, "a text to be translated has to be a literal")

    def _complain(self, node: ast.Call, what: str) -> None:
        self.problems.append(f"{self._path}:{node.lineno}: {what}")


# The catalogues


def read(path: Path) -> Catalogue:
    """A catalogue; nothing where there is no such file."""
    if not path.exists():
        return {}
    found: Catalogue = {}
    for context in ET.parse(path).getroot().iter("context"):
        for entry in context.iter("message"):
            plural = entry.get("numerus") == "yes"
            message = Message(_text(context, "name"), _text(entry, "source"), _text(entry, "comment"), plural)
            translation = entry.find("translation")
            assert translation is not None, f"{path}: {message.source!r} has no <translation>"
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[message] = Translated(tuple(forms) or (translation.text or "",), translation.get("type") is None)
    return found


def _text(parent: ET.Element, name: str) -> str:
    return parent.findtext(name) or ""


def written(language: str, catalogue: Catalogue) -> str:
    """The file of a catalogue, as Qt Linguist writes it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message, translated in catalogue.items():
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        entry = ET.SubElement(contexts[message.context], "message")
        ET.SubElement(entry, "source").text = message.source
        if message.comment:
            ET.SubElement(entry, "comment").text = message.comment
        translation = ET.SubElement(entry, "translation")
        if not translated.finished:
            translation.set("type", "unfinished")
        if message.plural:
            entry.set("numerus", "yes")
            for form in translated.forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = translated.forms[0]
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def updated(language: str, catalogue: Catalogue, wanted: Sequence[Message]) -> Catalogue:
    """What the program needs of a language: translated as before, or else not yet."""
    return {
        message: catalogue.get(message, Translated(("",) * (FORMS[language] if message.plural else 1), finished=False))
        for message in wanted
        if message.plural or language not in PLURALS_ALONE
    }


def compiled(text: str) -> bytes:
    """What the program reads: the catalogue of this text as lrelease makes it. Raises CalledProcessError."""
    lrelease = next(Path(PySide6.__path__[0]).glob("lrelease*"))
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "catalogue.ts", Path(folder) / "catalogue.qm"
        source.write_text(text, encoding="utf-8")
        command = [str(lrelease), "-silent", "-nounfinished", str(source), "-qm", str(made)]
        subprocess.run(command, check=True, timeout=60)
        return made.read_bytes()


# What is wrong with a translation


def faults(message: Message, translated: Translated, language: str) -> Iterator[str]:
    """What is not as in the source, or not there."""
    if not translated.finished or not all(translated.forms):
        yield "is not translated"
        return
    if message.plural and len(translated.forms) != FORMS[language]:
        yield f"has {len(translated.forms)} plural forms, not {FORMS[language]}"
    source = message.source
    for number, form in enumerate(translated.forms):
        if sorted(_FIELD.findall(form)) != sorted(_FIELD.findall(source)):
            yield f"{form!r} has other {{fields}}"
        # Arabic has words for none, one and two, which need no number beside them.
        if ("%L" in source) != ("%L" in form) and not (message.plural and number < len(translated.forms) - 1):
            yield f"{form!r} does not say how many, or does"
        if len(_MNEMONIC.findall(form)) != len(_MNEMONIC.findall(source)):
            yield f"{form!r} has more or fewer mnemonics"
        if _end(form) != _end(source):
            yield f"{form!r} ends otherwise"
        if form != form.strip() and source == source.strip():
            yield f"{form!r} has blanks around it"


def _end(text: str) -> str:
    """How a text ends that is a sentence, a question, a caption or the beginning of something."""
    last = text.rstrip("”“»«\u2069)")[-1:]
    last = _END.get(last, last)
    return last if last in set(".?!:…") else ""


def problems(wanted: Sequence[Message], folder: Path = FOLDER) -> Iterator[str]:
    """What is wrong with the catalogues in a folder, as lines for a person."""
    for language in FORMS:
        path = folder / f"chatapp_{language}.ts"
        catalogue = read(path)
        needed = updated(language, catalogue, wanted)
        for message in needed:
            for fault in faults(message, needed[message], language):
                yield f"{path.name}: {message.context}: {message.source!r} {fault}"
        text = written(language, needed)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{path.name}: the source has other texts: run packaging/translations.py"
        made = path.with_suffix(".qm")
        if not made.exists() or made.read_bytes() != compiled(text):
            yield f"{made.name}: is older than {path.name}: run packaging/translations.py"


def update(wanted: Sequence[Message], folder: Path = FOLDER) -> Mapping[str, int]:
    """Write the catalogues and what the program reads; returns how many texts of each language are not translated."""
    left = {}
    for language in FORMS:
        path = folder / f"chatapp_{language}.ts"
        catalogue = updated(language, read(path), wanted)
        text = written(language, catalogue)
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".qm").write_bytes(compiled(text))
        left[language] = sum(not translated.finished for translated in catalogue.values())
    return left


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Bring the translations up to date with the program.")
    parser.add_argument("--check", action="store_true", help="change nothing, and say what is wrong")
    wants = parser.parse_args(arguments)
    wanted, untranslatable = messages(ROOT / "chatapp")
    for line in untranslatable:
        print(line, file=sys.stderr)
    if wants.check:
        wrong = list(problems(wanted))
        print("\n".join(wrong) or f"{len(wanted)} texts, all translated")
        return 1 if wrong or untranslatable else 0
    for language, left in update(wanted).items():
        print(f"{language}: {left} to be translated")
    return 1 if untranslatable else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
