"""Links inside a message: where they stand, where they go, and how they must be shown so that the two agree.

A link is an explicit `http://`, `https://` or `www.` address; a bare domain, an e-mail address and every other scheme
stay text. linkify-it decides where an address ends. An address is no link at all where it could deceive: with a user
name before the host, or with a character that is not drawn.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linkify_it import LinkifyIt


class Link(NamedTuple):
    """`text[start:end]` leads to `url`. `url` is http or https, and its host is written as it is to be shown."""

    start: int
    end: int
    url: str


_BEGINNING = re.compile(r"(?<!\w)(?:[hH][tT][tT][pP][sS]?:(?=//)|[wW]{3}\.(?=\w))")
_VISIBLE_ASCII = re.compile("[!-~]*")
_NOT_DRAWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})
_SYNTAX = frozenset("/?#@:[]\\%<> .")
_ANY_SCRIPT = frozenset({"DIGIT", "KATAKANA-HIRAGANA"})
_EUROPEAN = re.compile("[A-Za-z\u00c0-\u0130\u0132-\u0137\u0139-\u017e\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_TOGETHER = (
    # What UTS #39 (5.2, "highly restrictive") lets stand side by side.
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "HANGUL"}),
)


def find_links(text: str) -> list[Link]:
    """The links of a text, in order and without overlap, as indexes of code points.

    The cost grows with the length of the text, whatever stands in it: a text that begins links over and over inside
    one word, as nobody writes, is searched only as far as four times its length goes.
    """
    links: list[Link] = []
    at = 0
    patience = 4 * len(text)
    while begin := _BEGINNING.search(text, at):
        start = begin.start()
        run = _run(text, start)
        patience -= len(run)
        if patience < 0:
            break
        link = _link(run, start)
        if link is not None:
            links.append(link)
        at = link.end if link is not None else begin.end()
    return links


def disclose(text: str) -> tuple[str, list[Link]]:
    """The text as it may be shown, and its links as indexes into that: a host that could pass for another one,
    because it mixes scripts or hides behind look-alike forms, stands there as punycode.
    """
    if text.isascii():
        return text, find_links(text)
    parts: list[str] = []
    links: list[Link] = []
    done = length = 0
    for link in find_links(text):
        before, shown = text[done : link.start], text[link.start : link.end]
        schemed = shown[0] in "hH"
        if not link.url.endswith(shown.partition(":")[2] if schemed else f"//{shown}"):
            shown = link.url if schemed else link.url.removeprefix("http://")
        parts += (before, shown)
        length += len(before)
        links.append(Link(length, length + len(shown), link.url))
        length += len(shown)
        done = link.end
    parts.append(text[done:])
    return "".join(parts), links


def _run(text: str, start: int) -> str:
    """What follows up to the first character that has no picture: no address goes past it."""
    end = start
    while (visible := _VISIBLE_ASCII.match(text, end)) is not None:
        end = visible.end()
        if end == len(text) or unicodedata.category(text[end]) in _NOT_DRAWN:
            break
        end += 1
    return text[start:end]


def _link(run: str, start: int) -> Link | None:
    prefix = "" if run[0] in "hH" else "http://"
    address = prefix + run
    scheme, _, _ = address.partition("//")
    length = _finder().test_schema_at(address, "http:", len(scheme))
    if not length:
        return None
    address = address[: len(scheme) + length]
    authority, tail = _split(address[len(scheme) + 2 :])
    host, colon, port = authority.partition(":")
    shown = None if "@" in authority or not host else _shown_host(host)
    if shown is None:
        return None
    return Link(start, start + len(address) - len(prefix), f"{scheme.lower()}//{shown}{colon}{port}{tail}")


def _split(address: str) -> tuple[str, str]:
    """The authority of an address without its scheme, and the rest."""
    found = re.search(r"[/?#]", address)
    cut = found.start() if found else len(address)
    return address[:cut], address[cut:]


def _shown_host(host: str) -> str | None:
    """A host as it may be shown: as written, or in punycode where it could pass for another; None for none at all."""
    if host.isascii():
        return host if len(host) <= 253 else None
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).lower())
    labels = plain.split(".")
    if len(labels) != len(host.split(".")) or any(_SYNTAX.intersection(label) for label in labels):
        return None
    try:
        encoded = [label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in labels]
    except UnicodeError:
        return None
    if not all(0 < len(label) <= 63 for label in encoded):
        return None
    honest = unicodedata.normalize("NFKC", host) == host and _one_script(plain)
    shown = host if honest else ".".join(encoded)
    return shown if len(".".join(encoded)) <= 253 else None


def _one_script(host: str) -> bool:
    """Whether all letters belong to one script, or to scripts that one language uses together."""
    scripts = {_script(character) for character in host if character not in ".-"} - _ANY_SCRIPT
    return "OTHER" not in scripts and (len(scripts) <= 1 or any(scripts <= together for together in _TOGETHER))


def _script(character: str) -> str:
    """The script of a letter by the first word of its Unicode name; `OTHER` for what no name is made of.

    Latin letters beyond those of European languages and Vietnamese count as `OTHER`: among them are the look-alikes,
    as is the dotless i.
    """
    if unicodedata.category(character)[0] not in "LMN":
        return "OTHER"
    first = unicodedata.name(character, "OTHER").split(" ")[0]
    return "OTHER" if first == "LATIN" and not _EUROPEAN.match(character) else first


@cache
def _finder() -> "LinkifyIt":
    # Imported at the first text that begins a link: no window needs it before its first frame.
    from linkify_it import LinkifyIt  # noqa: PLC0415  (the reason stands above)

    return LinkifyIt(options={"fuzzy_link": False, "fuzzy_email": False})
