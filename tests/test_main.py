"""Whatever the locale of a terminal or a pipe, a command answers."""

import io
import os
import subprocess
import sys

import pytest

import chatapp.__main__ as program


def test_what_a_locale_does_not_have_is_spelled_out() -> None:
    words = [sys.executable, "-m", "chatapp", "serve", "--help"]
    told = subprocess.run(words, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    if sys.platform == "win32":
        assert "“listening on ws://" in told.stdout.decode()
    else:
        assert b"\\u201clistening on ws://" in told.stdout


def test_what_windows_pipes_has_every_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.BytesIO()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(said, encoding="cp1252"))
    program._let_everything_be_printed()
    sys.stdout.write("█")
    sys.stdout.flush()
    assert said.getvalue().decode() == "█"


def test_a_window_has_nowhere_to_print_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    program._let_everything_be_printed()
