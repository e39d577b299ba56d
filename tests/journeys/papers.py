"""The papers of a council that does not exist, one of each shape, as an office would save them."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import docx
import typst
import xlsxwriter
from odfdo import Document as OpenDocument
from odfdo import Header, Paragraph, Table

YEAR = (datetime.now(UTC) - timedelta(hours=5)).year  # in Ecuador
Row = Sequence[object]
Rows = Sequence[Row]

MATRIX = (
    (
        "No.",
        "Descripción de la unidad",
        "Objetivo de la unidad",
        "Indicador",
        "Meta cuantificable",
    ),
    (1, "Unidad de Luz", "Alumbrar las plazas", "Plazas alumbradas", "14 plazas"),
    (2, "Unidad de Rondas", "Rondar los barrios", "Rondas hechas", "Una ronda cada 15 días"),
    (3, "Unidad Escolar", "Visitar los colegios", "Colegios visitados", "30% de los colegios"),
    (4, "Unidad de Archivo", "Ordenar el archivo", "Cajas ordenadas", "NO APLICA"),
)
SET = (
    ("Unidad", "Objetivo", "Indicador", "Meta", "Enlace"),
    ("Unidad de Puentes", "Cuidar los puentes", "Puentes revisados", "6 puentes", "NO APLICA"),
    ("Unidad de Parques", "Limpiar los parques", "Parques limpios", "9 parques", "NO APLICA"),
)
ABOUT_SET = (
    ("Institución", "Consejo de prueba"),
    ("Fecha de actualización", f"31/01/{YEAR}"),
    ("Periodicidad", "Mensual"),
    ("Licencia", "CC-BY"),
)
PLURIANNUAL = (
    ("Actividad", "Indicador", "Meta", "Responsable", str(YEAR), str(YEAR + 1), str(YEAR + 2)),
    ("Sembrar los huertos", "Huertos sembrados", "12 huertos", "Ambiente", "X", "X", "X"),
    ("Pintar las veredas", "Veredas pintadas", "40 veredas", "Obras", "X", "", ""),
    ("Formar brigadas", "Brigadas formadas", "5 brigadas", "Riesgos", "X", "X", ""),
)
WORK = (
    (
        "Sugerencia y recomendación",
        "Nombre del proyecto",
        "Objetivo",
        "Indicador de la meta",
        "Fecha de realización",
        "Unidad responsable",
    ),
    ("Componente comunitario", "", "", "", "", ""),
    (
        "Que haya más luz en el mercado",
        "Mercado con luz",
        "Alumbrar el mercado",
        "Faroles del mercado encendidos",
        f"{YEAR} - {YEAR + 1}",
        "Obras",
    ),
    (
        "Que se visite a las tiendas",
        "Tiendas amigas",
        "Visitar las tiendas",
        "Tiendas visitadas",
        f"{YEAR}",
        "Guardia",
    ),
)
REPORT = f"""INFORME DE GESTIÓN {YEAR}

