"""The table of characters that look alike, made from Unicode's file."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from chatapp.protocol.names import skeleton

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "generate_confusables.py"

SOURCE = """\
# confusables.txt
# Date: 2024-08-14, 23:05:00 GMT
# Version: 16.0.0

0430 ;\t0061 ;\tMA\t# ( а → a ) CYRILLIC SMALL LETTER A → LATIN SMALL LETTER A\t#
2028 ;\t0020 ;\tMA\t# ( \u2028 →   ) LINE SEPARATOR → SPACE\t#
FF41 ;\t0061 ;\tMA\t# ( ａ → a ) FULLWIDTH LATIN SMALL LETTER A → LATIN SMALL LETTER A\t# →а→

FB01 ;\t0066 0069 ;\tMA\t# ( ﬁ → fi ) LATIN SMALL LIGATURE FI → LATIN SMALL LETTER F, LATIN SMALL LETTER I\t#

# total: 4
"""


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_confusables", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_line_a_prototype(generator: ModuleType) -> None:
    title, *lines = generator.compact(SOURCE).removesuffix("\n").split("\n")
    assert title.startswith("Unicode 16.0.0 confusables")
    assert lines == ["\u2028\t ", "аａ\ta", "ﬁ\tfi"]


@pytest.mark.parametrize("source", ["", "0430 ; 0061 ; MA", "<html>not found</html>"])
def test_what_is_not_unicodes_file_is_refused(generator: ModuleType, source: str) -> None:
    with pytest.raises(ValueError, match=r"is this Unicode's confusables\.txt"):
        generator.compact(source)


def test_the_table_in_use_was_made_this_way(generator: ModuleType) -> None:
    """Taken apart and made again, it is the same."""
    table = (ROOT / "resources" / "unicode" / "confusables.txt").read_bytes().decode()
    title, *lines = table.removesuffix("\n").split("\n")
    version = title.split()[1]
    pairs = [line.partition("\t") for line in lines]
    source = [f"# Version: {version}"]
    for characters, _, prototype in pairs:
        codes = " ".join(f"{ord(character):04X}" for character in prototype)
        source += [f"{ord(character):04X} ;\t{codes} ;\tMA\t# {character}" for character in characters]
    assert generator.compact("\n".join(source)) == table


def test_the_table_in_use_is_whole() -> None:
    for alike in ("аa", "ａa", "οo", "1l", "0O"):
        assert len({skeleton(character) for character in alike}) == 1, alike
    assert skeleton("ﬁ") == "fi"
    assert skeleton("rn") == skeleton("m")


def test_without_a_file_it_says_what_it_is_for() -> None:
    run = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "generate_confusables.py CONFUSABLES_TXT" in run.stderr
