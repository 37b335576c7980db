"""Bytes to message and back: the envelope, the flat dialect, and every check on hostile input.

A frame is `{"action": string, "payload": object}` in UTF-8 JSON (RFC 8259). Numbers that JSON does not know (NaN),
lone surrogates, nesting without end and trailing text are refused, never repaired.
"""

from typing import Any, get_args

from msgspec import UNSET, Raw, Struct, UnsetType, ValidationError, convert, defstruct
from msgspec import DecodeError as JsonError
from msgspec.json import Decoder, Encoder

from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import EXTENSIONS, BaseRequest, Error, Joined, Left, Message, Reason, RoomsList


class BadFrame(Exception):
    """A frame that is not a message of this protocol. `reason` and `detail` are what its sender is told; `ref` is the
    request's, where it could be read."""

    def __init__(self, reason: Reason, detail: str, ref: str = "") -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.ref = ref


class _Head(Struct):
    """As much of a frame as tells what it was meant to be."""

    action: str | UnsetType = UNSET
    payload: Raw | UnsetType = UNSET


def _envelope(kind: type[Struct]) -> type[Struct]:
    """The frame around one type of message, told from the others by its action."""
    action: str = kind.action  # type: ignore[attr-defined]  # every member of the two unions has one
    return defstruct(
        f"{kind.__name__}Frame", [("payload", kind)], tag=action, tag_field="action", frozen=True, gc=False
    )


_envelopes: dict[type, type[Struct]] = {kind: _envelope(kind) for kind in get_args(Request | Reply)}
_base: dict[str, type[Request]] = {kind.action: kind for kind in get_args(BaseRequest)}
_all: dict[str, type[Request]] = {kind.action: kind for kind in get_args(Request)}
_bodies: dict[str, Decoder[Any]] = {kind.action: Decoder(kind) for kind in get_args(Request)}
_encode = Encoder().encode
_decode_head = Decoder(_Head).decode


def _union(kinds: tuple[type, ...]) -> Any:
    together: Any = _envelopes[kinds[0]]
    for kind in kinds[1:]:
        together |= _envelopes[kind]
    return together


_decode_base = Decoder(_union(get_args(BaseRequest))).decode
_decode_request = Decoder(_union(get_args(Request))).decode
_decode_reply = Decoder(_union(get_args(Reply))).decode
_decode_any = Decoder(dict[str, Any]).decode


def encode(message: Request | Reply) -> bytes:
    """The frame of a message. Raises UnicodeEncodeError where a text holds a lone surrogate."""
    return _encode(_envelopes[type(message)](message))


def encode_flat_list(message: RoomsList) -> bytes:
    """`roomsList` for a connection that speaks the flat dialect: `rooms` in both places."""
    return _encode({"action": message.action, "payload": message, "rooms": message.rooms})


def decode_request(data: bytes, *, extended: bool = False) -> tuple[Request, bool]:
    """What a client asks, and whether it was said in the flat dialect (fields beside `action`, no `payload`).

    `extended` says that the client negotiated. For any other, actions of Part 2 are unknown, and its fields may hold
    anything: the client does not know that they mean something. Raises BadFrame for everything else.
    """
    try:
        return (_decode_request if extended else _decode_base)(data).payload, False
    except ValidationError as problem:
        return _decode_otherwise(data, problem, extended=extended)
    except (JsonError, UnicodeDecodeError, RecursionError) as problem:
        raise BadFrame(Reason.BAD_REQUEST, _not_json(problem)) from None


def _decode_otherwise(data: bytes, problem: ValidationError, *, extended: bool) -> tuple[Request, bool]:
    """A request from JSON that is not a frame of ours for the `problem` given."""
    try:
        head = _decode_head(data)
    except (ValidationError, JsonError, RecursionError):
        raise BadFrame(Reason.BAD_REQUEST, f"This is not a request: {_sentence(problem)}.") from None
    if head.action is UNSET:
        raise BadFrame(Reason.BAD_REQUEST, 'A request is {"action": …, "payload": {…}}; this one has no "action".')
    flat = head.payload is UNSET
    fields = data if head.payload is UNSET else bytes(head.payload)
    kind = (_all if extended else _base).get(head.action)
    if kind is None:
        detail = f"This server knows no action {head.action[:64]!r}."
        raise BadFrame(Reason.UNKNOWN_ACTION, detail, _ref(fields) if extended else "")
    try:
        return _fields_of(kind, fields, extended=extended), flat
    except (ValidationError, JsonError, UnicodeDecodeError, RecursionError) as problem_within:
        what = "The fields" if flat else "The payload"
        are = "are" if flat else "is"
        detail = f"{what} of {head.action} {are} not right: {_sentence(problem_within if flat else problem)}."
        raise BadFrame(Reason.BAD_REQUEST, detail, _ref(fields) if extended else "") from None


