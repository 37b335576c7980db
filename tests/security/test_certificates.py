"""A host's key: made once, kept private, and never replaced unasked."""

import ssl
import stat
import sys
from base64 import b64decode, encodebytes, urlsafe_b64decode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from chatapp.protocol import pin
from chatapp.security.certificates import FILE, BadKey, HostKey, pin_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="on Windows the profile's folder keeps others out")


def test_it_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    made = HostKey.load_or_make(folder)
    assert HostKey.load_or_make(folder).pin == made.pin == pin.checked(made.pin)
    assert [each.name for each in folder.iterdir()] == [FILE]
    assert HostKey.make().pin != made.pin


def test_it_moves_with_the_folder(tmp_path: Path) -> None:
    made = HostKey.load_or_make(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    assert HostKey.load_or_make(tmp_path / "new").pin == made.pin


@posix
def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / FILE
    HostKey.load_or_make(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)  # it came out of an archive
    HostKey.load_or_make(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_start_that_was_cut_off_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.new").write_text("half a k")
    made = HostKey.load_or_make(tmp_path)
    assert HostKey.load_or_make(tmp_path).pin == made.pin


def test_the_certificate() -> None:
    key = HostKey.make()
    certificate = x509.load_pem_x509_certificate(key.pem)
    public = certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    assert isinstance(public.curve, ec.SECP256R1)
    assert certificate.not_valid_before_utc < datetime.now(UTC)
    assert certificate.not_valid_after_utc > datetime.now(UTC) + timedelta(days=19 * 365)
    certificate.verify_directly_issued_by(certificate)
    assert pin_of(certificate.public_bytes(Encoding.DER)) == key.pin


def test_the_pin_is_that_of_rfc_7469(tmp_path: Path) -> None:
    """As a script has it that knows nothing of certificates: the key is where the certificate holds it, in DER."""
    der = ssl.PEM_cert_to_DER_cert(HostKey.make().pem.decode().partition("-----END PRIVATE KEY-----\n")[2])
    start = der.index(bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107"))
    key = der[start : start + 91]
    assert pin_of(der) == pin.checked(pin_of(der))

    assert urlsafe_b64decode(pin_of(der) + "=") == sha256(key).digest()


def encrypted(pem: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))


def of_another_kind(pem: bytes) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate_of(pem)


def certificate_of(pem: bytes) -> bytes:
    return pem[pem.index(b"-----BEGIN CERTIFICATE") :]


def of_no_known_kind(pem: bytes) -> bytes:
    """A curve that nobody has: the same key by another number."""
    return _numbered(pem, "PRIVATE KEY", "06082a8648ce3d030107", "06082a811ccf5501822d")


def of_no_version(pem: bytes) -> bytes:
    return _numbered(pem, "CERTIFICATE", "a003020102", "a003020107")


def _numbered(pem: bytes, label: str, before: str, after: str) -> bytes:
    begin, end = f"-----BEGIN {label}-----\n".encode(), f"-----END {label}-----\n".encode()
    head, _, rest = pem.partition(begin)
    text, _, tail = rest.partition(end)
    der = b64decode(text)
    assert bytes.fromhex(before) in der
    return head + begin + encodebytes(der.replace(bytes.fromhex(before), bytes.fromhex(after), 1)) + end + tail


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pem: b"",
        lambda pem: pem[: len(pem) // 2],
        lambda pem: pem[: pem.index(b"-----BEGIN CERTIFICATE")],
        certificate_of,
        lambda pem: pem.replace(b"\n", b"\n\xff", 3),
        lambda pem: b"\0" * len(pem),
        lambda pem: HostKey.make().pem.partition(b"-----BEGIN CERTIFICATE")[0] + certificate_of(pem),
        encrypted,
        of_another_kind,
        of_no_known_kind,
        of_no_version,
    ],
)
def test_what_is_damaged_or_foreign_stays_as_it_is(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    HostKey.load_or_make(tmp_path)
    path = tmp_path / FILE
    spoilt = spoil(path.read_bytes())
    path.write_bytes(spoilt)
    with pytest.raises(BadKey, match=r"is damaged, or is another program's\. Put a copy of it back"):
        HostKey.load_or_make(tmp_path)
    assert path.read_bytes() == spoilt


def test_where_it_cannot_be(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(BadKey, match=r"can neither be read nor made: "):
        HostKey.load_or_make(tmp_path)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(BadKey, match=r"can neither be read nor made: "):
        HostKey.load_or_make(in_the_way)


def test_a_disk_that_takes_no_more_is_left_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadKey, match="No space left on device"):
        HostKey.load_or_make(tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("kept", [True, False])
def test_what_the_server_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    context = (HostKey.load_or_make(tmp_path / "data") if kept else HostKey.make()).context()
    assert context.minimum_version is ssl.TLSVersion.TLSv1_3
    assert context.num_tickets == 0
    assert context.verify_mode is ssl.CERT_NONE
    assert [each.name for each in tmp_path.iterdir()] == (["data"] if kept else [])


def test_what_is_no_certificate() -> None:
    with pytest.raises(ValueError, match="parsing"):
        pin_of(b"nothing")
