"""One sentence a fault, with something in it to act on."""

import socket
import ssl

import pytest
from websockets.datastructures import Headers
from websockets.exceptions import InvalidMessage, InvalidStatus
from websockets.http11 import Response

from chatapp.client import faults
from chatapp.protocol.invite import Address

ADDRESS = Address("192.168.1.20", 20200)


def untrusted() -> ssl.SSLCertVerificationError:
    problem = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED]")
    problem.verify_message = "self-signed certificate"
    return problem


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            ConnectionRefusedError(111, "Connect call failed"),
            "No server answers at 192.168.1.20:20200. Is it running, and on the same network?",
        ),
        (
            OSError("Multiple exceptions: …"),
            "No server answers at 192.168.1.20:20200. Is it running, and on the same network?",
        ),
        (
            TimeoutError(),
            "No server answers at 192.168.1.20:20200 in time. Is it running, and on the same network?",
        ),
        (
            socket.gaierror(-2, "Name or service not known"),
            "The name “192.168.1.20” cannot be found. Is it spelled correctly, and is the network there?",
        ),
        (
            UnicodeError("label too long"),
            "The name “192.168.1.20” cannot be found. Is it spelled correctly, and is the network there?",
        ),
        (
            untrusted(),
            "192.168.1.20:20200 cannot be trusted: self-signed certificate. Nothing was sent to it.",
        ),
    ],
)
def test_no_connection(problem: Exception, sentence: str) -> None:
    assert faults.unreachable(ADDRESS, problem) == sentence


def test_no_tls() -> None:
    sentence = (
        "What answers at 192.168.1.20:443 is not encrypted. If it is a server without encryption, its address starts "
        "with ws://."
    )
    assert faults.no_tls(Address("192.168.1.20", 443, secure=True)) == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (503, "The server is full at the moment."),
        (403, "The server at 192.168.1.20:20200 does not let this app in."),
        (404, "There is no Chatapp server at 192.168.1.20:20200: what answers there says “HTTP 404”."),
        (200, "There is no Chatapp server at 192.168.1.20:20200: what answers there says “HTTP 200”."),
    ],
)
def test_no_websocket(status: int, sentence: str) -> None:
    assert faults.refused(ADDRESS, InvalidStatus(Response(status, "", Headers()))) == sentence


def test_no_http() -> None:
    sentence = faults.refused(ADDRESS, InvalidMessage("did not receive a valid HTTP response"))
    assert sentence == "There is no Chatapp server at 192.168.1.20:20200; something else answers there."


def test_a_reason_given_by_a_server_is_shown_as_what_it_is() -> None:
    assert (
        faults.closed(1008, "Too many \u202e requests.") == "The server ended the connection: too many \ufffd requests."
    )
    assert faults.closed(4999, "whatever") == faults.LOST
