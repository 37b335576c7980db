"""Whom the person has met: known again after the program has ended, until they are forgotten."""

from pathlib import Path

from chatapp.session.known import KnownHost
from chatapp.storage.notebook import Notebook, open_notebook

ANN, BEN = KnownHost("pin-of-ann", verified=True, name="Ann's", at=5.0), KnownHost("pin-of-ben", at=6.0)


def test_they_are_known_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "notebook"
    notebook = open_notebook(path)
    notebook.hosts.keep_host("ann-pc.local:20200", BEN)
    notebook.hosts.keep_host("ann-pc.local:20200", ANN)
    notebook.hosts.keep_host("10.0.0.2:20200", BEN)
    notebook.hosts.keep_host("10.0.0.3:20200", BEN)
    notebook.hosts.forget("10.0.0.3:20200")
    notebook.hosts.forget("10.0.0.4:20200")
    notebook.close()
    again = open_notebook(path)
    found = [again.hosts.host_at(f"{host}:20200") for host in ("ann-pc.local", "10.0.0.2", "10.0.0.3")]
    assert found == [ANN, BEN, None]
    again.close()


def test_one_that_is_verified_comes_first() -> None:
    hosts = Notebook(None).hosts
    hosts.keep_host("10.0.0.2:20200", KnownHost("pin", verified=True, at=1.0))
    hosts.keep_host("10.0.0.3:20200", KnownHost("pin", at=2.0))
    hosts.keep_host("10.0.0.4:20200", KnownHost("pin", at=3.0))
    assert hosts.host_with("pin") == KnownHost("pin", verified=True, at=1.0)
    hosts.forget("10.0.0.2:20200")
    assert hosts.host_with("pin") == KnownHost("pin", at=3.0)
    assert hosts.host_with("other") is None


def test_what_invites_have_named() -> None:
    hosts = Notebook(None).hosts
    hosts.keep_host("10.0.0.2:20200", ANN)
    hosts.keep_host("10.0.0.3:20200", BEN)
    assert hosts.host_with(ANN.pin) == ANN
