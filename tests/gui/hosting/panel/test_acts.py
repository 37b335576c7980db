import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.hosting.panel.acts import told
from chatapp.protocol.messages.hosting import Act

KEY = "k" * 43


def said(act: str, target: str = "", detail: str = "") -> str:
    return told(Act(1, 1_790_000_000_000, "Ann", act, target, detail))


@pytest.mark.parametrize(
    ("act", "target", "detail", "words"),
    [
        ("kick", "Bo", "", "disconnected Bo"),
        ("kick", "Bo", "Too loud", "disconnected Bo, saying “Too loud”"),
        ("ban", f"Bo B. {KEY}", "", "banned Bo B."),
        ("ban", KEY, "", "banned somebody"),
        ("ban", "Zed 192.0.2.7", "Shouting", "banned Zed (from 192.0.2.7), saying “Shouting”"),
        ("ban", "192.0.2.7", "", "banned whoever comes from 192.0.2.7"),
        ("unban", "Zed 192.0.2.7", "", "lifted the ban of Zed (from 192.0.2.7)"),
        ("setRoom", "tea", "announce: yes, slow: 30", "let only those in charge write in #tea, every 30 seconds"),
        ("setRoom", "tea", "announce: no, slow: 0", "let everybody write in #tea"),
        ("createInvite", "for Bo", "tea", "made the invite “for Bo” to #tea"),
        ("createInvite", "CK6xovgC", "", "made the invite “CK6xovgC”"),
        ("revokeInvite", "for Bo", "", "took back the invite “for Bo”"),
        ("deleteMessage", "tea", "message 12", "deleted a message in #tea"),
        ("deleteRoom", "tea", "", "deleted #tea"),
    ],
)
def test_what_was_done_is_a_sentence(act: str, target: str, detail: str, words: str) -> None:
    assert said(act, target, detail) == words


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("", "left the rules as they were"),
        ("name: ", "took away the name of the chat"),
        ("name: Ann's house, inviteOnly: yes", "called the chat “Ann's house”, let invited people in only"),
        ("name: tea, cake: yes, people: 9", "called the chat “tea, cake: yes”, let in 9 people at most"),
        ("name: locked: yes", "called the chat “locked: yes”"),
        (
            "password: yes, locked: yes, plain: no, people: 1",
            "set a password, let nobody new in, forbade connections that are not encrypted, let in 1 person at most",
        ),
        (
            "password: no, locked: no, inviteOnly: no",
            "removed the password, let new people in again, let people in without an invite",
        ),
        (
            "plain: yes, people: 1",
            "allowed connections that are not encrypted, let in 1 person at most",
        ),
    ],
)
def test_every_rule_has_its_words(detail: str, words: str) -> None:
    assert said("setServer", "", detail) == words


@pytest.mark.parametrize("act", ["setServer", "setRoom", "paint"])
def test_what_is_not_understood_is_told_as_the_server_has_it(act: str) -> None:
    assert said(act, "tea", "colour: green") == f"{act} tea colour: green"


@given(
    st.sampled_from(["setServer", "kick", "ban", "unban", "setRoom", "createInvite", "deleteRoom", "?"]),
    st.text(),
    st.text() | st.just("name: " + ", locked: yes" * 5_000 + "!"),
)
def test_whatever_a_server_writes_is_shown_without_harm(act: str, target: str, detail: str) -> None:
    text = said(act, target, detail)
    bare = text.replace("\u2068", "").replace("\u2069", "")
    assert len(bare) < 3_000
    assert not {unicodedata.category(each) for each in bare} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
