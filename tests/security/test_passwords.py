"""A password is known by its hash, and the hash gives nothing away."""

import time
from unicodedata import normalize

import pytest

from chatapp.security.passwords import hashed, is_right


def test_the_right_one() -> None:
    kept = hashed("open sesame")
    assert is_right("open sesame", kept)
    assert not is_right("open sesame ", kept)
    assert not is_right("", kept)
    assert "sesame" not in kept
    assert hashed("open sesame") != kept


def test_however_it_was_typed() -> None:
    assert is_right(normalize("NFD", "Café ü 日本"), hashed(normalize("NFC", "Café ü 日本")))
    assert is_right("\ud800", hashed("\ud800")), "no text at all is no fault"


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "sesame",
        "scrypt$16384$8$1$AAAA",
        "scrypt$x$8$1$AAAA$AAAA",
        "scrypt$16383$8$1$AAAA$AAAA",
        "scrypt$1099511627776$8$1$AAAA$AAAA",
        "scrypt$16384$8$1$ä$AAAA",
        "md5$16384$8$1$AAAA$AAAA",
        "scrypt$0$0$0$$",
    ],
)
def test_a_damaged_hash_is_that_of_no_password(damaged: str) -> None:
    assert not is_right("", damaged)
    assert not is_right("sesame", damaged)


def test_each_guess_is_work() -> None:
    kept = hashed("open sesame")
    began = time.process_time()
    is_right("a guess", kept)
    assert time.process_time() - began > 0.005
