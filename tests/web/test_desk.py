"""Keys and dialogs of desk.js, with the keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from django.template import engines
from playwright.sync_api import Page, expect

from tests.web.stage import Stage, on_stage

pytestmark = pytest.mark.needs("Chromium")

BODY = """
<button data-key="t" id="take">Tomar</button>
<button data-key="c" id="close" disabled>Cerrar</button>
<button data-key="q" data-opens="question">Preguntar</button>
<input id="note">
<dialog id="question"><button data-key="s" data-closes>Sí</button></dialog>
<details data-open-when-wide><summary>Menú</summary><a href="#">Planes</a></details>
"""
COUNT = """() => {
  window.pressed = [];
  document.addEventListener("click", (event) => window.pressed.push(event.target.id));
}"""


@pytest.fixture
def page(window: Callable[..., Page]) -> Iterator[Page]:
    with on_stage() as stage:
        yield opened(window, stage, width=1440)


def opened(window: Callable[..., Page], stage: Stage, *, width: int) -> Page:
    stage.body = BODY
    page = window(width=width)
    page.goto(stage.url)
    page.wait_for_load_state("networkidle")
    page.evaluate(COUNT)
    return page


def test_a_key_presses_its_button(page: Page) -> None:
    page.keyboard.press("t")
    page.keyboard.press("T")
    assert page.evaluate("window.pressed") == ["take", "take"]


def test_a_key_that_belongs_to_the_browser_or_to_a_text_is_left_alone(page: Page) -> None:
    page.keyboard.press("Control+t")
    page.focus("#note")
    page.keyboard.type("tct")
    assert page.evaluate("window.pressed") == []
    expect(page.locator("#note")).to_have_value("tct")


def test_what_may_not_be_done_yet_has_no_key(page: Page) -> None:
    page.keyboard.press("c")
    assert page.evaluate("window.pressed") == []


def test_a_question_is_answered_before_anything_else(page: Page) -> None:
    page.keyboard.press("q")
    expect(page.locator("#question")).to_be_visible()
    page.keyboard.press("t")
    assert "take" not in page.evaluate("window.pressed")
    page.keyboard.press("s")
    expect(page.locator("#question")).to_be_hidden()


def test_the_menu_is_open_where_there_is_room(window: Callable[..., Page]) -> None:
    with on_stage() as stage:
        assert opened(window, stage, width=1440).get_by_text("Planes").is_visible()
        assert not opened(window, stage, width=360).get_by_text("Planes").is_visible()


TABLE = """
<link rel="stylesheet" href="/static/web/tokens.css">
<link rel="stylesheet" href="/static/web/tables.css">
{% load sereno %}{% stacks %}
<div class="table stacks"><table>
  <thead><tr><th>Meta</th><th>Se prometió para todo el cantón</th><th></th></tr></thead>
  <tbody>
    <tr><th>Parques</th><td>12 parques iluminados hasta diciembre</td><td>Abrir</td></tr>
  </tbody>
</table></div>
{% endstacks %}
"""


@pytest.mark.parametrize(("width", "stacks"), [(360, True), (1440, False)])
def test_a_table_is_read_downwards_on_a_telephone_and_stays_a_table(
    window: Callable[..., Page], width: int, *, stacks: bool
) -> None:
    with on_stage() as stage:
        stage.body = engines["django"].from_string(TABLE).render()
        page = window(width=width)
        page.goto(stage.url)
        page.wait_for_load_state("networkidle")
        rows = page.get_by_role("row")
        expect(page.get_by_role("table")).to_have_count(1)
        expect(rows.last.get_by_role("cell")).to_have_count(2)
        head, cell = rows.last.get_by_role("rowheader"), rows.last.get_by_role("cell").first
        above, below = head.bounding_box(), cell.bounding_box()
        assert above is not None
        assert below is not None
        assert (below["y"] > above["y"]) == stacks
        assert cell.get_attribute("data-head") == "Se prometió para todo el cantón"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
