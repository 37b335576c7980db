"""One frozen type per wire message, requests (client to server) and replies (server to client) apart, by the part of
the protocol that has it: `base`, `rich`, `hosting`.

`action` names a type on the wire; its fields are the `payload`. A field that a client left out is empty, and the server
answers with the reason that names it; one with its default is not on the wire. The codec knows all of them by the
unions here. Times on the wire (`ts`, `now`) are milliseconds since the Unix epoch, by the server's clock.
"""

from chatapp.protocol.messages.base import BaseReply, BaseRequest
from chatapp.protocol.messages.hosting import AdminReply, AdminRequest
from chatapp.protocol.messages.rich import RichReply, RichRequest

Request = BaseRequest | RichRequest | AdminRequest
Reply = BaseReply | RichReply | AdminReply