def _fields_of(kind: type[Request], fields: bytes, *, extended: bool) -> Request:
    try:
        request: Request = _bodies[kind.action].decode(fields)
    except ValidationError:
        if extended:
            raise
        known = {name: value for name, value in _decode_any(fields).items() if name not in EXTENSIONS}
        request = convert(known, kind)
    return request


def _ref(fields: bytes) -> str:
    """The `ref` of a request that is not right."""
    try:
        ref = _decode_any(fields).get("ref")
    except (ValidationError, JsonError, UnicodeDecodeError, RecursionError):
        return ""
    return ref if isinstance(ref, str) else ""


def decode_reply(data: bytes | str) -> Reply | None:
    """What a server says, in our dialect or an older server's; None for an action that this client does not know.

    Older servers put `rooms` beside `action`, as an object or as a plain list of names, and `error` with `message`, or
    with `reason` and `detail`, beside `action`. Raises BadFrame for what is none of these.
    """
    try:
        reply: Reply = _decode_reply(data).payload
    except ValidationError:
        return _decode_older(data)
    except (JsonError, UnicodeDecodeError, RecursionError) as problem:
        raise BadFrame(Reason.BAD_REQUEST, _not_json(problem)) from None
    if isinstance(reply, Error) and not reply.detail:
        return _decode_older(data)
    return reply


def _decode_older(data: bytes | str) -> Reply | None:
    try:
        frame = _decode_any(data)
    except (JsonError, UnicodeDecodeError, RecursionError) as problem:
        raise BadFrame(Reason.BAD_REQUEST, _not_json(problem)) from None
    action, payload = frame.get("action"), frame.get("payload")
    fields = {**frame, **payload} if isinstance(payload, dict) else frame
    match action:
        case RoomsList.action:
            return RoomsList(_rooms(fields.get("rooms")))
        case Joined.action:
            return Joined(_text(fields, "room"))
        case Left.action:
            return Left(_text(fields, "room"))
        case Message.action:
            return Message(author=_text(fields, "from"), room=_text(fields, "room"), message=_text(fields, "message"))
        case Error.action:
            reason, detail = fields.get("reason"), fields.get("detail", fields.get("message"))
            return Error(reason if isinstance(reason, str) else "", detail if isinstance(detail, str) else "")
        case str():
            return None
        case _:
            raise BadFrame(Reason.BAD_REQUEST, "The server sent something that names no action.")


def _rooms(rooms: object) -> dict[str, int | None]:
    if isinstance(rooms, list) and all(isinstance(name, str) for name in rooms):
        return dict.fromkeys(rooms)
    if isinstance(rooms, dict):
        return {name: count if type(count) is int and 0 <= count < 2**53 else None for name, count in rooms.items()}
    raise BadFrame(Reason.BAD_REQUEST, "The server sent a list of rooms that is neither names nor counts.")


def _text(fields: dict[str, Any], name: str) -> str:
    text = fields.get(name)
    if not isinstance(text, str):
        raise BadFrame(Reason.BAD_REQUEST, f'The server left out "{name}".')
    return text


def _not_json(problem: Exception) -> str:
    match problem:
        case RecursionError():
            return "This JSON is nested too deeply."
        case UnicodeDecodeError():
            return "This is not valid UTF-8."
        case _:
            return f"This is not valid JSON: {_sentence(problem)}."


def _sentence(problem: Exception) -> str:
    """What msgspec says, as the end of a sentence: `expected `str`, got `int` at `$.payload.room``."""
    text = str(problem).replace(" - at ", " at ").removeprefix("JSON is malformed: ")
    return text[:1].lower() + text[1:]
