"""Three signatures, seen and held by their keys; whatever changes after one is found."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from sereno.reports.formats import checked
from sereno.reports.formats.pdf import signing
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.rules.signing import LARGEST_KEY, Act, Certificate
from sereno.verify import files
from tests.reports.formats import chain
from tests.reports.formats.stage import document

ADDRESS = "http://127.0.0.1:8000/ediciones/informe/"
WHO = {Act.MADE: "Carmen Pérez", Act.REVIEWED: "Diego Ñauta", Act.APPROVED: "Elena Ruiz"}


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return pdf(chain.signable(), address=ADDRESS)


@pytest.fixture(scope="module")
def signed(drawn: bytes) -> bytes:
    data = drawn
    boxes = signing.places(chain.signable(), address=ADDRESS)
    for place, (act, name) in zip(boxes, WHO.items(), strict=True):
        key = signing.unlock(chain.certificate(name), at=datetime.now(UTC))
        data = signing.sign(data, key=key, act=act, place=place)
    return data


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    (tmp_path / "prueba.pem").write_bytes(chain.root_file())
    return tmp_path


def test_three_signatures_hold_and_lead_to_the_authority(signed: bytes, roots: Path) -> None:
    found = signing.signatures(signed, roots=signing.roots_in(roots))
    assert [(each.act, each.name) for each in found] == [
        (act.value, name) for act, name in WHO.items()
    ]
    assert all(each.holds and each.is_trusted for each in found)


def test_without_authorities_a_signature_holds_but_nobody_is_trusted(signed: bytes) -> None:
    found = signing.signatures(signed)
    assert all(each.holds and not each.is_trusted for each in found)


def test_what_was_drawn_is_still_there_byte_by_byte(drawn: bytes, signed: bytes) -> None:
    assert signed.startswith(drawn)
    assert checked.check(signed, "a.pdf") == []


def test_each_signature_is_seen_in_its_box(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as opened:
        boxes = [
            [float(side) for side in note.Rect]
            for note in opened.pages[0].Annots
            if note.get("/FT") == "/Sig"
        ]
    assert len(boxes) == 3
    assert boxes[0][2] <= boxes[1][0]
    assert boxes[1][2] <= boxes[2][0]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_byte_changed_under_the_signatures_is_found(
    signed: bytes, drawn: bytes, share: float
) -> None:
    place = int(len(drawn) * share)
    bent = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
    assert checked.check(bent, "a.pdf")


def test_a_page_changed_after_the_last_signature_is_found(signed: bytes) -> None:
    """Appended as PDF allows it, so that every byte under the signatures stays as it was."""
    from pyhanko.pdf_utils.generic import NameObject, NumberObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[NameObject("/Rotate")] = NumberObject(180)  # type: ignore[no-untyped-call]
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    assert made.getvalue().startswith(signed)
    assert "signature" in {each.code for each in checked.check(made.getvalue(), "a.pdf")}


def test_something_appended_that_is_no_signature_is_found(drawn: bytes) -> None:
    (found,) = checked.check(drawn + b"\n% otra cosa\n", "a.pdf")
    assert found.code == "appended"


def test_a_certificate_that_does_not_open_is_refused() -> None:
    now = datetime.now(UTC)
    with pytest.raises(signing.BadCertificate):
        signing.unlock(Certificate(chain.pkcs12_of("Carmen"), "otra clave"), at=now)
    with pytest.raises(signing.BadCertificate):
        signing.unlock(Certificate(b"no es un certificado", ""), at=now)
    with pytest.raises(signing.BadCertificate):
        signing.unlock(Certificate(bytes(LARGEST_KEY + 1), ""), at=now)


def test_a_certificate_out_of_date_is_refused_with_its_day() -> None:
    with pytest.raises(signing.CertificateOutOfDate, match="/"):
        signing.unlock(chain.certificate("Carmen", days=-1), at=datetime.now(UTC))


def test_verify_names_who_signed_and_whether_it_holds(
    signed: bytes, tmp_path: Path, roots: Path
) -> None:
    path = tmp_path / "informe.pdf"
    path.write_bytes(signed)
    assert files.check(path) == []
    said = files.signatures(path, roots)
    assert len(said) == 3
    assert "firma «aprobado» de Elena Ruiz" in said[2]
    assert "vale, de una autoridad de confianza" in said[2]
    assert "SERENO_SIGNATURE_ROOTS" in files.signatures(path, None)[0]


def test_a_document_without_boxes_has_no_place_to_sign() -> None:
    key = signing.unlock(chain.certificate("Carmen"), at=datetime.now(UTC))
    with pytest.raises(signing.NoPlaceToSign):
        signing.put(key, document(), b"", Act.MADE, address=ADDRESS)
