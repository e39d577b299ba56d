"""An empty council brings in its papers, reviews them by keyboard, and has a plan with money."""

import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from tests import needs
from tests.journeys import papers
from tests.live import HOUSE, Installation

Window = Callable[..., Page]
PLAN = "Plan de seguridad"
# How many rows of each paper enter the plan, in the order in which they are reviewed.
ROWS = {
    "plan-plurianual.pdf": 3,
    "matriz-a4.docx": 4,
    "conjunto-1-3.ods": 2,
    "plan-de-trabajo.docx": 2,
    "poa.xlsx": 2,
    "ofertas.odt": 2,
}
OF_UNKNOWN = ("objective", "project", "indicator", "target", "years", "responsible")
HOSTILE = {"foto.png": b"\x7fELF\x02\x01"}


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
    unknown = {"otra.docx": papers.word(papers.UNKNOWN)}
    brought = {**papers.goals(), **papers.others(), **unknown}
    drop(carmen, council, {**brought, **HOSTILE}, "guardado")
    for name, rows in ROWS.items():
        open_document(carmen, council, name)
        if name == "plan-plurianual.pdf":
            begin_plan(carmen)
        else:
            say_where(carmen)
        review_each(carmen, rows)
    open_document(carmen, council, "otra.docx")
    name_columns(carmen, OF_UNKNOWN)
    say_where(carmen)
    review_by_keyboard(carmen)
    drop(carmen, council, {"otra.csv": papers.comma(papers.UNKNOWN_AGAIN)}, "guardado")
    open_document(carmen, council, "otra.csv")
    say_where(carmen)
    review_each(carmen, 1)
    open_document(carmen, council, "memoria.pdf")
    expect(carmen.locator("main")).to_contain_text("hechos contables en el texto")
    diego = sign_in(window(), council, "diego")
    open_document(diego, council, "cedula.xlsx")
    take_money(diego)
    plan_stands(carmen, council)
    money_stands(diego, council)
    drop(carmen, council, brought, "ya está guardado")
    plan_stands(carmen, council)
    corrected(carmen, council)
    publish(sign_in(window(), council, "elena"), council)
    answer(carmen, council)
    assert council.run("verify").returncode == 0


def sign_in(page: Page, council: Installation, name: str) -> Page:
    page.goto(council.url + "/cuentas/ingresar/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"la clave de {name}")
    page.press("[name=password]", "Enter")
    page.wait_for_url(re.compile("^((?!ingresar).)*$"))
    return page


def drop(page: Page, council: Installation, brought: Mapping[str, bytes], says: str) -> None:
    """Drop the files onto the page all at once, as a hand does."""
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
        {name: b64encode(content).decode() for name, content in brought.items()},
    )
    expect(page.locator(".sent li")).to_have_count(len(brought))
    for line in page.locator(".sent li").all():
        expect(line).to_contain_text(says, timeout=15_000)


def open_document(page: Page, council: Installation, name: str) -> None:
    """Wait on the list until it is read, with no reload: the list draws itself anew."""
    page.goto(council.url + "/documentos/")
    row = page.locator("#documents tr", has_text=name)
    expect(row).to_contain_text("leído, por revisar", timeout=60_000)
    row.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)


def name_columns(page: Page, fields: tuple[str, ...]) -> None:
    for number, field in enumerate(fields):
        page.select_option(f"[name=column_{number}]", field)
    page.get_by_role("button", name="Leer con estas columnas").click()
    expect(page.locator(".item").first).to_be_visible(timeout=30_000)


def begin_plan(page: Page) -> None:
    page.select_option("[name=new-kind]", "pluriannual")
    page.fill("[name=new-title]", PLAN)
    page.fill("[name=new-starts_on]", f"{papers.YEAR}-01-01")
    page.fill("[name=new-ends_on]", f"{papers.YEAR + 2}-12-31")
    page.get_by_role("button", name="Guardar adónde va").click()
    expect(page.locator("#adonde summary")).to_contain_text(PLAN)


def say_where(page: Page, **more: str) -> None:
    page.select_option("[name=plan]", label=PLAN)
    for name, value in more.items():
        page.locator(f"#adonde [name={name}]").fill(value)
    page.get_by_role("button", name="Guardar adónde va").click()
    expect(page.locator("#adonde summary")).to_contain_text(PLAN)


