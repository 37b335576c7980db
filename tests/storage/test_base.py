"""How a storage says that it cannot write. What every storage does is tested in test_contract.py."""

from chatapp.storage.base import StorageFailed


def test_a_failure_has_a_sentence_and_says_whether_space_is_missing() -> None:
    assert (str(StorageFailed("The disk is full.", full=True)), StorageFailed("Broken.").full) == (
        "The disk is full.",
        False,
    )
