"""The name that a person goes by, while the server may know them by another one for a moment."""

from chatapp.session.identity import Identity


def test_one_name() -> None:
    me = Identity("Ann")
    assert me.is_mine("Ann")
    assert not me.is_mine("Bo")


def test_both_names_while_one_is_asked_for() -> None:
    me = Identity("Ann")
    me.ask("Anna")
    assert me.name == "Ann"
    assert me.is_mine("Ann")
    assert me.is_mine("Anna")
    me.take("Anna")
    assert me.name == "Anna"
    assert me.is_mine("Ann"), "an old message may still be on its way"


def test_a_name_that_is_surely_refused_is_somebody_elses() -> None:
    me = Identity("Ann")
    me.ask("Bo")
    me.refuse("Bo", for_sure=True)
    assert not me.is_mine("Bo")


def test_a_name_refused_for_another_reason_shows_by_the_next_message() -> None:
    me = Identity("Ann")
    me.ask("Anna")
    me.refuse("Anna", for_sure=False)
    assert me.name == "Ann"
    me.speak_as("Anna")
    assert me.name == "Anna"


def test_an_old_message_shows_nothing() -> None:
    me = Identity("Ann")
    me.ask("Anna")
    me.take("Anna")
    me.speak_as("Ann")
    assert me.name == "Anna"


def test_back_to_a_former_name() -> None:
    me = Identity("Ann")
    for name in ("Anna", "Ann"):
        me.ask(name)
        me.take(name)
    assert me.name == "Ann"
    assert me.is_mine("Anna")
    me.ask("Anna")
    me.speak_as("Anna")
    assert me.name == "Anna"


def test_a_new_connection_knows_one_name() -> None:
    me = Identity("Ann")
    me.ask("Anna")
    me.start("Bo")
    assert me.name == "Bo"
    assert not me.is_mine("Ann")
    assert not me.is_mine("Anna")
