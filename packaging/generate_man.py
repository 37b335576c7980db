#!/usr/bin/env python3
"""Write the options of `chatapp serve` into its man page: .venv/bin/python packaging/generate_man.py

They stand between two marks in packaging/linux/chatapp-serve.1, and come from `chatapp/app/serve_settings.py`. Run it
after a setting has changed; a test notices.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chatapp.app.serve_settings import SETTINGS, Setting  # noqa: E402  # found by the line above

PAGE = ROOT / "packaging" / "linux" / "chatapp-serve.1"
BEGIN = '.\\" Settings: packaging/generate_man.py writes them\n'
END = '.\\" end of the settings\n'


def escaped(text: str) -> str:
    """As troff prints it: hyphens are ones, and a line begins with no dot of its own."""
    made = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{made}" if made.startswith((".", "'")) else made


def entry(setting: Setting) -> str:
    """One setting, as an entry of a list."""
    value = f' " {escaped(setting.metavar)}"'
    if setting.metavar.startswith("{"):
        words = " , ".join(escaped(word) for word in setting.metavar.strip("{}").split(","))
        head = f'.BR {escaped(setting.flag)} " {{" {words} }}'
    elif setting.secret:
        head = f".B {setting.variable}"
    else:
        head = f".BI {escaped(setting.flag)}{value}"
    text = setting.help[:1].upper() + setting.help[1:]
    where = " In the environment alone." if setting.secret else ""
    return f".TP\n{head}\n{escaped(text)}.{where}\nBy default: {escaped(setting.default_told)}.\n"


def written(page: str) -> str:
    """The page with the options as they are."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "".join(map(entry, SETTINGS.values())) + END + after


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
