"""What a connection does with bytes, time and the other end's silence, without sockets."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import CloseCode, Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol

from chatapp import __version__
from chatapp.protocol.limits import FRAME, OUTBOX, PART_RATE
from chatapp.server.connection import TURN
from chatapp.server.frames import PING
from chatapp.server.handshake import REQUEST
from chatapp.server.peer import Peer
from tests.server.doubles import UPGRADE, House, closing, frame, text


@pytest.fixture
def house() -> House:
    return House()


# Against websockets


def reference(data: bytes) -> tuple[list[tuple[object, ...]], bytes]:
    """What websockets alone would hand on and answer, byte by byte, with fragments put together and text checked."""
    protocol = ServerProtocol(state=State.OPEN, max_size=FRAME)
    told: list[tuple[object, ...]] = []
    written = b""
    kind, parts = Opcode.TEXT, b""
    for position in range(len(data)):
        protocol.receive_data(data[position : position + 1])
        for event in protocol.events_received():
            assert isinstance(event, Frame)
            if event.opcode in (Opcode.TEXT, Opcode.BINARY):
                kind, parts = event.opcode, b""
            elif event.opcode is not Opcode.CONT:
                continue
            parts += bytes(event.data)
            if event.fin and kind is Opcode.BINARY:
                told.append(("binary", parts))
            elif event.fin:
                try:
                    parts.decode()
                except UnicodeDecodeError:
                    protocol.fail(CloseCode.INVALID_DATA, "text is not UTF-8")
                else:
                    told.append(("text", parts))
        written += b"".join(protocol.data_to_send())
        if protocol.state is not State.OPEN:
            break
    return told, written


contents = st.one_of(st.text(max_size=150).map(str.encode), st.binary(max_size=150), st.just(b"x" * 66_000))
anything = st.one_of(
    st.builds(frame, st.just(Opcode.TEXT), st.text(max_size=150).map(str.encode)),
    st.builds(frame, st.sampled_from([Opcode.TEXT, Opcode.BINARY]), contents),
    st.builds(lambda c: frame(Opcode.TEXT, c, fin=False), contents),
    st.builds(lambda c, fin: frame(Opcode.CONT, c, fin=fin), contents, st.booleans()),
    st.builds(frame, st.sampled_from([Opcode.PING, Opcode.PONG]), st.binary(max_size=125)),
    st.sampled_from([b"", b"\x03\xe8", b"\x03\xe8bye", b"\x03\xed", b"\x03\xe8\xff", b"x"]).map(
        lambda content: frame(Opcode.CLOSE, content)
    ),
    st.binary(min_size=1, max_size=20),
)


@given(st.lists(anything, max_size=8).map(b"".join), st.lists(st.integers(1, 40), max_size=12))
def test_however_the_bytes_are_cut_it_is_what_websockets_does(data: bytes, cuts: list[int]) -> None:
    house = House()
    connection, wire = house.open()
    house.handler.told.clear()
    rest = data
    for cut in cuts:
        if rest:
            house.give(connection, rest[:cut])
            rest = rest[cut:]
    if rest:
        house.give(connection, rest)
    house.turns.settle()
    told, written = reference(data)
    assert [event for event in house.handler.told if event != ("closed",)] == told
    assert wire.taken() == written
    assert ("closed",) in house.handler.told or connection.is_open


def test_one_byte_at_a_time(house: House) -> None:
    connection, _ = house.connect()
    for byte in UPGRADE + text("hello") + frame(Opcode.TEXT, b"wor", fin=False) + frame(Opcode.CONT, b"ld"):
        house.give(connection, bytes((byte,)))
    assert house.handler.told == [("opened",), ("text", b"hello"), ("text", b"world")]


def test_messages_on_the_heels_of_the_handshake(house: House) -> None:
    connection, wire = house.connect()
    house.give(connection, UPGRADE + text("hello") + frame(Opcode.PING, b"you"))
    assert house.handler.told == [("opened",), ("text", b"hello")]
    assert wire.taken().endswith(Frame(Opcode.PONG, b"you").serialize(mask=False))


def test_a_message_of_64_kib_and_one_byte_more(house: House) -> None:
    connection, wire = house.open()
    house.give(connection, frame(Opcode.TEXT, b"x" * FRAME))
    assert house.handler.told[-1] == ("text", b"x" * FRAME)
    house.give(connection, frame(Opcode.TEXT, b"x" * (FRAME + 1))[:10])
    assert closing(wire.taken())[0] == 1009
    assert wire.ended


def test_fragments_that_grow_too_large(house: House) -> None:
    connection, wire = house.open()
    house.give(connection, frame(Opcode.TEXT, b"x" * FRAME, fin=False) + frame(Opcode.CONT, b"x")[:2])
    assert closing(wire.taken())[0] == 1009


@pytest.mark.parametrize(
    "part",
    [frame(Opcode.PING), frame(Opcode.PONG, b"?"), frame(Opcode.TEXT, b"x", fin=False) + frame(Opcode.CONT, b"y")],
)
def test_frames_without_end_that_are_no_messages_end_the_connection(house: House, part: bytes) -> None:
    """Such as pings: a few of them are answered, however many come at once."""
    connection, wire = house.open()
    house.give(connection, part * int(2 * PART_RATE[0]))
    house.turns.settle()
    assert closing(wire.taken())[0] == 1008
    assert house.handler.told[-1] == ("closed",)


def test_pings_all_day_and_a_message_in_small_pieces_are_welcome(house: House) -> None:
    connection, wire = house.open()
    for _ in range(3_000):
        house.turns.now += 1.0
        house.give(connection, frame(Opcode.PING) * 3)
    whole = b"x" * FRAME
    pieces = [frame(Opcode.CONT, whole[at : at + 64], fin=False) for at in range(64, FRAME - 64, 64)]
    house.give(
        connection, frame(Opcode.TEXT, whole[:64], fin=False) + b"".join(pieces) + frame(Opcode.CONT, whole[-64:])
    )
    house.turns.settle()
    assert house.handler.told[-1] == ("text", whole)
    assert not wire.ended


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (frame(Opcode.TEXT, b"\xff"), 1007),
        (frame(Opcode.TEXT, b"ab\xed\xa0\x80"), 1007),
        (frame(Opcode.TEXT, b"\xc3", fin=False) + frame(Opcode.CONT, b"("), 1007),
        (Frame(Opcode.TEXT, b"hello").serialize(mask=False), 1002),
        (b"\xc1\x80mask", 1002),
        (b"\x83\x80mask", 1002),
        (frame(Opcode.CONT, b"hello"), 1002),
        (frame(Opcode.TEXT, b"a", fin=False) + text("hello"), 1002),
        (frame(Opcode.CLOSE, b"\x03\xed"), 1002),
    ],
)
def test_what_breaks_the_protocol_is_told_so(house: House, data: bytes, code: int) -> None:
    connection, wire = house.open()
    house.give(connection, data)
    assert closing(wire.taken())[0] == code
    assert wire.ended
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]
    house.give(connection, text("too late"))
    assert wire.taken() == b""


# The opening handshake


def test_the_handshake(house: House) -> None:
    connection, wire = house.connect()
    house.give(connection, UPGRADE)
    head = wire.taken().decode()
    assert head.startswith("HTTP/1.1 101 Switching Protocols\r\n")
    assert "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" in head
    assert f"Server: chatapp/{__version__}\r\n" in head
    assert "Sec-WebSocket-Extensions" not in head
    assert connection.address == "192.0.2.7"


def test_no_compression_whatever_is_offered(house: House) -> None:
    connection, wire = house.connect()
    house.give(connection, UPGRADE[:-2] + b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
    assert b"permessage-deflate" not in wire.taken()
    assert connection.is_open


@pytest.mark.parametrize("origin", ["https://example.org", "http://127.0.0.1:20200", "null", ""])
def test_web_pages_are_refused(house: House, origin: str) -> None:
    connection, wire = house.connect()
    house.give(connection, UPGRADE[:-2] + f"Origin: {origin}\r\n\r\n".encode())
    assert wire.taken().startswith(b"HTTP/1.1 403 ")
    assert wire.ended
    assert house.handler.told == []


def test_a_browser_is_told_what_this_is(house: House) -> None:
    connection, wire = house.connect()
    house.give(connection, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    head, _, body = wire.taken().decode().partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 426 Upgrade Required\r\n")
    assert "Upgrade: websocket" in head
    assert body == "This is a Chatapp server. Join it with the Chatapp application.\n"
    assert wire.ended


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01",  # TLS
        b"hello\r\n",
        b"hello",
        b"GET / SPDY/1\r\n",
        b"GET /" + b"x" * REQUEST,
        b"GET / HTTP/1.1\r\nno header\r\n\r\n",
        b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 200 + b"\r\n",
    ],
)
def test_garbage_gets_an_answer_and_no_more(house: House, data: bytes) -> None:
    connection, wire = house.connect()
    house.give(connection, data)
    if data == b"hello":  # may become the start of a request
        assert wire.taken() == b""
        house.give(connection, b"\r\n")
    answer = wire.taken()
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 431 "))
    assert f"Server: chatapp/{__version__}".encode() in answer or answer.startswith(b"HTTP/1.1 431 ")
    assert wire.ended
    house.give(connection, UPGRADE)
    assert wire.taken() == b""
    assert house.handler.told == []


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (UPGRADE.replace(b"GET", b"HEAD", 1), (b"400", b"405")),
        (UPGRADE.replace(b"HTTP/1.1", b"HTTP/1.0", 1), (b"400", b"505")),
        (UPGRADE.replace(b"Version: 13", b"Version: 8"), (b"400",)),
        (UPGRADE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"c2hvcnQ="), (b"400",)),
    ],
)
def test_a_handshake_that_is_wrong(house: House, request_: bytes, status: tuple[bytes, ...]) -> None:
    connection, wire = house.connect()
    house.give(connection, request_)
    assert wire.taken().split()[1] in status
    assert wire.ended


# Time


def test_silence_before_the_first_byte(house: House) -> None:
    _, wire = house.connect()
    house.wait(5)
    assert wire.cut


def test_a_handshake_that_is_dragged_out(house: House) -> None:
    connection, wire = house.connect()
    for byte in UPGRADE[:9]:
        house.give(connection, bytes((byte,)))
        house.wait(1)
    assert not wire.cut
    house.wait(1)
    assert wire.cut
    assert house.handler.told == []


def test_the_handler_is_asked_once_after_the_time_to_identify(house: House) -> None:
    house.open()
    house.wait(14.5)
    assert house.handler.told == [("opened",)]
    house.wait(0.5)
    assert house.handler.told == [("opened",), ("idled",)]


def test_who_says_nothing_is_asked_and_who_answers_stays(house: House) -> None:
    connection, wire = house.open()
    for _ in range(5):
        house.wait(20)
        assert wire.taken() == PING
        house.give(connection, frame(Opcode.PONG))
    assert connection.is_open


def test_who_talks_is_not_asked(house: House) -> None:
    connection, wire = house.open()
    for _ in range(20):
        house.wait(10)
        house.give(connection, text("still here"))
    assert wire.taken() == b""


@given(st.floats(0, 30), st.floats(0, 0.5))
def test_half_open_connections_are_gone_within_40_seconds(last_word: float, phase: float) -> None:
    house = House()
    house.turns.now += phase
    connection, wire = house.open()
    house.wait(last_word)
    if last_word:
        house.give(connection, text("goodbye"))
    house.wait(40)
    assert wire.cut
    assert house.handler.told[-1] == ("closed",)


def test_a_claimed_name_is_free_within_5_seconds(house: House) -> None:
    connection, wire = house.open()
    connection.probe()
    assert wire.taken() == PING
    house.wait(4.5)
    assert wire.cut


def test_a_claim_changes_nothing_for_who_answers(house: House) -> None:
    connection, wire = house.open()
    for _ in range(3):
        connection.probe()
        house.wait(0.5)
        house.give(connection, frame(Opcode.PONG))
        house.wait(3)
        connection.probe()
        house.wait(0.5)
        house.give(connection, frame(Opcode.PONG))
        house.wait(9)
    assert connection.is_open
    assert not wire.cut


def test_claims_one_after_another_do_not_put_it_off(house: House) -> None:
    connection, wire = house.open()
    for _ in range(9):
        connection.probe()
        house.wait(0.5)
    assert wire.cut


def test_a_claim_hurries_a_ping_that_is_under_way(house: House) -> None:
    connection, wire = house.open()
    house.wait(20)
    connection.probe()
    assert wire.taken() == PING * 2
    house.wait(4.5)
    assert wire.cut


# Closing


def test_the_other_end_says_goodbye(house: House) -> None:
    connection, wire = house.open()
    house.give(connection, frame(Opcode.CLOSE, b"\x03\xe8bye"))
    assert wire.taken() == Frame(Opcode.CLOSE, b"\x03\xe8bye").serialize(mask=False)
    assert wire.ended
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]
    house.wait(5)
    assert wire.cut  # it did not close its own half


@pytest.mark.parametrize(
    ("code", "polite"),
    [(b"\x03\xe8", True), (b"\x03\xe9", True), (b"", False), (b"\x03\xf3", False), (b"\x0f\xa0", False)],
)
def test_whether_the_other_end_meant_to_go(house: House, code: bytes, polite: bool) -> None:
    connection, _ = house.open()
    house.give(connection, text("bye") + frame(Opcode.CLOSE, code))
    house.turns.settle()
    assert house.handler.polite == [polite]


def test_an_answer_to_our_close_is_not_the_other_ends_wish(house: House) -> None:
    connection, _ = house.open()
    connection.close(1001, "the server is stopping")
    house.give(connection, frame(Opcode.CLOSE, b"\x03\xe9"))
    house.turns.settle()
    assert house.handler.polite == [False]


def test_a_close_that_is_answered(house: House) -> None:
    connection, wire = house.open()
    connection.close(1008, "enough")
    connection.close(1001, "again")
    connection.write(b"this goes nowhere")
    connection.probe()
    assert closing(wire.taken()) == (1008, "enough")
    assert not wire.ended
    house.give(connection, text("what?") + frame(Opcode.CLOSE, b"\x03\xf0"))
    assert wire.ended
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]


def test_a_close_that_nobody_answers(house: House) -> None:
    connection, wire = house.open()
    connection.close(1008, "enough")
    house.wait(5)
    assert wire.cut


def test_what_came_after_the_message_that_closed_it_is_not_handled(house: House) -> None:
    connection, _ = house.open()
    house.handler.answer = lambda connection, content: connection.close(1008, "enough")
    house.give(connection, text("one") * 3 + text("two"))
    house.turns.settle()
    assert house.handler.told == [("opened",), ("text", b"one"), ("closed",)]


def test_the_end_of_the_stream(house: House) -> None:
    connection, wire = house.open()
    assert connection.eof_received() is None
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]
    assert house.handler.polite == [False]
    connection.connection_lost(None)
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]
    assert wire.taken() == b""


# The handler's own trouble


@pytest.mark.allow_errors("could not be handled")
@pytest.mark.parametrize("data", [text("hello"), frame(Opcode.BINARY, b"hello"), text("hello") * 2])
def test_an_exception_costs_one_connection(house: House, data: bytes) -> None:
    def fail(connection: Peer, content: bytes) -> None:
        raise ZeroDivisionError

    connection, wire = house.open()
    other, _ = house.open()
    house.handler.answer = fail
    house.give(connection, data)
    assert closing(wire.taken()) == (1011, "internal error")
    assert other.is_open


def test_the_other_end_does_not_read(house: House) -> None:
    connection, wire = house.open()
    assert wire.high == OUTBOX
    connection.pause_writing()
    assert wire.cut
    assert not connection.is_open
    assert house.handler.told == [("opened",)]  # it may be the handler who was writing
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]


def test_a_dead_transport_is_no_reason_to_fail(house: House) -> None:
    connection, wire = house.open()
    wire.dead = True
    house.give(connection, frame(Opcode.PING))
    assert wire.cut


# Fairness


def test_a_flood_waits_its_turn(house: House) -> None:
    connection, wire = house.open()
    house.give(connection, text("x") * (3 * TURN + 5) + frame(Opcode.PING) * TURN)
    told = house.handler.told
    assert len(told) == 1 + TURN
    assert not wire.reading
    house.turns.turn()
    assert len(told) == 1 + 2 * TURN
    house.turns.settle()
    assert len(told) == 1 + 3 * TURN + 5
    assert wire.taken() == Frame(Opcode.PONG, b"").serialize(mask=False) * TURN
    assert wire.reading


def test_a_flood_that_is_cut_off_amid_its_turns(house: House) -> None:
    connection, wire = house.open()
    house.give(connection, text("x") * (3 * TURN))
    connection.abort()
    house.turns.settle()
    assert len(house.handler.told) == 1 + TURN + 1
    assert wire.cut


def test_frames_do_not_appear_in_the_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    connection, _ = house.open()
    house.give(connection, text("a secret") + frame(Opcode.TEXT, b"a secr", fin=False) + frame(Opcode.CONT, b"et"))
    house.give(connection, text("a secret")[:9])
    connection.close(1008, "enough")
    assert "secr" not in caplog.text
