"""The template that a council starts from: made here, downloaded, changed in Word, given back."""

import io
from functools import cache

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor

NIGHT = RGBColor(0x16, 0x26, 0x4A)
BODY: tuple[tuple[str, str], ...] = (
    ("{{ institucion }}", "Normal"),
    ("{{ titulo }}", "Title"),
    ("{{ periodo }}", "Normal"),
    ("{%p if es_ejemplo %}", "Normal"),
    ("Datos de ejemplo. Nada de esto ocurrió: es una demostración.", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p if corrige %}", "Normal"),
    ("Corrige la edición {{ corrige }}. {{ nota_de_correccion }}", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p for dato in datos %}", "Normal"),
    ("{{ dato.nombre }}: {{ dato.valor }}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p for parte in partes %}", "Normal"),
    ("{%p if parte.nivel == 1 %}", "Normal"),
    ("{{ parte.titulo }}", "Heading 1"),
    ("{%p elif parte.nivel == 2 %}", "Normal"),
    ("{{ parte.titulo }}", "Heading 2"),
    ("{%p else %}", "Normal"),
    ("{{ parte.titulo }}", "Heading 3"),
    ("{%p endif %}", "Normal"),
    ("{%p for parrafo in parte.parrafos %}", "Normal"),
    ("{{ parrafo }}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p if parte.tabla %}", "Normal"),
    ("{{p parte.tabla }}", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p for firma in parte.firmas %}", "Normal"),
    ("______________________________", "Normal"),
    ("{{ firma.acto }}: {{ firma.cargo }}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p endfor %}", "Normal"),
)
FOOT = "Congelado el {{ fecha }} en la línea {{ linea }} de la bitácora. Sello: {{ sello }}"


@cache
def default() -> bytes:
    """An A4 page lying down, with the marks that ``word.py`` fills."""
    page = docx.Document()
    section = page.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    page.styles["Normal"].font.name = "Calibri"
    page.styles["Normal"].font.size = Pt(10)
    for style in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        page.styles[style].font.color.rgb = NIGHT
    for text, style in BODY:
        page.add_paragraph(text, style)
    foot = section.footer.paragraphs[0]
    foot.text = FOOT
    foot.style.font.size = Pt(7.5)
    made = io.BytesIO()
    page.save(made)
    return made.getvalue()
