import getpass

import pytest

from chatapp.gui.accounts import account_name


@pytest.mark.parametrize(
    ("account", "name"), [("ann", "Ann"), ("McCoy", "McCoy"), ("admin", "Guest"), ("", "Guest"), ("SYSTEM", "Guest")]
)
def test_a_first_suggestion(account: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: account)
    assert account_name() == name


def test_an_account_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert account_name() == "Guest"
