from chatapp.protocol.sentences import Sentence, Told


def test_is_the_english_sentence_and_knows_what_it_was_made_of() -> None:
    made = Sentence("No server answers at {address}.", address="ann-pc:20200")
    assert made == "No server answers at ann-pc:20200."
    assert made.form == "No server answers at {address}."
    assert made.values == {"address": "ann-pc:20200"}


def test_what_is_put_in_is_not_looked_into() -> None:
    assert Sentence("“{text}” is not an address.", text="{text} {0}") == "“{text} {0}” is not an address."


def test_what_is_made_of_it_is_an_ordinary_string() -> None:
    made = Sentence("It ended.")
    assert type(str(made)) is type(f"{made}") is type(made[:2]) is str


def test_what_a_server_said_knows_why() -> None:
    told = Told("Voll.", "server_full")
    assert (told, told.reason) == ("Voll.", "server_full")