Sector luz
Programa:\tPlazas seguras
Proyecto:\tAlumbrar las plazas
Meta 1:\tAlumbrar 14 plazas
Indicador de la meta:\tPlazas alumbradas
Valor programado {YEAR}:\t14
Valor ejecutado {YEAR}:\t7
% de avance:\t50%
Unidad de medida:\tplazas
Línea base:\t4
Medios de verificación:\tActas
Presupuesto codificado:\t5.500,00
Presupuesto devengado:\t4.884,15
Descripción de los resultados:\tSe alumbraron 7 plazas.
"""
TOLD = (
    "Memoria del año",
    "El consejo se reunió y escuchó a los barrios durante todo el año que se cuenta aquí.",
    "Se realizaron 24 rondas en 6 barrios, y se entregaron 18 alarmas a las tiendas del centro.",
    "Se capacitó a 130 personas en primeros auxilios, con ayuda de la brigada del barrio alto.",
)
BUDGET = (
    (
        "Partida",
        "Denominación",
        "Asignado",
        "Reformas",
        "Codificado",
        "Comprometido",
        "Devengado",
        "Pagado",
        "Proyecto",
    ),
    (
        "730606.01",
        "Luminarias",
        "5.000,00",
        "500,00",
        "5.500,00",
        "5.000,00",
        "4.884,15",
        "4.884,15",
        "Sembrar los huertos",
    ),
    (
        "730606.02",
        "Pintura",
        "2.000,00",
        "0,00",
        "2.000,00",
        "900,00",
        "900,00",
        "900,00",
        "Pintar las veredas",
    ),
    (
        "280101.01",
        "Asignación municipal",
        "7.000,00",
        "500,00",
        "7.500,00",
        "0,00",
        "7.500,00",
        "7.500,00",
        "",
    ),
)
MONTHS = ("Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic")
OPERATING: Rows = (
    ("Proyecto", "Indicador", "Meta", "Presupuesto", "Responsable", *MONTHS),
    ("Talleres de paz", "Talleres dados", "12 talleres", "1.200,00", "Educación", *("1",) * 12),
    (
        "Ferias de prevención",
        "Ferias hechas",
        "4 ferias",
        "800,00",
        "Comunicación",
        *("", "", "1") * 4,
    ),
)
ASKED = (
    ("Sugerencia ciudadana", "Compromiso asumido", "Proyecto", "Responsable", "Estado"),
    (
        "Que se siembre junto a la escuela",
        "Sembrar dos huertos junto a la escuela",
        "Sembrar los huertos",
        "Ambiente",
        "En proceso",
    ),
    (
        "Que se pinte la vereda del parque",
        "Pintar la vereda del parque",
        "Pintar las veredas",
        "Obras",
        "Pendiente",
    ),
)
PROMISES = (
    ("Oferta de campaña", "Programa", "Meta", "Avance"),
    ("Cámaras en las entradas", "Entradas vigiladas", "8 cámaras", "En estudio"),
    ("Casa del barrio", "Barrio vivo", "3 casas", "En obra"),
)
# Headings that no kind knows: their columns are named by hand once.
UNKNOWN_HEAD = (
    "para que",
    "lo que haremos",
    "como se vera",
    "cuanto",
    "en que tiempo",
    "quien lo hace",
)
UNKNOWN: Rows = (
    UNKNOWN_HEAD,
    ("Recuperar los parques", "Parques con luz", "Parques iluminados", "12 parques", YEAR, "Obras"),
    (
        "Recuperar los parques",
        "Vigilia de parques",
        "Vigilias",
        "cada 15 días",
        YEAR,
        "Guardia, 0991234567",
    ),
)
UNKNOWN_AGAIN: Rows = (
    UNKNOWN_HEAD,
    ("Prevenir", "Charlas", "Charlas dadas", "8 charlas", YEAR, "Educación"),
)


# The same programme, with one target corrected and a row more.
OPERATING_CORRECTED: Rows = (
    *OPERATING[:2],
    (*OPERATING[2][:2], "6 ferias", *OPERATING[2][3:]),
    ("Cine en la plaza", "Funciones", "10 funciones", "500,00", "Cultura", *("1",) * 10, "", ""),
)


def word(rows: Rows, title: str = "") -> bytes:
    document = docx.Document()
    if title:
        document.add_heading(title, level=1)
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for row, told in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, told, strict=True):
            cell.text = str(text)
        if told[0] and not any(told[1:]):
            row.cells[0].merge(row.cells[-1]).text = str(told[0])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def excel(rows: Rows) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, [str(cell) for cell in row])
    return out.getvalue()


def calc(sheets: Mapping[str, Rows]) -> bytes:
    document = OpenDocument("spreadsheet")
    document.body.clear()
    for name, rows in sheets.items():
        table = Table(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                table.set_value((place, number), str(cell))
        document.body.append(table)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def writer(title: str, rows: Rows) -> bytes:
    document = OpenDocument("text")
    document.body.clear()
    document.body.append(Header(1, title))
    table = Table("Tabla")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            table.set_value((place, number), str(cell))
    document.body.append(table)
    document.body.append(Paragraph(""))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def comma(rows: Rows) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


PRINTED = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", flipped: true, margin: 15mm, numbering: "1 / 1")
#set text(size: 9pt, lang: "es")
= #data.title
#for words in data.prose [#words #parbreak()]
#if data.rows.len() > 0 {
  table(
    columns: data.rows.at(0).map(cell => 1fr),
    stroke: 0.5pt,
    table.header(..data.rows.at(0).map(text => strong(text))),
    ..data.rows.slice(1).flatten(),
  )
}
"""


def pdf(title: str, rows: Rows = (), prose: Sequence[str] = ()) -> bytes:
    data = {
        "title": title,
        "rows": [[str(cell) for cell in row] for row in rows],
        "prose": list(prose),
    }
    made: bytes = typst.compile(
        PRINTED.encode(), sys_inputs={"data": json.dumps(data)}, ignore_system_fonts=True
    )
    return made


def goals() -> dict[str, bytes]:
    """The papers whose rows become parts of a plan."""
    return {
        "matriz-a4.docx": word(MATRIX, "Metas y objetivos de las unidades"),
        "conjunto-1-3.ods": calc({"Conjunto de datos": SET, "Metadatos": ABOUT_SET}),
        "plan-plurianual.pdf": pdf("Plan plurianual de seguridad", PLURIANNUAL),
        "plan-de-trabajo.docx": word(WORK, "Plan de trabajo"),
        "poa.xlsx": excel(OPERATING),
        "ofertas.odt": writer("Ofertas de campaña", PROMISES),
    }


def others() -> dict[str, bytes]:
    """What was spent, what was asked, what was done, and what is only told."""
    return {
        "cedula.xlsx": excel(BUDGET),
        "sugerencias.csv": comma(ASKED),
        "informe-de-gestion.txt": REPORT.encode(),
        "memoria.pdf": pdf(TOLD[0], prose=TOLD[1:]),
    }
