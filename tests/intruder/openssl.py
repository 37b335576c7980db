"""A client of TLS that does what Python's `ssl` has no words for, by the OpenSSL that Python itself uses."""

import ctypes
import ssl
import sys
from pathlib import Path
from typing import Final

P: Final = ctypes.c_void_p


def _library(name: str) -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    assert ssl.OPENSSL_VERSION, "it is loaded"
    loaded = (line.split()[-1] for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines())
    path = next((each for each in loaded if Path(each).name.startswith(f"{name}.so")), None)
    return ctypes.CDLL(path) if path else None


SSL: Final = _library("libssl")
CRYPTO: Final = _library("libcrypto")


class Talker:
    """Its bytes go through the test's hands. Only where there are `SSL` and `CRYPTO`."""

    def __init__(self) -> None:
        assert SSL is not None
        assert CRYPTO is not None
        self._ssl, self._crypto = SSL, CRYPTO
        for make in (SSL.TLS_client_method, SSL.SSL_CTX_new, SSL.SSL_new, CRYPTO.BIO_s_mem, CRYPTO.BIO_new):
            make.restype = P
        self._coming, self._going = (P(CRYPTO.BIO_new(P(CRYPTO.BIO_s_mem()))) for _ in range(2))
        context = P(SSL.SSL_CTX_new(P(SSL.TLS_client_method())))
        self._tls = P(SSL.SSL_new(context))
        SSL.SSL_CTX_free(context)
        SSL.SSL_set_bio(self._tls, self._coming, self._going)
        SSL.SSL_set_connect_state(self._tls)
        self._buffer = ctypes.create_string_buffer(1 << 20)

    def shake(self) -> bytes:
        """Go on with the handshake; what is to be sent."""
        self._ssl.SSL_do_handshake(self._tls)
        return self._sent()

    def hear(self, data: bytes) -> None:
        self._crypto.BIO_write(self._coming, data, len(data))

    def say(self, text: bytes) -> bytes:
        self._ssl.SSL_write(self._tls, text, len(text))
        return self._sent()

    def new_key(self, *, of_both: bool) -> bytes:
        """A KeyUpdate (RFC 8446, section 4.6.3)."""
        self._ssl.SSL_key_update(self._tls, int(of_both))
        return self.shake()

    def end(self) -> None:
        self._ssl.SSL_free(self._tls)

    def _sent(self) -> bytes:
        size = self._crypto.BIO_read(self._going, self._buffer, len(self._buffer))
        return self._buffer.raw[:size] if size > 0 else b""
