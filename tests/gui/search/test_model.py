from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chatapp.gui.search.model import Hits, Role
from chatapp.protocol.messages.rich import Event

Said = Callable[..., Event]


@pytest.fixture
def hits(qapp: object, said: Said) -> Hits:
    made = Hits()
    made.show("TEA", [said(9), said(4, author="<i>")], more=True)
    return made


def test_a_row_tells_who_where_when_and_what(hits: Hits) -> None:
    index = hits.index(1)
    assert [index.data(role) for role in (Role.ROOM, Role.SEQ, Role.AUTHOR)] == ["music", 4, "<i>"]
    assert index.data() == "A cup of tea"
    assert index.data(Role.EXCERPT).marks == ((9, 12),)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"<i>, {index.data(Role.WHEN)}, #music, A cup of tea"
    assert hits.data(QModelIndex()) is None
    assert hits.rowCount(index) == 0


def test_the_next_page_is_asked_for_once(hits: Hits, said: Said, qtbot: QtBot) -> None:
    nowhere = QModelIndex()
    assert hits.canFetchMore(nowhere)
    with qtbot.waitSignal(hits.more_wanted):
        hits.fetchMore(nowhere)
    assert not hits.canFetchMore(nowhere)
    with qtbot.assertNotEmitted(hits.more_wanted):
        hits.fetchMore(nowhere)
    hits.add([said(3)], more=True)
    assert hits.rowCount() == 3
    assert hits.canFetchMore(nowhere)
    hits.add([], more=False)
    assert hits.rowCount() == 3
    assert hits.complete


def test_a_refused_page_is_not_asked_for_again_by_itself(hits: Hits) -> None:
    hits.fetchMore(QModelIndex())
    hits.refuse()
    assert not hits.canFetchMore(QModelIndex())


def test_the_model_keeps_qts_contract(hits: Hits, said: Said, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(hits, force_py=True)
    hits.add([said(2)], more=False)
    hits.show("x", [], more=False)
    hits.show("x", [said(1)], more=True)
    hits.add([said(0)], more=False)


def test_a_hit_is_shown_without_its_markers(hits: Hits, said: Said) -> None:
    hits.show("cup", [said(1, message="a **cup** of `tea`")], more=False)
    assert hits.index(0).data() == "a cup of tea"
    assert hits.index(0).data(Role.EXCERPT).marks == ((2, 5),)
