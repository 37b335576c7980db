import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from chatapp.gui.people.model import People, Role
from chatapp.session.acquaintances import Acquaintance, Tie

names = st.lists(st.sampled_from(["Ann", "ann", "Bo", "Chloé", "Ägir", "zoe", "Zed"]), unique=True)


def listed(people: People) -> list[str]:
    return [people.index(row).data(Role.NAME) for row in range(people.rowCount())]


def test_the_owner_leads_and_the_others_follow_by_name(qapp: object) -> None:
    people = People()
    people.update(["Zed", "bo", "Ann", "Cy"], "Zed", "bo")
    assert listed(people) == ["Zed", "Ann", "bo", "Cy"]
    people.update(["Zed", "bo", "Ann"], "", "bo")
    assert listed(people) == ["Ann", "bo", "Zed"]


def test_a_row_says_who_it_is(qapp: object) -> None:
    people = People()
    people.update(["Ann", "Bo", "<b>x</b>"], "Ann", "Ann")
    spoken = [people.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Ann, made this room, you", "<b>x</b>", "Bo"]
    assert people.index(1).data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;b&gt;x&lt;/b&gt;</span>"
    assert [people.index(row).data(Role.OWNER) for row in range(3)] == [True, False, False]
    assert [people.index(row).data(Role.ME) for row in range(3)] == [True, False, False]
    assert people.index(0).data(Role.NAME) == "Ann"
    assert people.data(QModelIndex()) is None
    assert people.rowCount(people.index(0)) == 0


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Acquaintance(), "Bo"),
        (Acquaintance(Tie.PROVEN), "Bo, has proven this name"),
        (Acquaintance(Tie.MET), "Bo, you have met them before"),
        (Acquaintance(Tie.RENAMED, "Robert"), "Bo, you have met them before, as Robert"),
        (Acquaintance(Tie.UNPROVEN, "Bo"), "Bo, has not proven to be the Bo whom you know"),
        (Acquaintance(Tie.STRANGER, "Bó"), "Bo, this is not the Bó whom you know"),
    ],
)
def test_a_row_says_who_is_known(qapp: object, known: Acquaintance, said: str) -> None:
    people = People()
    people.update(["Bo"], "", "", acquaintances={"Bo": known})
    assert people.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert people.index(0).data(Role.ACQUAINTANCE) == known


def test_a_row_says_who_may_do_everything(qapp: object) -> None:
    people = People()
    people.update(["Ann", "Bo", "Cy"], "", "", "Ann", admins=("Ann", "Bo"))
    spoken = [people.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Ann, hosts this chat", "Bo, in charge here", "Cy"]
    assert [people.index(row).data(Role.ADMIN) for row in range(3)] == [True, True, False]


def test_who_is_known_better_by_now_is_shown_so_in_their_place(qapp: object) -> None:
    people = People()
    people.update(["Ann", "Bo", "Cy"], "", "")
    people.update(["Ann", "Bo", "Cy"], "", "", acquaintances={"Bo": Acquaintance(Tie.MET)})
    assert listed(people) == ["Ann", "Bo", "Cy"]
    assert people.index(1).data(Role.ACQUAINTANCE).tie is Tie.MET


def test_who_stays_keeps_their_row(qapp: object) -> None:
    people = People()
    people.update(["Ann", "Bo", "Cy"], "", "")
    bo, cy = (QPersistentModelIndex(people.index(row)) for row in (1, 2))
    people.update(["Aaron", "Bo", "Bob"], "", "")
    assert bo.data() == "Bo"
    assert bo.row() == 1
    assert not cy.isValid()


def test_the_model_keeps_qts_contract_through_every_kind_of_change(qtmodeltester: ModelTester) -> None:
    people = People()
    people.update(["Ann", "Bo"], "", "")
    # From here on the tester watches every change.
    qtmodeltester.check(people, force_py=True)
    for step in (["Ann", "Aa", "Zed"], ["Bo", "Zed"], [], ["Ann"], ["Ann"]):
        people.update(step, "Zed", "Ann")
        assert set(listed(people)) == set(step)


@given(st.lists(st.tuples(names, st.sampled_from(["", "Bo", "zoe"])), max_size=5))
def test_any_way_there_leads_to_the_same_list(steps: list[tuple[list[str], str]]) -> None:
    people = People()
    for present, owner in steps:
        people.update(present, owner, "Ann")
        fresh = People()
        fresh.update(present, owner, "Ann")
        assert listed(people) == listed(fresh)
        assert sorted(listed(people)) == sorted(present)


def test_who_hosts_is_marked(qapp: object) -> None:
    people = People()
    people.update(["Ann", "Bo"], "", "Bo", "Ann")
    assert [people.index(row).data(Role.HOST) for row in range(2)] == [True, False]
    assert people.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ann, hosts this chat"
