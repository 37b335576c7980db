#!/usr/bin/env python3
"""Make resources/unicode/confusables.txt: python3 packaging/generate_confusables.py CONFUSABLES_TXT

CONFUSABLES_TXT is the data file of Unicode Technical Standard #39 (ICU's sources carry it as
source/data/unidata/confusables.txt). One line a prototype: every single character
that looks like it, in code point order, a tab, then the prototype (one prototype holds a tab itself).
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "unicode" / "confusables.txt"


def compact(source: str) -> str:
    """The table, from the text of the Unicode file. Raises ValueError where the text is not such a file."""
    version = re.search(r"^# Version: (\S+)", source, re.MULTILINE)
    if version is None:
        raise ValueError("no version line: is this Unicode's confusables.txt?")
    looks_like: defaultdict[str, list[str]] = defaultdict(list)
    for line in source.split("\n"):
        data = line.partition("#")[0]  # comments hold the characters themselves, line separators too
        if not data.strip():
            continue
        fields = data.split(";")
        character, prototype = ("".join(chr(int(code, 16)) for code in field.split()) for field in fields[:2])
        looks_like[prototype].append(character)
    lines = [f"{''.join(sorted(characters))}\t{prototype}\n" for prototype, characters in sorted(looks_like.items())]
    return f"Unicode {version[1]} confusables, compacted by packaging/generate_confusables.py\n" + "".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(compact(Path(sys.argv[1]).read_text(encoding="utf-8-sig")), encoding="utf-8", newline="\n")
