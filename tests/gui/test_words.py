import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from chatapp.gui import i18n
from chatapp.gui.words import explain, explain_refusal, say
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.sentences import Sentence, Told
from chatapp.session.changes import Intent, Refused

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence_of_its_own(reason: Reason, qapp: QApplication) -> None:
    sentence = explain(reason, "")
    assert sentence.endswith(".")
    assert sentence != explain("something_else", "")
    assert "{" not in sentence


def test_known_reasons_are_said_in_our_words() -> None:
    assert explain("room_exists", "Raum vorhanden") == explain("room_exists", "")


@pytest.mark.parametrize("reason", ["unavailable", "bad_request", "banned", "never_heard_of"])
def test_the_detail_speaks_where_the_reason_says_too_little(reason: str) -> None:
    assert explain(reason, " The disk is being changed. ") == "The disk is being changed."


def test_what_this_program_knows_is_more_than_the_reason(qapp: QApplication) -> None:
    sentence = Sentence("In this room everybody waits {n} min between two messages. Try again later.", n=10)
    assert explain("rate_limited", sentence) == say(sentence)
    assert explain("rate_limited", "Slow down.") == explain("rate_limited", "")
    i18n.install(qapp, "de", QLocale.c())
    assert "10" in explain("rate_limited", sentence)
    assert "Raum" in explain("rate_limited", sentence)


def test_nothing_known_is_still_a_sentence() -> None:
    assert explain("", "") == "The server did not do this, and did not say why. Please try again."


def test_too_long_names_the_limit() -> None:
    assert "4,000" in explain("message_too_long", "")


@pytest.mark.parametrize(
    ("intent", "word"), [(Intent.EDIT, "change"), (Intent.ERASE, "delete"), (Intent.DELETE, "made this room")]
)
def test_what_is_not_allowed_depends_on_what_was_asked_for(intent: Intent, word: str) -> None:
    assert word in explain_refusal(Refused(1, intent, "music", "not_allowed", "", None))
    assert explain_refusal(Refused(1, intent, "music", "rate_limited", "", None)) == explain("rate_limited", "")


def test_a_sentence_is_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    sentence = Sentence("No server answers at {address}. Is it running, and on the same network?", address="a:1")
    assert say(sentence) == sentence
    i18n.install(qapp, "de", QLocale.c())
    assert say(sentence) not in {sentence, ""}
    assert "a:1" in say(sentence)
    assert say("Whatever this is.") == "Whatever this is."


def test_what_a_server_says_in_english_is_not_repeated_in_another_language(qapp: QApplication) -> None:
    assert explain("invalid_username", "A name has at most 9 letters.") == "A name has at most 9 letters."
    i18n.install(qapp, "de", QLocale.c())
    assert explain("invalid_username", "A name has at most 9 letters.") == explain("invalid_username", "")
    assert explain("never_heard_of", "Something else.") == "Something else."


def test_what_a_server_cannot_do_as_things_are_is_no_misunderstanding(qapp: QApplication) -> None:
    gone = Refused(1, Intent.SERVER, None, "bad_request", "Nobody of that id is connected any more.", None)
    assert explain_refusal(gone) == gone.detail
    i18n.install(qapp, "de", QLocale.c())
    assert explain_refusal(gone) not in {gone.detail, explain("bad_request", "")}


def test_what_a_server_told_is_known_by_its_reason() -> None:
    assert say(Told("Voll.", "server_full")) == explain("server_full", "")
    assert say(Told("Something else.", "never_heard_of")) == "Something else."


@pytest.mark.parametrize("reason", ["unavailable", "never_heard_of"])
def test_what_a_server_says_is_a_line_that_ends(reason: str) -> None:
    assert (
        explain(reason, "Your screen is\n\n\nbroken.\u202e Call\x07 0190")
        == "Your screen is broken.\ufffd Call\ufffd 0190"
    )
    assert len(explain(reason, "x" * 4_000_000)) < 300
    assert explain(reason, Told("a\nb", reason)) == "a b"
