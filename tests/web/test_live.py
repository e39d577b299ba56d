"""What live.js does with the live line, in a real browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.stage import Stage, on_stage

pytestmark = pytest.mark.needs("Chromium")

Window = Callable[..., Page]
STATUS = (
    '<p data-live-status data-online="En vivo" '
    'data-offline="Sin conexión desde {time}: reintentando"></p>'
)
QUEUE = '<section id="queue" data-live="alert. incident." data-src="/part/queue/">{}</section>'
HEARD = """() => {
  window.heard = [];
  document.addEventListener("sereno:heard", (event) => window.heard.push(event.detail));
}"""


@pytest.fixture
def stage() -> Iterator[Stage]:
    with on_stage() as stage:
        stage.body = STATUS + QUEUE.format("vacía")
        yield stage


def opened(window: Window, stage: Stage) -> Page:
    page = window()
    page.goto(stage.url)
    expect(page.get_by_text("En vivo")).to_be_visible()
    return page


def test_a_line_that_concerns_a_part_pulls_it_again(window: Window, stage: Stage) -> None:
    page = opened(window, stage)
    stage.part = "<ol><li>Botón de pánico</li></ol>"
    stage.say(8, "alert.raised", "alert:7")
    expect(page.locator("#queue li")).to_have_text("Botón de pánico")
    assert stage.since == ["7"]


def test_a_line_that_concerns_nobody_pulls_nothing_and_is_still_told(
    window: Window, stage: Stage
) -> None:
    page = opened(window, stage)
    page.evaluate(HEARD)
    stage.say(8, "plan.published", "plan:1")
    page.wait_for_function("window.heard.length === 1")
    assert page.evaluate("window.heard[0]") == {
        "number": 8,
        "event": "plan.published",
        "subject": "plan:1",
    }
    assert stage.asked == []


def test_a_flood_of_lines_is_pulled_in_few_looks(window: Window, stage: Stage) -> None:
    page = opened(window, stage)
    page.evaluate(HEARD)
    stage.part = "muchas"
    for number in range(8, 208):
        stage.say(number, "alert.raised", f"alert:{number}")
    page.wait_for_function("window.heard.length === 200")
    expect(page.locator("#queue")).to_have_text("muchas")
    assert 1 <= len(stage.asked) < 20


def test_the_part_is_found_inside_a_whole_page(window: Window, stage: Stage) -> None:
    page = opened(window, stage)
    stage.part = "<html><h1>Consola</h1>" + QUEUE.format("<b>una</b>") + "</html>"
    stage.say(8, "incident.opened", "incident:1")
    expect(page.locator("#queue b")).to_have_text("una")
    expect(page.locator("h1")).to_have_count(0)


def test_the_hand_stays_where_it_was(window: Window, stage: Stage) -> None:
    rows = "".join(f'<p><button id="take-{row}">Tomar {row}</button></p>' for row in range(60))
    stage.body = STATUS + QUEUE.format(rows + '<input id="note" value="">')
    page = opened(window, stage)
    page.fill("#note", "mujer, chaqueta azul")
    page.evaluate("document.querySelector('#note').setSelectionRange(5, 5)")
    page.evaluate("window.scrollTo(0, 300)")
    scrolled = page.evaluate("window.scrollY")
    stage.part = "<p>nueva</p>" + rows + '<input id="note" value="">'
    stage.say(8, "alert.raised", "alert:7")
    expect(page.get_by_text("nueva")).to_be_attached()
    expect(page.locator("#note")).to_be_focused()
    expect(page.locator("#note")).to_have_value("mujer, chaqueta azul")
    assert page.evaluate("document.querySelector('#note').selectionStart") == 5
    assert abs(page.evaluate("window.scrollY") - scrolled) < 120


def test_a_lost_line_is_said_in_words_and_taken_up_where_it_broke(
    window: Window, stage: Stage
) -> None:
    page = opened(window, stage)
    page.evaluate(HEARD)
    stage.say(9, "alert.raised", "alert:7")
    page.wait_for_function("window.heard.length === 1")
    stage.deaf = True
    stage.hang_up()
    expect(page.get_by_text("Sin conexión desde")).to_be_visible()
    assert page.locator("[data-live-status]").get_attribute("data-state") == "offline"
    stage.deaf = False
    expect(page.get_by_text("En vivo")).to_be_visible(timeout=20_000)
    assert stage.since == ["7", "9"]


def test_told_to_start_afresh_every_part_is_pulled(window: Window, stage: Stage) -> None:
    page = opened(window, stage)
    stage.part = "al día"
    stage.resync(500)
    expect(page.locator("#queue")).to_have_text("al día")


def test_a_page_with_nothing_live_does_not_listen(window: Window, stage: Stage) -> None:
    stage.body = "<h1>Quieta</h1>"
    page = window()
    page.goto(stage.url)
    page.wait_for_load_state("networkidle")
    assert stage.since == []
