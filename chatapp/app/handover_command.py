"""`chatapp handover`: its words, and what they lead to."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from chatapp.app import answer, folder, password, place
from chatapp.protocol.limits import SEALED


class HandOver(NamedTuple):
    """Take a hosted chat into a file, or out of one."""

    deed: Literal["export", "import"]
    file: Path
    data_dir: Path | None = None
    """the server's folder; None for that of chats hosted from the window"""
    profile: str = ""
    """without `data_dir`: the profile of that window"""
    password_file: Path | None = None
    """its first line is the password; None: it is asked for"""
    no_password: bool = False
    """export: whoever has the file can be the host"""
    set_aside: bool = False
    """import: a chat that is there is moved out of the way"""


def parse(arguments: Sequence[str]) -> HandOver:
    """What the words behind `handover` ask for. Wrong words end the program: usage and a sentence, exit 2."""
    parser = argparse.ArgumentParser(
        prog="chatapp handover",
        description="Take a hosted chat to another computer: everything that was said, the rules, and the host's key, "
        "so that invites go on to work. Whoever has the file and its password can be this host. A server may run "
        "during an export; stop it before you host elsewhere.",
    )
    parser.add_argument("deed", choices=("export", "import"), help="into the file, or out of it")
    parser.add_argument("file", type=Path, metavar="FILE", help="such as my-chat.chatapp")
    place.add(
        parser,
        f"that of chats hosted from the window, {folder.of_window()}; that of chatapp serve is {folder.of_serve()}",
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=f"its first line is the password, of {SEALED} characters or more (default: you are asked)",
    )
    parser.add_argument("--no-password", action="store_true", help="export: anybody who has the file can open it")
    parser.add_argument(
        "--set-aside", action="store_true", help="import: first move a chat that is there into a folder within"
    )
    found = place.parse(parser, arguments)
    if found.no_password and (found.password_file or found.deed == "import"):
        parser.error("--no-password is for an export, and instead of a password")
    if found.set_aside and found.deed == "export":
        parser.error("--set-aside is for an import")
    return HandOver(
        found.deed,
        found.file,
        found.data_dir,
        found.profile,
        found.password_file,
        found.no_password,
        found.set_aside,
    )


def run(wanted: HandOver) -> int:
    """Do it. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error."""
    from chatapp.app import handover  # noqa: PLC0415  # `parse` needs none of it

    here = wanted.data_dir or folder.of_window(wanted.profile)
    try:
        if wanted.deed == "export":
            if wanted.file.exists():
                return answer.refuse("handover", f"{wanted.file} is there already.")
            handover.pack(here, wanted.file, "" if wanted.no_password else _password(wanted))
            print(f"The chat of {here} is in {wanted.file}. Whoever has it can be this host: keep it to yourself.")
            print(f"On the other computer: chatapp handover import {wanted.file.name}")
        else:
            sealed = handover.needs_password(wanted.file)
            word = _password(wanted) if sealed else ""
            taken = handover.unpack(wanted.file, here, word, set_aside=wanted.set_aside)
            if taken.aside is not None:
                print(f"The chat that was there is in {taken.aside}.")
            print(f"The chat is in {here}. Host there, and nowhere else any more.")
    except handover.CannotHandOver as problem:
        hint = " Say --set-aside to have that done." if problem.there else ""
        return answer.refuse("handover", f"{problem}{hint}")
    except password.NoPassword as problem:
        whose = wanted.password_file or "There is no password"
        return answer.refuse("handover", f"{whose}: {problem}. Nothing was written.")
    except KeyboardInterrupt:
        return 1
    return 0


def _password(wanted: HandOver) -> str:
    """Raises NoPassword."""
    makes = wanted.deed == "export"
    if wanted.password_file is not None:
        found = password.in_file(wanted.password_file)
    else:
        found = password.asked("Password of the file", twice=makes)
    if makes and len(found) < SEALED:
        raise password.NoPassword(f"that of such a file has at least {SEALED} characters")
    return found
