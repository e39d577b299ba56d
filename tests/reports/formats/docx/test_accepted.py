"""A council's template is taken, or refused by name with the place where the fault is."""

import io
import zipfile

import docx
import pytest

from sereno.reports.formats import checked, pack
from sereno.reports.formats.docx import accepted, seen
from sereno.reports.formats.docx.template import default
from sereno.reports.formats.docx.word import cleaned, word
from tests.reports.formats.docx.made import changed, with_paragraph, with_template
from tests.reports.formats.stage import document

ADDRESS = "http://127.0.0.1:8000/ediciones/informe/"


def codes(data: bytes) -> list[str]:
    return [flaw.code for flaw in accepted.flaws(data, document())]


def test_the_house_s_own_template_has_no_flaw() -> None:
    assert accepted.flaws(default(), document()) == []


def test_a_letterhead_and_another_order_are_welcome() -> None:
    page = docx.Document(io.BytesIO(default()))
    page.sections[0].header.paragraphs[0].text = "GAD Municipal de Loja · {{ institucion|upper }}"
    kept = io.BytesIO()
    page.save(kept)
    assert codes(kept.getvalue()) == []
    assert seen.around(word(document(), template=kept.getvalue()))[0].endswith("CONSEJO DE LOJA")


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("Dice {{ alcalde }}", "unknown", "alcalde"),
        ("{{ titulo.__class__ }}", "unknown", "titulo.__class__"),
        ("{{ titulo.__class__.__mro__ }}", "forbidden", ".__mro__"),
        ("{{ ''.join(partes) }}", "forbidden", "Call"),
        ("{{ titulo|safe }}", "forbidden", "|safe"),
        ("{{ titulo|attr('x') }}", "forbidden", "|attr"),
        ("{{ 'a' * 999999999 }}", "forbidden", "Mul"),
        ("{% set x = 1 %}", "forbidden", "Assign"),
        ("{% include '/etc/passwd' %}", "forbidden", "Include"),
        ("{% for x in range(9) %}{% endfor %}", "loop", ""),
        ("{% for a in partes %}{% for b in partes %}.{% endfor %}{% endfor %}", "loop", ""),
        ("{% for parte in partes %}{{ parte.secreto }}{% endfor %}", "unknown", "parte.secreto"),
    ],
)
def test_a_mark_that_may_not_be_there_is_named_with_its_paragraph(
    text: str, code: str, found: str
) -> None:
    (flaw,) = accepted.flaws(with_paragraph(text), document())
    assert (flaw.code, flaw.found) == (code, found)
    assert flaw.where.startswith("el cuerpo, «")
    assert text[:20] in flaw.where


def test_a_tag_that_is_not_closed_quotes_its_paragraph() -> None:
    (flaw,) = accepted.flaws(with_paragraph("{% if corrige %} sin cerrar"), document())
    assert flaw.code == "broken"


def test_a_mark_in_the_foot_says_so() -> None:
    page = docx.Document(io.BytesIO(default()))
    page.sections[0].footer.paragraphs[0].text = "{{ sello }} {{ nada }}"
    kept = io.BytesIO()
    page.save(kept)
    (flaw,) = accepted.flaws(kept.getvalue(), document())
    assert flaw.where.startswith("el pie de página")


def test_what_is_no_word_file_is_refused_by_name() -> None:
    assert codes(b"hola") == ["not_word"]
    assert codes(b"") == ["not_word"]
    assert codes(pack.pack(document(), address=ADDRESS)) == ["not_word"]
    assert codes(default()[:2000]) == ["not_word"]


def test_macros_objects_and_links_to_other_places_are_refused() -> None:
    assert codes(changed({"word/vbaProject.bin": b"x"})) == ["macro"]
    assert codes(changed({"word/embeddings/oleObject1.bin": b"x"})) == ["macro"]
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://x/attachedTemplate" Target="file:///c:/x.dotm" '
        b'TargetMode="External"/></Relationships>'
    )
    assert codes(changed({"word/_rels/settings.xml.rels": outside})) == ["outside"]
    assert codes(changed({"word/x.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"})) == ["not_word"]


def test_a_file_that_is_too_big_says_how_big() -> None:
    (flaw,) = accepted.flaws(b"0" * (3 * 1024 * 1024), document())
    assert (flaw.code, flaw.found) == ("too_big", "3,0")
    bomb = changed({"word/media/a.bin": b"0" * (21 * 1024 * 1024)})
    assert codes(bomb) == ["too_big_opened"]


def test_forty_loops_are_enough() -> None:
    assert codes(with_paragraph("{% for d in datos %}{% endfor %}" * 41)) == ["too_many_loops"]


def test_a_template_that_leaves_the_tables_or_the_seal_out_is_refused() -> None:
    page = docx.Document()
    page.add_paragraph("{{ titulo }} {{ institucion }} {{ sello }}")
    kept = io.BytesIO()
    page.save(kept)
    (flaw,) = accepted.flaws(kept.getvalue(), document())
    assert (flaw.code, flaw.found) == ("leaves_out", "Numeral 1.3")
    page.paragraphs[0].text = "{{ titulo }} {{ institucion }}"
    kept = io.BytesIO()
    page.save(kept)
    (flaw,) = accepted.flaws(kept.getvalue(), document())
    assert flaw.found == document().seal[: accepted.SHORT]


def test_a_template_is_kept_without_the_names_of_who_wrote_it() -> None:
    page = docx.Document(io.BytesIO(default()))
    page.core_properties.author = page.core_properties.last_modified_by = "Carmen Pérez"
    page.core_properties.comments = "{{ titulo.__class__ }}"
    kept = io.BytesIO()
    page.save(kept)
    with zipfile.ZipFile(io.BytesIO(cleaned(kept.getvalue()))) as archive:
        assert b"Carmen" not in archive.read("docProps/core.xml")
    assert codes(kept.getvalue()) == []


def test_a_pack_is_checked_with_the_template_that_its_edition_names() -> None:
    template = with_paragraph("Membrete del Consejo")
    whole = with_template(document(), template)
    made = pack.pack(whole, address=ADDRESS, template=template)
    assert checked.check(made, "a.zip") == []
    files = pack.unpack(made)
    assert "Membrete" in accepted.text_of(files["documento.docx"])
    for other, code in ((None, "missing"), (default(), "file")):
        bent = {name: data for name, data in files.items() if name != pack.TEMPLATE}
        bent |= {pack.TEMPLATE: other} if other else {}
        (found,) = checked.check(zipped(bent), "a.zip")
        assert (found.code, found.where) == (code, pack.TEMPLATE)


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()
