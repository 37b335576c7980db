"""A person's own key, of which others know them again: where it is kept, made once, and found again.

It is kept in the keyring of the account (Keychain, Credential Manager, Secret Service, KWallet), and where there is
none that can be used, in a file of the person's folder. Of the two, one is asked: the file where there is one,
as an import writes it; then the keyring. That the keyring has the key is noted in the folder, so that a keyring that
is locked today is waited for rather than replaced by another key, with which the person would be a stranger to all.
"""

import logging
import queue
import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from msgspec import Struct

from chatapp.protocol.sentences import Sentence
from chatapp.security import private
from chatapp.security.identity import SEED, prove, public_key
from chatapp.session.ground import Signer

T = TypeVar("T")

SERVICE: Final = "Chatapp"
FILE: Final = "identity.key"
NOTE: Final = "identity.in-keyring"
PATIENCE: Final = 3.0
"""seconds that a keyring may take, which may ask its person something"""
_HEAD: Final = "chatapp identity 1"
_SAFE: Final = 1.0
"""the least priority of a keyring that the system itself protects, by `keyring`'s own scale"""

RENEWED: Final = Sentence(
    "The key by which others know you again was damaged or is gone, so you have a new one. Names that were kept for you"
    " are not yours any more: ask the host."
)
LOCKED: Final = Sentence(
    "The key by which others know you again cannot be read at the moment, so your name is not proven. Is the password"
    " store of your computer locked?"
)
NOT_ONE: Final = Sentence("There is no Chatapp identity in this file.")

_log = logging.getLogger(__name__)


class Keyring(Protocol):
    """What of `keyring.backend.KeyringBackend` is used here."""

    @property
    def priority(self) -> float: ...

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


class Identity(Struct, frozen=True):
    """What was found, or made."""

    seed: bytes | None
    """None: there is one, which cannot be read now"""
    notice: str = ""
    """a Sentence for the person; empty where all is as it was"""


class NotAnIdentity(Exception):
    """A file holds none. Its one argument is a Sentence."""


def find(
    folder: Path,
    account: str,
    *,
    ring: Callable[[], Keyring] | None = None,
    patience: float = PATIENCE,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> Identity:
    """The key of that account of the keyring, or of that folder; made where there is none. Blocks, twice for `patience`
    at most. Does not raise."""
    safe = _Safe(ring or _system, account, patience)
    try:
        return _find(folder, safe, random)
    except OSError as problem:
        _log.warning("the person's key in %s cannot be kept: %s", folder, problem)
        return Identity(random(SEED), _unkept(problem))


def signer(seed: bytes) -> Signer:
    """What proves names with this key."""
    key = public_key(seed)
    return lambda pin, nonce, name: (key, prove(seed, pin, nonce, name))


def read(path: Path) -> bytes:
    """The key in a file that `write` made. Raises OSError and NotAnIdentity."""
    with path.open("rb") as file:
        seed = _parsed(file.read(256))
    if seed is None:
        raise NotAnIdentity(NOT_ONE)
    return seed


def write(path: Path, seed: bytes) -> None:
    """Put a key into a file for its owner's eyes alone, at once and whole. Its folder is there. Raises OSError."""
    private.write(path, f"{_HEAD}\n{_text(seed)}\n".encode())


def adopt(folder: Path, seed: bytes) -> Path | None:
    """Be the person with this key from now on. Says where the file with the one before is, if there was a file. Raises
    OSError, and then nobody has changed."""
    path, before = folder / FILE, None
    folder.mkdir(parents=True, exist_ok=True)
    if path.exists():
        before = _set_aside(path, "before")
    try:
        write(path, seed)
    except BaseException:
        if before is not None:
            before.rename(path)
        raise
    return before


def _find(folder: Path, safe: "_Safe", random: Callable[[int], bytes]) -> Identity:
    path, note = folder / FILE, folder / NOTE
    renewed = False
    try:
        kept_in_file = read(path)
        private.close_to_others(path)
        return Identity(kept_in_file)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except NotAnIdentity:
        _log.warning("%s is damaged. It was set aside as %s.", path, _set_aside(path, "damaged"))
        renewed = True
    except OSError as problem:
        _log.warning("%s cannot be read: %s", path, problem)
        return Identity(None, _unreadable(problem))
    in_keyring = note.exists()
    try:
        kept = safe.get()
    except _NoSafe as problem:
        if in_keyring and not renewed:
            _log.warning("the person's key is in a keyring that cannot be read: %s", problem)
            return Identity(None, LOCKED)
        _log.info("the person's key is kept in %s, since there is no keyring: %s", path, problem)
        return _new_in_file(path, random(SEED), renewed=renewed)
    if kept is not None and (seed := _parsed(kept.encode())) is not None:
        _note(note)
        # A damaged file was in force until now, so this is another key than the one that the others have met.
        return Identity(seed, RENEWED if renewed else "")
    renewed = renewed or in_keyring or kept is not None
    seed = random(SEED)
    try:
        safe.put(f"{_HEAD}\n{_text(seed)}\n")
    except _NoSafe as problem:
        _log.info("the person's key is kept in %s, since the keyring does not take it: %s", path, problem)
        return _new_in_file(path, seed, renewed=renewed)
    _note(note)
    return Identity(seed, RENEWED if renewed else "")


def _new_in_file(path: Path, seed: bytes, *, renewed: bool) -> Identity:
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, seed)
    return Identity(seed, RENEWED if renewed else "")


