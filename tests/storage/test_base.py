"""How a storage says that it cannot write. What every storage does is tested in test_contract.py."""

from chatapp.storage.base import Retention, StorageFailed


def test_a_failure_has_a_sentence_and_says_whether_space_is_missing() -> None:
    assert (str(StorageFailed("The disk is full.", full=True)), StorageFailed("Broken.").full) == (
        "The disk is full.",
        False,
    )


def test_no_ordinary_disk_notices_what_is_kept() -> None:
    assert Retention() == Retention(max_age=None, max_events=1_000_000, max_bytes=1 << 30)
