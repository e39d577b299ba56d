"""An empty council gets its first director, and ends with a public figure and a promise.

On PostgreSQL it is served by the role that works, and strangers read through the public one.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import needs
from tests.live import Installation

TODAY = (datetime.now(UTC) - timedelta(hours=5)).date()  # in Ecuador
GOAL = "Parques iluminados"
ASKED = "Pongan luz en el parque de abajo"
HEADINGS = "partida descripción inicial reformas codificado comprometido devengado pagado"
HOUSE = "Consejo Cantonal de Seguridad Ciudadana de Loja"
SERVED = "Un cantón donde se camina sin miedo"
ROW = "730606.01 Luminarias 5.000,00 0,00 5.000,00 4.000,00 3.884,15 3.884,15"
Window = Callable[..., Page]


@pytest.fixture
def council(server: Callable[..., Installation]) -> Installation:
    installation = server(SERENO_SECOND_FACTOR="offered")
    installation.prepare()
    installation.hand_over()
    installation.start()
    return installation


@pytest.mark.needs(needs.CHROMIUM)
def test_an_empty_council_ends_with_a_public_figure(council: Installation, window: Window) -> None:
    elena = first_director(window(), council)
    expect(elena.locator("main")).to_contain_text("Faltan 8")
    enrol(elena, council, "carmen", "planner")
    enrol(elena, council, "diego", "finance")
    carmen = come_in(window(), council, "carmen")
    diego = come_in(window(), council, "diego")
    name_the_house(carmen, elena, council)
    enter_pdot(carmen, council)
    plan = write_plan(carmen, council)
    publish_plan(elena, plan)
    money(diego, council)
    account(carmen, diego, elena, council)
    visitor = window(width=360, height=740)
    walk_back(visitor, council)
    follow = suggest(visitor, council)
    promise(carmen, council)
    visitor.goto(follow)
    expect(visitor.locator("main")).to_contain_text("El Consejo la aceptó como compromiso.")
    expect(visitor.locator("main")).to_contain_text("Iluminar el parque de abajo")
    assert council.run("verify").returncode == 0


def first_director(page: Page, council: Installation) -> Page:
    """By the code that the console prints; the page closes behind her."""
    found = re.search(r"/primera-vez/[0-9a-f]+/", council.said())
    assert found is not None, council.said()
    page.goto(council.url + found[0])
    page.fill("[name=full_name]", "Elena Ruiz")
    page.fill("[name=username]", "elena")
    page.fill("[name=password]", "la clave de elena")
    page.get_by_role("button", name="Inscribir").click()
    page.wait_for_url(re.compile("ingresar"))
    again = page.request.get(council.url + found[0])
    assert again.status == 404
    return sign_in(page, council, "elena")


def sign_in(page: Page, council: Installation, name: str) -> Page:
    page.goto(council.url + "/cuentas/ingresar/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"la clave de {name}")
    page.press("[name=password]", "Enter")
    page.wait_for_url(re.compile("^((?!ingresar).)*$"))
    page.goto(council.url + "/inicio/")
    return page


def come_in(page: Page, council: Installation, name: str) -> Page:
    """For the first time: the password that Elena gave is changed before anything opens."""
    sign_in(page, council, name)
    expect(page.locator("main")).to_contain_text("Otra persona le dio esta contraseña")
    page.fill("[name=oldpassword]", f"la clave de {name}")
    for field in ("password1", "password2"):
        page.fill(f"[name={field}]", f"solo la sabe {name} Vega")
    page.locator("main").get_by_role("button", name="Cambiar la contraseña").click()
    expect(page.locator("h1")).to_contain_text("Hola")
    return page


def name_the_house(carmen: Page, elena: Page, council: Installation) -> None:
    """The planner says which canton, the director what the council is called."""
    carmen.goto(council.url + "/territorio/")
    carmen.fill("[name=name]", "Loja")
    carmen.fill("[name=code]", "1101")
    carmen.get_by_role("button", name="Guardar el cantón").click()
    elena.goto(council.url + "/territorio/consejo/")
    fill(elena, name=HOUSE, short_name="Consejo de Loja")
    expect(elena.locator("header .council")).to_have_text("Consejo de Loja")


def enter_pdot(page: Page, council: Installation) -> None:
    """The canton's own plan of development, to which objectives can then be tied."""
    page.goto(council.url + "/planes/catalogos/")
    page.get_by_role("link", name="Registrar un catálogo").click()
    page.fill("[name=name]", "PDOT de Loja")
    page.fill("[name=source]", "Ordenanza de ejemplo")
    page.fill("[name=starts_on]", TODAY.replace(month=1, day=1).isoformat())
    page.fill("[name=text]", f"1\t{SERVED}")
    page.get_by_role("button", name="Ver antes de registrar").click()
    page.get_by_role("button", name="Aceptar y registrar").click()
    expect(page.locator("main")).to_contain_text(SERVED)


def enrol(page: Page, council: Installation, name: str, role: str) -> None:
    page.goto(council.url + "/personas/nueva/")
    page.fill("[name=full_name]", f"{name.capitalize()} Vega")
    page.fill("[name=username]", name)
    page.fill("[name=password]", f"la clave de {name}")
    page.select_option("[name=role]", role)
    page.get_by_role("button", name="Inscribir", exact=True).click()
    expect(page.locator("main")).to_contain_text(f"{name.capitalize()} Vega")


