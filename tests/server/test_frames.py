"""The fast way of reading frames, held against websockets."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.utils import apply_mask

from chatapp.protocol.limits import FRAME, READ_AHEAD
from chatapp.server.frames import PING, is_utf8, single_text, split_texts, text_frame, whole_frame
from tests.server.doubles import frame

SIZES = (0, 1, 2, 124, 125, 126, 127, 128, 65_534, 65_535)


def buffer(data: bytes) -> bytearray:
    """Data as a connection finds it: at the start of something longer, with what was there before behind it."""
    return bytearray(data) + bytearray(b"\x81\x85secret of another connection")


def texts_by_websockets(data: bytes) -> tuple[list[bytes], int]:
    """The text messages in single frames that data begins with, and the bytes that they take."""
    protocol = ServerProtocol(state=State.OPEN, max_size=FRAME)
    texts: list[bytes] = []
    taken = 0
    for position in range(len(data)):
        protocol.receive_data(data[position : position + 1])
        events = protocol.events_received()
        if not events and protocol.state is State.OPEN:
            continue
        [event] = events or [None]
        if not isinstance(event, Frame) or event.opcode is not Opcode.TEXT or not event.fin:
            break
        try:
            bytes(event.data).decode()
        except UnicodeDecodeError:
            break
        texts.append(bytes(event.data))
        taken = position + 1
    return texts, taken


frames = st.one_of(
    st.builds(lambda content: frame(Opcode.TEXT, content.encode()), st.text(max_size=200)),
    st.builds(lambda content: frame(Opcode.TEXT, content), st.binary(max_size=200)),
    st.builds(lambda size: frame(Opcode.TEXT, b"x" * size), st.sampled_from(SIZES[:-2])),
    st.builds(
        lambda opcode, content, fin: frame(opcode, content, fin=fin),
        st.sampled_from([Opcode.TEXT, Opcode.BINARY, Opcode.CONT]),
        st.binary(max_size=10),
        st.booleans(),
    ),
    st.builds(frame, st.sampled_from([Opcode.PING, Opcode.PONG, Opcode.CLOSE]), st.binary(max_size=2)),
    st.binary(max_size=20),
)


@given(st.lists(frames, max_size=6).map(b"".join))
@example(bytes.fromhex("81ff00000000000000000000") + b"x" * 121)  # 133 bytes: not a frame of 127
def test_texts_are_those_that_websockets_finds(data: bytes) -> None:
    texts, size = split_texts(buffer(data), len(data), 100, apply_mask)
    assert texts_by_websockets(data[:size]) == (texts, size)


@given(st.lists(st.text(min_size=2, max_size=200), max_size=6), st.integers(0, 3))
def test_all_texts_are_found(contents: list[str], cut: int) -> None:
    data = b"".join(frame(Opcode.TEXT, content.encode()) for content in contents)
    data = data[: len(data) - cut]
    whole = contents[:-1] if cut else contents
    texts, size = split_texts(buffer(data), len(data), 100, apply_mask)
    assert (texts, size) == texts_by_websockets(data)
    assert [text.decode() for text in texts] == whole


@given(frames, st.integers(0, 3))
@example(bytes.fromhex("81ff00000000000000000000") + b"x" * 121, 0)
def test_a_single_text_is_what_websockets_finds(data: bytes, cut: int) -> None:
    data = data[: len(data) - cut]
    found = single_text(buffer(data), len(data), apply_mask)
    if found is not None:
        assert texts_by_websockets(data) == ([found], len(data))
    else:
        assert split_texts(buffer(data), len(data), 2, apply_mask)[1] < len(data) or not data


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", [single_text, lambda *words: split_texts(*words[:2], 9, words[2])[0][0]])
def test_texts_of_every_kind_of_length(size: int, way: Callable[..., object]) -> None:
    data = frame(Opcode.TEXT, b"x" * max(size, 2))
    assert way(buffer(data), len(data), apply_mask) == b"x" * max(size, 2)


def test_no_more_texts_than_asked_for() -> None:
    data = frame(Opcode.TEXT, b"hello") * 5
    assert split_texts(buffer(data), len(data), 3, apply_mask) == ([b"hello"] * 3, 33)


def test_a_length_of_two_bytes_is_never_too_much() -> None:
    assert FRAME > 0xFFFF
    assert READ_AHEAD >= 8


@given(frames)
def test_a_frame_is_whole_when_websockets_says_so(data: bytes) -> None:
    protocol = ServerProtocol(state=State.OPEN, max_size=FRAME)
    whole = 0
    for position in range(len(data)):
        protocol.receive_data(data[position : position + 1])
        if protocol.state is not State.OPEN or protocol.events_received():
            whole = position + 1
            break
    size = whole_frame(bytearray(data), FRAME)
    if size > 0:
        assert size == whole
    elif size == 0:
        assert whole == 0
    else:  # websockets refuses it: now, or when all of it is there
        protocol.receive_data(bytes(FRAME + 14))
        assert protocol.state is not State.OPEN
        assert protocol.close_sent is not None
        assert protocol.close_sent.code in (1002, 1009)


@pytest.mark.parametrize(
    ("start", "most", "size"),
    [
        (b"", FRAME, 0),
        (b"\x81", FRAME, 0),
        (b"\x81\xfe\x01", FRAME, 0),
        (b"\x81\xff\0\0\0\0\0\x01\0", FRAME, 0),
        (b"\x81\xff\0\0\0\0\0\x01\0\0", FRAME, 0),  # 65,536
        (b"\x81\xff\0\0\0\0\0\x01\0\x01", FRAME, -1),
        (b"\x80\x86", 5, -1),
        (b"\x80\x85", 5, 0),
        (b"\x81\x05", FRAME, -1),  # not masked
        (b"\xc1\x85", FRAME, -1),  # compressed
        (b"\x83\x85", FRAME, -1),  # an opcode nobody knows
        (b"\x09\x85", FRAME, -1),  # a ping in fragments
        (b"\x89\xfe", FRAME, -1),  # a long ping
        (b"\x88\x80mask", FRAME, 6),
    ],
)
def test_the_first_bytes_tell(start: bytes, most: int, size: int) -> None:
    assert whole_frame(bytearray(start), most) == size


@pytest.mark.parametrize("size", [*SIZES, 65_536, 70_000])
def test_a_servers_frame_is_as_websockets_makes_it(size: int) -> None:
    content = b"x" * size
    assert text_frame(content) == Frame(Opcode.TEXT, content).serialize(mask=False)


def test_a_ping_is_as_websockets_makes_it() -> None:
    assert Frame(Opcode.PING, b"").serialize(mask=False) == PING


@given(st.binary(max_size=8))
def test_utf8_as_python_has_it(content: bytes) -> None:
    assert is_utf8(content) == (content.decode(errors="replace").encode() == content)
