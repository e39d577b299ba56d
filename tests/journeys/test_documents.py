"""An empty council brings in its papers, reviews them by keyboard, and has a plan with money."""

import csv
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import docx
import pytest
import xlsxwriter
from playwright.sync_api import Page, expect

from tests import needs
from tests.live import HOUSE, Installation

YEAR = (datetime.now(UTC) - timedelta(hours=5)).year  # in Ecuador
Window = Callable[..., Page]
# Headings that no kind knows, so that their columns are named by hand once.
HEADINGS = (
    "para que",
    "lo que haremos",
    "como se vera",
    "cuanto",
    "en que tiempo",
    "quien lo hace",
)
PLAN = (
    HEADINGS,
    ("Recuperar los parques", "Parques con luz", "Parques iluminados", "12 parques", YEAR, "Obras"),
    ("Recuperar los parques", "Rondas", "Rondas", "cada 15 días", YEAR, "Guardia, 0991234567"),
    ("Prevenir", "Escuelas", "Colegios visitados", "30 % de los colegios", YEAR, "Educación"),
)
MORE = (HEADINGS, ("Prevenir", "Talleres", "Talleres dados", "8 talleres", YEAR, "Educación"))
MONEY = (
    (
        "clave",
        "para",
        "lo previsto",
        "lo que quedo",
        "lo apartado",
        "lo hecho",
        "lo salido",
        "obra",
    ),
    (
        "730606.01",
        "Luminarias",
        "5.000,00",
        "5.500,00",
        "5.000,00",
        "4.884,15",
        "4.884,15",
        "Parques con luz",
    ),
)
Rows = Sequence[Sequence[object]]


def word(rows: Rows) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, told in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, told, strict=True):
            cell.text = str(text)
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


def comma(rows: Rows) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


OF_PLAN = ("objective", "project", "indicator", "target", "years", "responsible")
OF_MONEY = (
    "code",
    "description",
    "initial",
    "codified",
    "committed",
    "accrued",
    "paid",
    "project",
)


@pytest.fixture
def council(server: Callable[..., Installation]) -> Installation:
    installation = server(SERENO_SECOND_FACTOR="offered")
    installation.prepare()
    staged = subprocess.run(
        [sys.executable, "-m", "tests.journeys.newcomers"],
        cwd=HOUSE,
        env=installation.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert staged.returncode == 0, staged.stderr
    installation.start()
    return installation


@pytest.mark.needs(needs.CHROMIUM)
def test_an_empty_council_ends_with_a_plan_with_money(
    council: Installation, window: Window
) -> None:
    carmen = sign_in(window(width=360, height=740), council, "carmen")
    bring(
        carmen,
        council,
        {"plan.docx": word(PLAN), "anexo.csv": comma(MORE), "foto.png": b"\x7fELF\x02\x01"},
    )
    open_document(carmen, council, "plan.docx")
    name_columns(carmen, OF_PLAN)
    begin_plan(carmen)
    review_by_keyboard(carmen)
    account_of(carmen, council)
    diego = sign_in(window(), council, "diego")
    bring(diego, council, {"cedula.xlsx": excel(MONEY)})
    open_document(diego, council, "cedula.xlsx")
    name_columns(diego, OF_MONEY)
    take_money(diego)
    diego.goto(council.url + "/presupuesto/")
    expect(diego.locator("main")).to_contain_text("4.884,15")
    expect(diego.locator("main")).to_contain_text("Parques con luz")


def sign_in(page: Page, council: Installation, name: str) -> Page:
    page.goto(council.url + "/cuentas/ingresar/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"la clave de {name}")
    page.press("[name=password]", "Enter")
    page.wait_for_url(re.compile("^((?!ingresar).)*$"))
    return page


def bring(page: Page, council: Installation, papers: dict[str, bytes]) -> None:
    """Drop the files onto the page, as a hand does."""
    page.goto(council.url + "/documentos/")
    page.evaluate(
        """(papers) => {
            const held = new DataTransfer();
            for (const [name, text] of Object.entries(papers)) {
                const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
                held.items.add(new File([bytes], name));
            }
            const drop = { dataTransfer: held, cancelable: true };
            document.dispatchEvent(new DragEvent("drop", drop));
        }""",
        {name: b64encode(content).decode() for name, content in papers.items()},
    )
    expect(page.locator(".sent li")).to_have_count(len(papers))
    for line in page.locator(".sent li").all():
        expect(line).to_contain_text("guardado")


def open_document(page: Page, council: Installation, name: str) -> None:
    """Wait on the list until it is read, with no reload: the list draws itself anew."""
    row = page.locator("#documents tr", has_text=name)
    expect(row).to_contain_text("leído, por revisar", timeout=30_000)
    row.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)


def name_columns(page: Page, fields: tuple[str, ...]) -> None:
    for number, field in enumerate(fields):
        page.select_option(f"[name=column_{number}]", field)
    page.get_by_role("button", name="Leer con estas columnas").click()
    expect(page.locator(".item").first).to_be_visible(timeout=30_000)


def begin_plan(page: Page) -> None:
    page.select_option("[name=new-kind]", "yearly")
    page.fill("[name=new-title]", "Plan de seguridad")
    page.get_by_role("button", name="Guardar adónde va").click()
    expect(page.locator("#adonde summary")).to_contain_text("Plan de seguridad")


def review_by_keyboard(page: Page) -> None:
    """The doubtful one first, accepted; one corrected; the last put aside and taken up again."""
    rows = page.locator(".item")
    page.keyboard.press("n")
    expect(rows.first).to_be_focused()
    expect(rows.first).to_contain_text("dato personal")
    expect(page.locator("#source mark").first).to_be_visible()
    page.keyboard.press("a")
    expect(rows.first).to_have_attribute("data-state", "accepted")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("c")
    rows.nth(1).get_by_label("Meta").fill("14 parques")
    page.keyboard.press("Enter")
    expect(rows.nth(1)).to_contain_text("el documento dice «12 parques»")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("a")
    expect(rows.nth(1)).to_have_attribute("data-state", "accepted")
    page.keyboard.press("d")
    expect(rows.nth(2)).to_have_attribute("data-state", "refused")
    rows.nth(2).focus()
    page.keyboard.press("u")
    expect(rows.nth(2)).to_have_attribute("data-state", "proposed")
    page.keyboard.press("a")
    expect(rows.nth(2)).to_have_attribute("data-state", "accepted")


def account_of(page: Page, council: Installation) -> None:
    """The plan stands, without the telephone, and its goal says where it comes from."""
    page.goto(council.url + "/planes/plan-de-seguridad/")
    plan = page.locator("main")
    for words in ("Recuperar los parques", "14 parques", "cada 15 días", "30\xa0%"):
        expect(plan).to_contain_text(words)
    expect(plan).not_to_contain_text("0991234567")
    page.get_by_role("link", name="14 parques", exact=True).click()
    expect(page.locator("main")).to_contain_text("Viene de")
    expect(page.locator("main")).to_contain_text("plan.docx")


def take_money(page: Page) -> None:
    page.select_option("[name=plan]", label="Plan de seguridad")
    page.fill("[name=year]", str(YEAR))
    page.select_option("[name=month]", "1")
    page.get_by_role("button", name="Guardar adónde va").click()
    expect(page.locator("#adonde summary")).to_contain_text(f"{YEAR}-01")
    page.keyboard.press("t")
    expect(page.locator("main")).to_contain_text("Entraron 1 filas")
