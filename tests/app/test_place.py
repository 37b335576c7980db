"""Which folder it is."""

import argparse
from pathlib import Path

import pytest

from chatapp.app import folder, place


def said(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    place.add(parser, "100 % yours")
    return place.parse(parser, words)


def test_words() -> None:
    assert vars(said()) == {"data_dir": None, "profile": ""}
    assert vars(said("--data-dir", "d")) == {"data_dir": Path("d"), "profile": ""}
    assert vars(said("--profile", "Work")) == {"data_dir": None, "profile": "work"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--profile", "a", "--data-dir", "b"], "give one of them"),
        (["--profile", "No Such!"], "'No Such!' is not a profile"),
        (["--profile", ""], "is not a profile"),
    ],
)
def test_words_that_mean_nothing(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        said(*words)
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        said("--help")
    assert "100 % yours" in capsys.readouterr().out


def test_the_folder_without_being_told() -> None:
    served, hosted = folder.of_serve(), folder.of_window()
    assert place.with_file("", "x") == served
    assert place.with_file("work", "x") == folder.of_window("work")
    for each in (hosted, served):
        each.mkdir(parents=True)
        (each / "x").touch()
        assert place.with_file("", "x") == each
