"""A host's long-lived key: P-256, with a certificate that it has signed itself, and the pin that others know it by.

The certificate says nothing that anybody checks but the key, so it names nobody and lasts 20 years. Both lie in one
file of the data folder: whoever moves the folder to another computer moves the host, and whoever has the file can be
the host. So it is the user's alone: mode 0600, or, on Windows, in the profile, which others cannot read.
"""

import ssl
import tempfile
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from chatapp.protocol.sentences import Sentence
from chatapp.security import private

FILE: Final = "host.key"
LASTS: Final = timedelta(days=20 * 365)
_NAME: Final = "Chatapp host"


class BadKey(Exception):
    """The host's key cannot be used, or kept. Its one argument is a Sentence."""


class HostKey:
    """A key and its certificate. `pin` is what an invite names."""

    def __init__(self, pem: bytes, path: Path | None = None) -> None:
        """`pem` is the key and then the certificate; `path` a file that holds just that. Raises ValueError where they
        are not a host's."""
        self.pem = pem
        self._path = path
        self.pin = _pin(pem)

    @classmethod
    def make(cls) -> Self:
        """A new one, which is kept nowhere."""
        return cls(_new(datetime.now(UTC)))

    @classmethod
    def load_or_make(cls, folder: Path) -> Self:
        """The one in that folder, which is there; made and on the disk, where there is none. Blocks. Raises BadKey: a
        file that is not in order stays as it is, since a new key would be somebody else's to everyone who was here."""
        path = folder / FILE
        try:
            try:
                pem = path.read_bytes()
            except FileNotFoundError:
                pem = _new(datetime.now(UTC))
                folder.mkdir(0o700, parents=True, exist_ok=True)
                private.write(path, pem)
            else:
                private.close_to_others(path)
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise BadKey(
                Sentence("The host's key {path} can neither be read nor made: {why}.", path=path, why=why)
            ) from None
        try:
            return cls(pem, path)
        except ValueError:
            raise BadKey(
                Sentence(
                    "The host's key {path} is damaged, or is another program's. Put a copy of it back. Without one, "
                    "move the file away: a new key is made then, and whoever was here before is warned of it.",
                    path=path,
                )
            ) from None

    def context(self) -> ssl.SSLContext:
        """For the server's end: TLS 1.3 alone, and nothing kept of a connection that is over. Blocks."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.num_tickets = 0
        if ssl.OPENSSL_VERSION_INFO >= (3,):
            # Left to itself it takes groups of finite fields too (RFC 7919), the largest of which costs whoever listens
            # a hundred times what it costs whoever asks. Every TLS 1.3 in use has this one.
            context.set_ecdh_curve("X25519")
        if self._path is not None:
            context.load_cert_chain(self._path)
            return context
        # Python takes a certificate out of a file only.
        with tempfile.TemporaryDirectory(prefix="chatapp-") as folder:
            path = Path(folder) / FILE
            private.write(path, self.pem)
            context.load_cert_chain(path)
        return context


def pin_of(certificate: bytes) -> str:
    """The pin (`protocol.pin`) of a certificate's key. The certificate is in DER, as `getpeercert(binary_form=True)`
    gives it. Raises ValueError where it is none, or its key of a kind that nobody uses."""
    try:
        return _pin_of(x509.load_der_x509_certificate(certificate))
    except (UnsupportedAlgorithm, x509.InvalidVersion):
        raise ValueError from None


def _pin_of(certificate: x509.Certificate) -> str:
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return urlsafe_b64encode(sha256(key).digest()).rstrip(b"=").decode()


def _pin(pem: bytes) -> str:
    """Raises ValueError where key and certificate are not one host's."""
    try:
        key = load_pem_private_key(pem, None)
        certificate = x509.load_pem_x509_certificate(pem)
        is_ours = isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1)
        if not is_ours or key.public_key() != certificate.public_key():
            raise ValueError
    except (TypeError, UnsupportedAlgorithm, x509.InvalidVersion):  # it is encrypted, or of a kind that nobody uses
        raise ValueError from None
    return _pin_of(certificate)


def _new(now: datetime) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, _NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # for clocks that go after ours
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