def fill(page: Page, **said: str) -> None:
    """Fill the form of the page and keep it."""
    for name, value in said.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Guardar", exact=True).click()


def write_plan(page: Page, council: Installation) -> str:
    """From its cover to its goal, and where it stands."""
    page.goto(council.url + "/planes/nuevo/")
    first, last = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    dated = {"starts_on": first.isoformat(), "ends_on": last.isoformat()}
    fill(page, kind="yearly", title="Plan del barrio", **dated)
    page.wait_for_url(re.compile("plan-del-barrio"))
    page.get_by_role("link", name="Añadir el primer componente").click()
    fill(page, name="Espacios")
    page.get_by_role("link", name="Añadir un objetivo").click()
    fill(page, text="Recuperar los parques")
    page.get_by_role("link", name="Añadir un proyecto").click()
    fill(page, name="Luz en los parques", responsible="Obras")
    page.get_by_role("link", name="Añadir un indicador").click()
    fill(page, name=GOAL, unit="parques", direction="rise")
    page.get_by_role("link", name="Añadir una meta").click()
    fill(page, source_words="12 parques")
    expect(page.locator("main")).to_contain_text("Así leyó Sereno la meta")
    fill(page)
    expect(page.locator("main")).to_contain_text("12 parques")
    return page.url.split("#")[0]


def publish_plan(page: Page, plan: str) -> None:
    page.goto(plan)
    page.get_by_role("button", name="Publicar el plan").click()
    page.locator("#publish").get_by_role("button", name="Publicar").click()
    expect(page.locator("main")).to_contain_text("El plan está publicado.")


def money(page: Page, council: Installation) -> None:
    """A line with the statement that brings it."""
    page.goto(council.url + "/presupuesto/")
    page.get_by_role("link", name="Registrar la cédula de un mes").first.click()
    page.fill("[name=year]", str(TODAY.year))
    page.select_option("[name=month]", str(TODAY.month))
    page.fill("[name=text]", f"{HEADINGS}\n{ROW}".replace(" ", "\t"))
    page.check("[name=creates]")
    page.get_by_role("button", name="Ver antes de registrar").click()
    page.get_by_role("button", name="Aceptar y registrar").click()
    page.goto(council.url + "/presupuesto/")
    expect(page.locator("main")).to_contain_text("3.884,15")


def account(carmen: Page, diego: Page, elena: Page, council: Installation) -> None:
    """Reported by one with a link, reviewed by another, approved and published by a third."""
    carmen.goto(council.url + "/resultados/")
    carmen.get_by_role("link", name=GOAL).first.click()
    carmen.get_by_role("link", name=re.compile("Reportar el resultado")).first.click()
    carmen.select_option("[name=answer]", "known")
    carmen.fill("[name=value]", "9")
    carmen.fill("[name$=title]", "Acta de entrega")
    carmen.fill("[name$=link]", "https://acta.example/entrega")
    carmen.get_by_role("button", name="Guardar como borrador").click()
    expect(carmen.locator("main")).to_contain_text("Falta que otra persona la revise")
    for page, what in ((diego, "Dar por revisada"), (elena, "Aprobar")):
        page.goto(carmen.url)
        page.get_by_role("button", name=what).click()
    elena.goto(council.url + "/publicar/")
    elena.get_by_role("button", name=re.compile("^Publicar")).click()
    expect(elena.locator("main")).to_contain_text("Publicadas hace poco")


def walk_back(page: Page, council: Installation) -> None:
    page.goto(council.url + "/")
    expect(page.locator("footer").first).to_contain_text(HOUSE)
    page.get_by_role("link", name="¿De dónde sale este número?").first.click()
    told = page.locator("main")
    for words in (GOAL, "9 parques", "Acta de entrega", "Todo coincide con su sello"):
        expect(told).to_contain_text(words)


def suggest(page: Page, council: Installation) -> str:
    """Ask without an account, and keep the address that follows it."""
    page.goto(council.url + "/sugerencias/nueva/")
    page.fill("[name=text]", ASKED)
    page.get_by_role("button", name="Enviar la sugerencia").click()
    expect(page.locator("main")).to_contain_text("La sugerencia se recibió.")
    return page.url


def promise(page: Page, council: Installation) -> None:
    page.goto(council.url + "/asambleas/sugerencias/")
    page.get_by_label(ASKED).check()
    page.fill("[name=title]", "Luz en los parques")
    page.fill("[name=text]", "Más luz")
    page.fill("[name=year]", str(TODAY.year))
    page.get_by_role("button", name="Juntar en un asunto").click()
    commit = page.locator("form").filter(has_text="Comprometerse")
    commit.locator("[name=text]").fill("Iluminar el parque de abajo")
    commit.locator("[name=project]").select_option(index=1)
    commit.locator("[name=responsible]").select_option(label="Obras")
    commit.locator("[name=due_on]").fill(TODAY.replace(month=12, day=31).isoformat())
    commit.get_by_role("button", name="Comprometerse").click()
    expect(page.locator("main")).to_contain_text("Iluminar el parque de abajo")
