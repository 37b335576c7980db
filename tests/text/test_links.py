import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text import links
from chatapp.text.links import disclose, find_links


def urls(text: str) -> list[str]:
    return [link.url for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://example.org/a?b=1#c.", "https://example.org/a?b=1#c"),
        ("(http://example.org/x_(y))", "http://example.org/x_(y)"),
        ("<http://localhost:8000/>", "http://localhost:8000/"),
        ("HTTPS://Example.ORG/Path", "https://Example.ORG/Path"),
        ("www.example.dev/page, then", "http://www.example.dev/page"),
        ("👍https://example.org", "https://example.org"),
        ("http://192.168.1.20:20200/lobby", "http://192.168.1.20:20200/lobby"),
        ("https://пример.рф/путь", "https://пример.рф/путь"),
        ("https://münchen.de/", "https://münchen.de/"),
        ("https://例え.jp/", "https://例え.jp/"),
    ],
)
def test_finds_an_address_where_it_stands(text: str, url: str) -> None:
    (link,) = find_links(text)
    assert link.url == url
    assert text[link.start : link.end].lower() in url.lower()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "ann@example.org",
        "mailto:ann@example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:// example.org",
        "www.",
        "xhttp://example.org",
        "httpſ://example.org",
        "http://paypal.com@evil.example/",
        "http://user:secret@evil.example/",
        "http://" + "a" * 64 + ".example",
        "http://" + "abcdefg." * 32 + "example",
        "http://\u2100.example/",
        "http://\u202egro.elpmaxe",
    ],
)
def test_leaves_everything_else_alone(text: str) -> None:
    assert find_links(text) == []


def test_finds_several_in_order() -> None:
    text = "first http://a.example, then www.b.example and https://c.example/d"
    assert [text[start:end] for start, end, _ in find_links(text)] == [
        "http://a.example",
        "www.b.example",
        "https://c.example/d",
    ]


def test_an_address_ends_before_what_is_not_drawn() -> None:
    assert urls("https://example.org/a\u202efdp.exe") == ["https://example.org/a"]
    assert urls("https://example.org/a\u200bb") == ["https://example.org/a"]
    assert urls("https://example.org/a\x00b") == ["https://example.org/a"]


@pytest.mark.parametrize(
    ("text", "shown", "url"),
    [
        ("go https://аррӏе.com/x !", "go https://xn--80ak6aa92e.com/x !", "https://xn--80ak6aa92e.com/x"),
        ("é www.gооgle.com", "é www.xn--ggle-55da.com", "http://www.xn--ggle-55da.com"),
        ("https://ɡoogle.com", "https://xn--oogle-qmc.com", "https://xn--oogle-qmc.com"),
        ("https://ｇｏｏｇｌｅ.com/", "https://google.com/", "https://google.com/"),
        ("https://\u212ax.example", "https://kx.example", "https://kx.example"),
        ("https://tıme.com", "https://xn--tme-jua.com", "https://xn--tme-jua.com"),
    ],
)
def test_a_host_that_could_pass_for_another_is_shown_as_what_it_is(text: str, shown: str, url: str) -> None:
    text_shown, (link,) = disclose(text)
    assert text_shown == shown
    assert link.url == url
    assert shown[link.start : link.end] in url


def test_an_honest_text_is_shown_as_written() -> None:
    for text in ("HTTPS://Example.org and Ünïcode", "WWW.münchen.de", "plain", "ü https://пример.рф:8080/?q=ü#z"):
        assert disclose(text) == (text, find_links(text))


class _Counting:
    def __init__(self) -> None:
        self.inner = links._finder()
        self.characters = 0

    def test_schema_at(self, text: str, name: str, position: int) -> int:
        self.characters += len(text)
        return self.inner.test_schema_at(text, name, position)


HOSTILE = [
    "http://",
    "http:// ",
    "www.",
    "http://a.",
    "http://a/(",
    "http://-",
    "http://xn--",
    "https://[",
    "http://a@",
]


@pytest.mark.parametrize("bit", HOSTILE)
def test_the_work_grows_with_the_text_and_not_faster(bit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = _Counting()
    monkeypatch.setattr(links, "_finder", lambda: counting)
    work = []
    for length in (4_000, 64_000):
        counting.characters = 0
        text = (bit * length)[:length]
        find_links(text)
        work.append(counting.characters / len(text))
    assert max(work) <= 12  # four times the text, and a scheme of at most its own length before each "www."


def test_a_colon_behind_a_host_does_not_hide_it() -> None:
    assert disclose("www.аpple.com/a:b")[0] == "www.xn--pple-43d.com/a:b"
    assert disclose("www.é.fr/a:b")[0] == "www.é.fr/a:b"


PIECES = st.sampled_from(
    ["http://", "https://", "www.", "a", "é", "а", "ӏ", ".com", "/", "?", "@", ":", "#", " ", "\n", "(", "👍", "\u202e"]
)


@given(st.lists(PIECES | st.characters(), max_size=30).map("".join))
def test_what_is_shown_is_where_it_goes(text: str) -> None:
    end = 0
    for link in find_links(text):
        assert end <= link.start < link.end <= len(text)
        end = link.end
        assert link.url.startswith(("http://", "https://"))
        assert "@" not in re.split("[/?#]", link.url)[2]
    shown, found = disclose(text)
    for link in found:
        visible = shown[link.start : link.end]
        assert link.url.lower() in (visible.lower(), f"http://{visible}".lower())
    assert [link.url for link in found] == urls(text)


@given(st.text(max_size=60))
def test_any_host_has_one_reading(tail: str) -> None:
    shown, found = disclose(f"https://{tail}")
    assert disclose(shown) == (shown, found)