def _note(path: Path) -> None:
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("The key of this person is in the keyring of their account.\n", encoding="ascii")
    except OSError as problem:  # the key is there, all the same
        _log.warning("that the person's key is in the keyring cannot be noted in %s: %s", path, problem)


def _set_aside(path: Path, why: str) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")).exists():
        number += 1
    path.rename(kept)
    return kept


def _text(seed: bytes) -> str:
    return urlsafe_b64encode(seed).rstrip(b"=").decode()


def _parsed(data: bytes) -> bytes | None:
    head, _, text = data.strip().partition(b"\n")
    text = text.strip()
    if head.strip() != _HEAD.encode() or len(text) != 43:
        return None
    try:
        seed = urlsafe_b64decode(text + b"=")
    except (Error, ValueError):
        return None
    return seed if len(seed) == SEED else None


def _unreadable(problem: OSError) -> Sentence:
    return Sentence(
        "The key by which others know you again cannot be read: {why}. Your name is not proven.",
        why=problem.strerror or problem,
    )


def _unkept(problem: OSError) -> Sentence:
    return Sentence(
        "The key by which others know you again cannot be kept: {why}. At the next start you have another one.",
        why=problem.strerror or problem,
    )


# The keyring


class _NoSafe(Exception):
    """It is not there, or does not do what it is asked in time."""


class _Safe:
    """One entry of the keyring; nobody waits for it for longer than `patience`."""

    def __init__(self, ring: Callable[[], Keyring], account: str, patience: float) -> None:
        self._ring = ring
        self._account = account
        self._patience = patience

    def get(self) -> str | None:
        """Raises _NoSafe."""
        return self._wait_for(lambda ring: ring.get_password(SERVICE, self._account))

    def put(self, text: str) -> None:
        """Raises _NoSafe, also where what is read afterwards is something else."""

        def put(ring: Keyring) -> str | None:
            ring.set_password(SERVICE, self._account, text)
            return ring.get_password(SERVICE, self._account)

        if self._wait_for(put) != text:
            raise _NoSafe("it has something else than was put there")

    def _wait_for(self, work: Callable[[Keyring], T]) -> T:
        answers: queue.SimpleQueue[tuple[T] | _NoSafe] = queue.SimpleQueue()

        def do() -> None:
            try:
                ring = self._ring()
                if ring.priority < _SAFE:
                    answers.put(_NoSafe(f"{type(ring).__module__} protects nothing"))
                else:
                    answers.put((work(ring),))
            except Exception as problem:  # noqa: BLE001  # each backend has errors of its own, D-Bus's among them
                answers.put(_NoSafe(f"{type(problem).__name__}: {problem}"))

        # A daemon: one that waits for its person's answer must not keep the program from ending.
        threading.Thread(target=do, name="chatapp-keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._patience)
        except queue.Empty:
            raise _NoSafe("it does not answer") from None
        if isinstance(answer, _NoSafe):
            raise answer
        return answer[0]


def _system() -> Keyring:
    import keyring  # noqa: PLC0415  # it looks for its backends, on the worker

    return keyring.get_keyring()
