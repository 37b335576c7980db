"""The order of the hosts that were found: it stands still while somebody chooses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from chatapp.gui.welcome.found.model import FoundServer, FoundServers, Role


def server(name: str, people: int | None = 1, *, known: bool = False, locked: bool = False) -> FoundServer:
    return FoundServer(name, name, people, known, locked, f"{name}:1")


ANN, BO, CLEO = server("Ann"), server("Bo"), server("Cleo", known=True)


@pytest.fixture
def model(qapp: object) -> FoundServers:
    made = FoundServers()
    made.tester = QAbstractItemModelTester(made)  # type: ignore[attr-defined]
    return made


def names(model: FoundServers) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_who_was_joined_before_comes_first_then_by_name(model: FoundServers) -> None:
    model.show([BO, ANN, CLEO], held=False)
    assert names(model) == ["Cleo", "Ann", "Bo"]


def test_while_it_is_held_nothing_moves(model: FoundServers) -> None:
    model.show([ANN, BO], held=False)
    model.show([BO, CLEO], held=True)
    assert names(model) == ["Ann", "Bo", "Cleo"]
    ann = model.index(0)
    assert (ann.data(Role.GONE), ann.data(Role.ABOUT)) == (True, "no longer there")
    assert not model.flags(ann) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEnabled
    model.settle()
    assert names(model) == ["Cleo", "Bo"]


def test_who_comes_back_meanwhile_is_where_it_was(model: FoundServers) -> None:
    model.show([ANN, BO], held=False)
    model.show([BO], held=True)
    model.show([BO, ANN], held=True)
    assert names(model) == ["Ann", "Bo"]
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    model.settle()
    assert names(model) == ["Ann", "Bo"]


def test_a_change_is_told_of_one_row(model: FoundServers, qtbot: object) -> None:
    model.show([ANN, BO], held=False)
    with qtbot.waitSignal(model.dataChanged) as changed:  # type: ignore[attr-defined]
        model.show([ANN, server("Bo", 2)], held=True)
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert model.index(1).data(Role.ABOUT) == "2 people"


def test_the_same_again_changes_nothing(model: FoundServers, qtbot: object) -> None:
    model.show([ANN, BO], held=False)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsMoved):  # type: ignore[attr-defined]
        model.show([BO, ANN], held=False)


@pytest.mark.parametrize(
    ("host", "about"),
    [
        (server("A", 0), "nobody there yet"),
        (server("A", None), ""),
        (server("A", 1), "1 person"),
        (server("A", 12, known=True, locked=True), "12 people · joined before · by invite or password"),
    ],
)
def test_what_there_is_to_know(model: FoundServers, host: FoundServer, about: str) -> None:
    model.show([host], held=False)
    assert model.index(0).data(Role.ABOUT) == about
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join(filter(None, ["A", *about.split(" · ")]))


def test_a_name_is_no_page(model: FoundServers) -> None:
    model.show([server("<img src=x>")], held=False)
    assert "&lt;img" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


people = st.sampled_from("abcdef")
steps = st.lists(st.tuples(st.sets(people), st.sets(people), st.booleans()), max_size=8)


@given(steps)
def test_whoever_comes_and_goes(steps: list[tuple[set[str], set[str], bool]]) -> None:
    """Held: all that were there keep their place. Let go: those that are there, in order."""
    model = FoundServers()
    for there, known, held in steps:
        before = names(model)
        model.show([server(name, known=name in known) for name in there], held=held)
        if held:
            assert names(model)[: len(before)] == before
            gone = {model.index(row).data() for row in range(model.rowCount()) if model.index(row).data(Role.GONE)}
            assert set(names(model)) - gone == there
        else:
            assert names(model) == [*sorted(there & known), *sorted(there - known)]