def review_each(page: Page, rows: int) -> None:
    """Every row taken in hand and accepted, with nothing but the keyboard."""
    items = page.locator(".item")
    expect(items).to_have_count(rows)
    page.keyboard.press("n")
    for place in range(rows):
        expect(items.nth(place)).to_be_focused()
        page.keyboard.press("a")
        expect(items.nth(place)).to_have_attribute("data-state", "accepted")


def review_by_keyboard(page: Page) -> None:
    """The doubtful one first, accepted; the other corrected, put aside and taken up again."""
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
    page.keyboard.press("d")
    expect(rows.nth(1)).to_have_attribute("data-state", "refused")
    rows.nth(1).focus()
    page.keyboard.press("u")
    expect(rows.nth(1)).to_have_attribute("data-state", "proposed")
    page.keyboard.press("a")
    expect(rows.nth(1)).to_have_attribute("data-state", "accepted")


def take_money(page: Page) -> None:
    page.select_option("[name=month]", "1")
    say_where(page, year=str(papers.YEAR))
    expect(page.locator("#adonde summary")).to_contain_text(f"{papers.YEAR}-01")
    page.keyboard.press("t")
    expect(page.locator("main")).to_contain_text("Entraron 3 filas")


def plan_stands(page: Page, council: Installation) -> None:
    """The plan, without the telephone; its goal says where it comes from."""
    page.goto(council.url + "/planes/plan-de-seguridad/")
    plan = page.locator("main")
    for words in ("Recuperar los parques", "14 parques", "cada 15 días", "30\xa0%", "6 puentes"):
        expect(plan).to_contain_text(words)
    expect(plan).not_to_contain_text("0991234567")
    assert page.locator("main").get_by_role("link", name="12 talleres", exact=True).count() == 1
    page.get_by_role("link", name="14 parques", exact=True).click()
    expect(page.locator("main")).to_contain_text("Viene de")
    expect(page.locator("main")).to_contain_text("otra.docx")


def money_stands(page: Page, council: Installation) -> None:
    page.goto(council.url + "/presupuesto/")
    for words in ("4.884,15", "Sembrar los huertos", "Pintar las veredas"):
        expect(page.locator("main")).to_contain_text(words)


def corrected(page: Page, council: Installation) -> None:
    """The corrected edition shows two differences, and what is chosen enters."""
    drop(page, council, {"poa-2.xlsx": papers.excel(papers.OPERATING_CORRECTED)}, "guardado")
    open_document(page, council, "poa-2.xlsx")
    expect(page.locator("main")).to_contain_text("poa.xlsx")
    page.select_option("[name=corrects]", label="poa.xlsx")
    say_where(page)
    page.get_by_role("link", name="Ver lo que cambió").first.click()
    for words in ("4 ferias", "6 ferias", "Cine en la plaza"):
        expect(page.locator("main")).to_contain_text(words)
    boxes = page.locator("[name=fila]")
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        box.check()
    page.get_by_role("button", name="Aplicar").click()
    page.goto(council.url + "/planes/plan-de-seguridad/")
    expect(page.locator("main")).to_contain_text("6 ferias")
    expect(page.locator("main")).to_contain_text("10 funciones")
    expect(page.locator("main")).not_to_contain_text("4 ferias")


def publish(page: Page, council: Installation) -> None:
    page.goto(council.url + "/planes/plan-de-seguridad/")
    page.get_by_role("button", name="Publicar el plan").click()
    page.locator("dialog").get_by_role("button", name="Publicar").click()
    expect(page.locator("main")).to_contain_text("El plan está publicado.")


def answer(page: Page, council: Installation) -> None:
    """What people asked becomes commitments of the published plan; what was done, a draft."""
    open_document(page, council, "sugerencias.csv")
    say_where(page, year=str(papers.YEAR))
    review_each(page, 2)
    page.goto(council.url + f"/sugerencias/cumplimiento/{papers.YEAR + 1}/")
    expect(page.locator("main")).to_contain_text("(0 de 2) compromisos")
    page.get_by_role("link", name="Que se siembre junto a la escuela").click()
    expect(page.locator("main")).to_contain_text("Sembrar dos huertos junto a la escuela")
    open_document(page, council, "informe-de-gestion.txt")
    say_where(page, year=str(papers.YEAR))
    items = page.locator(".item")
    expect(items).to_have_count(2)
    row = items.filter(has_text="50%")
    row.get_by_role("button", name="Aceptar").click()
    expect(row).to_have_attribute("data-state", "accepted")
    page.goto(council.url + "/resultados/")
    page.get_by_role("link", name="Plazas alumbradas").first.click()
    expect(page.locator("main")).to_contain_text("7 plazas")
