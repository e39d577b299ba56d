"""A certification authority of the tests, and certificates of people who do not exist."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from sereno.reports.rules.document import Document, Part, Signer
from sereno.reports.rules.signing import Certificate
from tests.reports.formats.stage import document

PASSWORD = "clave de prueba"  # noqa: S105 -- of a certificate that only the tests know
AUTHORITY = "Autoridad de prueba"
KEY = ec.generate_private_key(ec.SECP256R1())
SIGNERS = (
    Signer("Elaborado por", "Planificación"),
    Signer("Revisado por", "Financiero"),
    Signer("Aprobado por", "Dirección"),
)


def signable() -> Document:
    """The document of the tests with three boxes to sign."""
    whole = document()
    return replace(whole, parts=(*whole.parts, Part("Firmas", signers=SIGNERS)))


@cache
def authority() -> x509.Certificate:
    return _certificate(AUTHORITY, KEY.public_key(), days=3650, is_authority=True)


def root_file() -> bytes:
    return authority().public_bytes(Encoding.PEM)


def pkcs12_of(name: str, *, days: int = 365) -> bytes:
    """What a person would upload; with ``days`` under zero it ended before today."""
    key = ec.generate_private_key(ec.SECP256R1())
    mine = _certificate(name, key.public_key(), days=days, is_authority=False)
    return pkcs12.serialize_key_and_certificates(
        name.encode(), key, mine, [authority()], BestAvailableEncryption(PASSWORD.encode())
    )


def certificate(name: str, *, days: int = 365) -> Certificate:
    return Certificate(pkcs12_of(name, days=days), PASSWORD)


def _certificate(
    name: str, key: ec.EllipticCurvePublicKey, *, days: int, is_authority: bool
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(_called(name))
        .issuer_name(_called(AUTHORITY))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=4000))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(KEY, hashes.SHA256())
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
