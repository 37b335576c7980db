"""Bytes to message and back: the envelope, the flat dialect, and every check on hostile input.

A frame is `{"action": string, "payload": object}` in UTF-8 JSON (RFC 8259). Numbers that JSON does not know (NaN),
lone surrogates, nesting without end and trailing text are refused, never repaired.
"""

from typing import Any, get_args

from msgspec import UNSET, Raw, Struct, UnsetType, ValidationError, defstruct
from msgspec import DecodeError as JsonError
from msgspec.json import Decoder, Encoder

from chatapp.protocol.messages import Error, Joined, Left, Message, Reason, Reply, Request, RoomsList


class BadFrame(Exception):
    """A frame that is not a message of this protocol. `reason` and `detail` are what its sender is told."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


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
_bodies: dict[str, Decoder[Any]] = {kind.action: Decoder(kind) for kind in get_args(Request)}
_encode = Encoder().encode
_decode_head = Decoder(_Head).decode


def _union(kinds: tuple[type, ...]) -> Any:
    together: Any = _envelopes[kinds[0]]
    for kind in kinds[1:]:
        together |= _envelopes[kind]
    return together


_decode_request = Decoder(_union(get_args(Request))).decode
_decode_reply = Decoder(_union(get_args(Reply))).decode


def encode(message: Request | Reply) -> bytes:
    """The frame of a message. Raises UnicodeEncodeError where a text holds a lone surrogate."""
    return _encode(_envelopes[type(message)](message))


def encode_flat_list(message: RoomsList) -> bytes:
    """`roomsList` for a connection that speaks the flat dialect: `rooms` in both places."""
    return _encode({"action": message.action, "payload": {"rooms": message.rooms}, "rooms": message.rooms})


def decode_request(data: bytes) -> tuple[Request, bool]:
    """What a client asks, and whether it was said in the flat dialect (fields beside `action`, no `payload`).

    Raises BadFrame for everything else.
    """
    try:
        return _decode_request(data).payload, False
    except ValidationError as problem:
        return _decode_otherwise(data, problem), True
    except (JsonError, UnicodeDecodeError, RecursionError) as problem:
        raise BadFrame(Reason.BAD_REQUEST, _not_json(problem)) from None


def _decode_otherwise(data: bytes, problem: ValidationError) -> Request:
    """A request of the flat dialect, from JSON that is not a frame of ours for the `problem` given."""
    try:
        head = _decode_head(data)
    except (ValidationError, JsonError, RecursionError):
        raise BadFrame(Reason.BAD_REQUEST, f"This is not a request: {_sentence(problem)}.") from None
    if head.action is UNSET:
        raise BadFrame(Reason.BAD_REQUEST, 'A request is {"action": …, "payload": {…}}; this one has no "action".')
    body = _bodies.get(head.action)
    if body is None:
        raise BadFrame(Reason.UNKNOWN_ACTION, f"This server knows no action {head.action[:64]!r}.")
    if head.payload is not UNSET:
        raise BadFrame(Reason.BAD_REQUEST, f"The payload of {head.action} is not right: {_sentence(problem)}.")
    try:
        request: Request = body.decode(data)
    except (ValidationError, JsonError, UnicodeDecodeError, RecursionError) as problem_when_flat:
        detail = f"The fields of {head.action} are not right: {_sentence(problem_when_flat)}."
        raise BadFrame(Reason.BAD_REQUEST, detail) from None
    return request


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


_decode_any = Decoder(dict[str, Any]).decode


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
        return {name: count if type(count) is int and count >= 0 else None for name, count in rooms.items()}
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
