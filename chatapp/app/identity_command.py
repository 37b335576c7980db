"""`chatapp identity`: who this person is to others goes along to another computer, in a file."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from chatapp.app import answer, folder
from chatapp.app.profile import called, word
from chatapp.security import person

if TYPE_CHECKING:
    from collections.abc import Callable

    from chatapp.security.person import Keyring


class MoveIdentity(NamedTuple):
    """Put the person's key into a file, or take it from one."""

    deed: Literal["export", "import"]
    file: Path
    profile: str = ""


def parse(arguments: Sequence[str]) -> MoveIdentity:
    """What the words behind `identity` ask for. Wrong words end the program: usage and a sentence, exit 2."""
    parser = argparse.ArgumentParser(
        prog="chatapp identity",
        description="Take along to another computer what others know you by and names are kept for you with. "
        "Whoever has the file can be you.",
    )
    parser.add_argument("deed", choices=("export", "import"), help="into the file, or out of it")
    parser.add_argument("file", type=Path, metavar="FILE", help="such as me.chatapp-identity")
    parser.add_argument("--profile", type=word, metavar="NAME", help="of that profile")
    found = parser.parse_args(arguments)
    return MoveIdentity(found.deed, found.file, found.profile or "")


def run(wanted: MoveIdentity, ring: "Callable[[], Keyring] | None" = None) -> int:
    """Do it. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error. `ring` is the keyring to ask;
    that of the system if none is given."""
    try:
        if wanted.deed == "export":
            return _export(wanted, ring)
        before = person.adopt(folder.of_person(wanted.profile), person.read(wanted.file))
    except person.NotAnIdentity as problem:
        return answer.refuse("identity", f"{wanted.file}: {problem}")
    except OSError as problem:
        return answer.refuse(
            "identity", f"{problem.filename or wanted.file} cannot be used: {problem.strerror or problem}."
        )
    print("You are who you were there, from the next start on.")
    if before is not None:
        print(f"Who you were here until now is in {before}.")
    return 0


def _export(wanted: MoveIdentity, ring: "Callable[[], Keyring] | None") -> int:
    if wanted.file.exists():
        return answer.refuse("identity", f"{wanted.file} is there already.")
    found = person.find(folder.of_person(wanted.profile), called("chatapp", wanted.profile), ring=ring)
    if found.seed is None:
        return answer.refuse("identity", found.notice)
    try:
        person.write(wanted.file, found.seed)
    except OSError as problem:
        return answer.refuse("identity", f"{wanted.file} cannot be written: {problem.strerror or problem}.")
    if found.notice:  # such as that it cannot be kept here
        print(f"chatapp identity: {found.notice}", file=sys.stderr)
    print(f"Who you are is in {wanted.file}. Whoever has it can be you: delete it when you are done.")
    return 0
