import logging
import os
import subprocess
import sys

import pytest

from chatapp.gui.spelling.dictionaries import Dictionaries, matching, open_dictionaries
from tests.gui.spelling.conftest import Book


@pytest.mark.parametrize(
    ("wanted", "there", "found"),
    [
        (["de_DE"], ["de_AT", "de_DE"], ["de_DE"]),
        (["de-DE"], ["de_DE"], ["de_DE"]),
        (["de_CH"], ["de_AT", "de_DE"], ["de_DE"]),
        (["de"], ["de_AT", "de_LU"], ["de_AT"]),
        (["en_IE"], ["en_AU", "en_US"], ["en_US"]),
        (["en", "en_GB"], ["en", "en_GB"], ["en", "en_GB"]),
        (["de_DE", "en_GB", "xx"], ["en_GB", "de_DE"], ["de_DE", "en_GB"]),
        (["ar"], ["ar_EG", "arn"], ["ar_EG"]),
        ([], ["en"], []),
    ],
)
def test_the_nearest_dictionary_is_taken(wanted: list[str], there: list[str], found: list[str]) -> None:
    assert matching(wanted, there) == found


def test_a_word_is_right_in_any_language_of_its_script() -> None:
    known = Dictionaries([("de_DE", Book("haus")), ("en_GB", Book("house")), ("ru_RU", Book("дом"))])
    assert [known.check(word) for word in ("haus", "house", "maison", "дом", "дым", "غرفة")] == [
        *(True, True, False),
        *(True, False),
        True,
    ]


def test_each_language_suggests_in_turn() -> None:
    known = Dictionaries([("de_DE", Book("ha", "hb", "hc")), ("en_GB", Book("hx", "ha"))])
    assert known.suggest("hh", 4) == ["ha", "hb", "hx", "hc"][:4]
    assert known.suggest("дд", 4) == []


def test_a_word_is_added_to_the_language_that_comes_first() -> None:
    german, english = Book(), Book()
    Dictionaries([("de_DE", german), ("en_GB", english)]).add("Quux")
    assert (german.words, english.words) == ({"quux"}, set())


def test_without_pyenchant_nothing_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert open_dictionaries(["en_US"]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="there, pyenchant brings Enchant along")
def test_without_the_systems_enchant_nothing_is_checked_and_nothing_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "enchant"]:
        monkeypatch.delitem(sys.modules, module)
    asked: list[str] = []
    monkeypatch.setattr("ctypes.util.find_library", asked.append)
    with caplog.at_level(logging.WARNING):
        assert open_dictionaries(["en_US"]) is None
    assert "enchant-2" in asked
    assert (caplog.text, *capfd.readouterr()) == ("", "", "")


def test_the_window_opens_without_a_look_at_enchant() -> None:
    program = "import sys, chatapp.gui.window; sys.exit('enchant' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.programs("enchant-2", "/usr/share/hunspell/en_US.dic")
def test_the_systems_own_dictionary_knows_english() -> None:
    if os.environ.get("CI") != "true":
        pytest.importorskip("enchant")
    known = open_dictionaries(["en_US"])
    assert known is not None
    assert known.check("receive")
    assert not known.check("recieve")
    assert "receive" in known.suggest("recieve", 5)
    assert open_dictionaries(["xx_XX"]) is None
