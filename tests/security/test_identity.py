"""A proof is worth something to one server, on one connection, for one name."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.security.identity import is_proven, prove, public_key

SEEDS = st.binary(min_size=32, max_size=32)
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@given(SEEDS, WORDS, WORDS, WORDS)
def test_a_proof_holds(seed: bytes, pin: str, nonce: str, name: str) -> None:
    assert is_proven(public_key(seed), prove(seed, pin, nonce, name), pin, nonce, name)


@given(SEEDS, st.tuples(WORDS, WORDS, WORDS), st.tuples(WORDS, WORDS, WORDS))
def test_it_holds_for_nothing_else(seed: bytes, said: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert is_proven(public_key(seed), prove(seed, *said), *other) == (said == other)


@given(SEEDS, SEEDS, WORDS)
def test_nor_for_another_key(seed: bytes, other: bytes, name: str) -> None:
    assert is_proven(public_key(other), prove(seed, "p", "n", name), "p", "n", name) == (seed == other)


@given(st.text(max_size=100), st.text(max_size=100))
def test_whatever_comes_is_no_proof(key: str, proof: str) -> None:
    assert not is_proven(key, proof, "p", "n", "Ann")


def test_a_key_has_one_form() -> None:
    """Base64 has several for the same bytes; a ban is for a text."""
    seed = bytes(32)
    key, proof = public_key(seed), prove(seed, "p", "n", "Ann")
    assert len(key) == 43
    assert len(proof) == 86
    for other in (f"{key}=", key[:-1] + chr(ord(key[-1]) + 1), f" {key}", f"{key}\n"):
        assert not is_proven(other, proof, "p", "n", "Ann")
