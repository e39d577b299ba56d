"""A drawn PDF signed with a certificate of a file, and the state of each signature in one.

The certificate and its key pass through here once for each act and are kept nowhere. What is signed
comes after the last byte of the drawn PDF, which therefore can still be compared byte by byte.
"""

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pikepdf
from asn1crypto import pem, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext

from sereno.reports.formats.pdf.printed import TEMPLATE, given, pdf
from sereno.reports.formats.typeset import marked
from sereno.reports.rules.document import Document
from sereno.reports.rules.signing import (
    LARGEST_KEY,
    ORDER,
    Act,
    Certificate,
    Place,
    Signature,
    Signed,
)

STAMP = TextStampStyle(
    stamp_text="Firmado electrónicamente por\n%(signer)s\n%(ts)s",
    timestamp_format="%d/%m/%Y %H:%M %Z",
    border_width=0,
)
ROOTS = ("*.pem", "*.crt", "*.cer")
# That nobody said whom to trust is told as the state of the signature; it is no fault to log.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)


class BadCertificate(Exception):
    """The file is no PKCS#12 certificate with its key, or the password is not its own."""


class CertificateOutOfDate(Exception):
    """The certificate is not valid yet, or not any more, on the day of the signature."""


class CannotSign(Exception):
    """The signature could not be put there: the place is taken, or the PDF is not ours."""


@dataclass(frozen=True)
class Key:
    """A certificate with its key, for one signature."""

    signer: SimpleSigner

    @property
    def name(self) -> str:
        certificate = self.signer.signing_cert
        return str(certificate.subject.native.get("common_name", "")) if certificate else ""

    @property
    def fingerprint(self) -> str:
        certificate = self.signer.signing_cert
        return str(certificate.sha256.hex()) if certificate else ""


class NoPlaceToSign(Exception):
    """The document has no boxes for the three signatures."""


def unlock(certificate: Certificate, *, at: datetime) -> Key:
    """Open a PKCS#12 file; what is wrong with it is said by name."""
    data, password = certificate.data, certificate.password
    if len(data) > LARGEST_KEY:
        raise BadCertificate
    try:
        signer = SimpleSigner.load_pkcs12_data(data, [], password.encode() or None)
    except (ValueError, TypeError) as problem:
        raise BadCertificate from problem
    if signer is None or signer.signing_cert is None:
        raise BadCertificate
    mine = signer.signing_cert
    if not mine.not_valid_before <= at <= mine.not_valid_after:
        raise CertificateOutOfDate(f"{mine.not_valid_after:%d/%m/%Y}")
    return Key(signer)


def places(document: Document, *, address: str) -> tuple[Place, ...]:
    """Where the boxes to sign stand in the drawn PDF, in the order of the document."""
    return tuple(
        Place(str(each["act"]), int(each["page"]), float(each["x"]), float(each["y"]))
        for each in marked(TEMPLATE, given(document, address), "<firma>")
    )


def put(key: Key, document: Document, before: bytes, act: Act, *, address: str) -> Signed:
    """The next signature: on the PDF signed before, or on the drawn one where nobody signed."""
    boxes = places(document, address=address)
    if len(boxes) < len(ORDER):
        raise NoPlaceToSign
    data = before or pdf(document, address=address)
    made = sign(data, key=key, act=act, place=boxes[ORDER.index(act)])
    return Signed(made, key.name, key.fingerprint)


def sign(data: bytes, *, key: Key, act: Act, place: Place) -> bytes:
    """The same PDF with one signature more, seen in its box and held by its key."""
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        signer = PdfSigner(
            PdfSignatureMetadata(
                field_name=act.value, reason=act.words, md_algorithm="sha256", name=key.name
            ),
            signer=key.signer,
            stamp_style=STAMP,
            new_field_spec=fields.SigFieldSpec(
                sig_field_name=act.value,
                on_page=place.page - 1,
                box=_box(data, place),
                readable_field_name=act.words,
            ),
        )
        made: io.BytesIO = signer.sign_pdf(writer)
    except (SigningError, PdfError) as problem:
        raise CannotSign(str(problem)) from problem
    return made.getvalue()


def signatures(data: bytes, *, roots: Sequence[x509.Certificate] = ()) -> list[Signature]:
    """Every signature of a PDF, and whether it still holds for the bytes that it covers."""
    try:
        reader = PdfFileReader(io.BytesIO(data))
        found = list(reader.embedded_regular_signatures)
    except (PdfError, ValueError, KeyError) as problem:
        raise CannotSign(str(problem)) from problem
    context = ValidationContext(
        trust_roots=list(roots), allow_fetching=False, revocation_mode="soft-fail"
    )
    read = []
    for number, one in enumerate(found, 1):
        act = str(one.field_name)
        try:
            status = validate_pdf_signature(one, signer_validation_context=context)
        except (SignatureValidationError, PdfError, ValueError, KeyError, TypeError) as problem:
            read.append(Signature(act, str(problem), None, holds=False, is_trusted=False))
            continue
        read.append(_read(act, status, is_last=number == len(found)))
    return read


def roots_in(folder: Path) -> list[x509.Certificate]:
    """The certificates of the authorities that a council trusts, from files in a folder."""
    found = []
    for pattern in ROOTS:
        for path in sorted(folder.glob(pattern)):
            data = path.read_bytes()
            if pem.detect(data):
                found += [
                    x509.Certificate.load(each) for _n, _h, each in pem.unarmor(data, multiple=True)
                ]
            else:
                found.append(x509.Certificate.load(data))
    return found


def _read(act: str, status: PdfSignatureStatus, *, is_last: bool) -> Signature:
    """A later signature may only add itself; the last one must cover the whole file."""
    level = status.modification_level
    alone = level is not None and level <= ModificationLevel.FORM_FILLING
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE if is_last else alone
    certificate = status.signing_cert
    return Signature(
        act=act,
        name=str(certificate.subject.native.get("common_name", "")),
        at=status.signer_reported_dt,
        holds=bool(status.intact and status.valid and whole),
        is_trusted=bool(status.trusted),
        fingerprint=str(certificate.sha256.hex()),
    )


def _box(data: bytes, place: Place) -> tuple[int, int, int, int]:
    """The upper part of a box, in points from the lower left corner as PDF counts."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        height = float(opened.pages[place.page - 1].mediabox[3])
    top = height - place.y
    return round(place.x), round(top - place.tall), round(place.x + place.wide), round(top)
