"""The console as two operators use it: by keyboard, in a real browser, without a reload."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.live import HOUSE, Installation

Window = Callable[..., Page]


class Room:
    """An installation with two operators signed in, and a hand that raises alerts."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.rosa, self.ines = self.stage("people")

    def stage(self, *words: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.incidents.stage", *words],
            cwd=HOUSE,
            env=self.installation.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def raise_alert(self, *, seconds_ago: int = 0) -> str:
        return self.stage("alert", str(seconds_ago))[0]

    def enter(self, page: Page, session: str, path: str = "/consola/") -> Page:
        cookie = {"name": "sessionid", "value": session, "url": self.installation.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        page.goto(self.installation.url + path)
        return page


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One installation for all these tests: to prepare one takes longer than any of them."""
    folder = tmp_path_factory.mktemp("console") / "sereno"
    installation = Installation(folder, SERENO_SECOND_FACTOR="offered")
    try:
        installation.prepare()
        yield Room(installation)
    finally:
        installation.remove()


@pytest.fixture
def room(opened: Room) -> Room:
    """The room as it is when nothing has happened yet."""
    opened.stage("clear")
    if opened.installation.process is None:
        opened.installation.start()
    return opened


@pytest.mark.needs("Chromium")
def test_rosa_answers_an_alert_from_its_arrival_to_its_end_by_keyboard_alone(
    room: Room, window: Window
) -> None:
    page = room.enter(window(), room.rosa)
    expect(page.locator("#hand")).to_contain_text("Nada espera")
    expect(page.locator("[data-live-status]")).to_have_text("En vivo")
    keys = page.keyboard

    room.raise_alert()
    expect(page.locator("#hand h2")).to_have_text("Robo o asalto")
    expect(page.locator("#said")).to_contain_text("Alerta nueva: Robo o asalto, Jipiro")
    keys.press("Enter")
    expect(page.locator("#hand")).to_contain_text("en sus manos desde las")
    expect(page).to_have_url(re.compile(r"/consola/incidente/\d+/$"))

    keys.press("p")
    keys.press("Space")
    keys.press("n")
    keys.type("Dos motos rojas, 1 con placa")
    room.raise_alert()  # The queue is drawn again meanwhile, and takes nothing away.
    expect(page.locator("#queue .count").first).to_have_text("1")
    expect(page.locator("#note-text")).to_have_value("Dos motos rojas, 1 con placa")
    keys.press("Control+Enter")
    expect(page.locator(".log")).to_contain_text("Dos motos rojas")
    expect(page.locator("#note-text")).to_have_value("")
    expect(page.locator("#question-1")).to_be_checked()

    keys.press("Escape")
    keys.press("1")
    expect(page.locator("#class-real")).to_have_attribute("aria-pressed", "true")
    keys.press("d")
    expect(page.locator("#unit-1")).to_be_focused()
    keys.press("ArrowDown")
    expect(page.locator("#unit-2")).to_be_focused()
    keys.press("Enter")
    expect(page.locator(".sent")).to_contain_text("UPC-02")
    keys.press("Escape")
    keys.press("a")
    expect(page.locator(".sent")).to_contain_text("en el lugar desde las")
    keys.press("c")
    expect(page.locator("#outcome-attended")).to_be_checked()
    keys.press("Enter")
    expect(page.locator("#messages")).to_contain_text("quedó cerrado: atendido en el lugar")
    expect(page.locator("#hand")).to_contain_text("sin atender")

    keys.press("?")
    expect(page.locator("#help")).to_be_visible()
    keys.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


@pytest.mark.needs("Chromium")
def test_the_second_operator_reads_who_was_quicker(room: Room, window: Window) -> None:
    number = room.raise_alert()
    slow = room.enter(window(), room.ines, f"/consola/alerta/{number}/")
    stale = slow.locator("form[data-take]").get_attribute("action")
    quick = room.enter(window(), room.rosa)
    quick.keyboard.press("Enter")
    expect(quick.locator("#hand")).to_contain_text("en sus manos desde las")
    expect(slow.locator("#hand")).to_contain_text("Rosa la tomó a las")
    # And if she pressed in the same instant: words instead of an error.
    slow.evaluate(
        """(action) => {
          const form = document.createElement("form");
          form.method = "post";
          form.action = action;
          const token = document.querySelector("[name=csrfmiddlewaretoken]").cloneNode();
          form.append(token);
          document.getElementById("hand").append(form);
          form.requestSubmit();
        }""",
        stale,
    )
    expect(slow.locator("#messages")).to_contain_text("Rosa la tomó a las")


@pytest.mark.needs("Chromium")
def test_the_keys_go_through_the_queue_and_enter_takes_only_what_is_in_sight(
    room: Room, window: Window
) -> None:
    first, second, third = (room.raise_alert(seconds_ago=age) for age in (90, 60, 30))
    page = room.enter(window(), room.rosa)
    expect(page.locator("#hand")).to_have_attribute("data-subject", f"alert:{first}")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    expect(page.locator("#hand")).to_have_attribute("data-subject", f"alert:{second}")
    expect(page.locator(f"#row-alert-{second}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#hand")).to_have_attribute("data-subject", re.compile("incident:"))
    expect(page.locator(f"#row-alert-{second}")).to_have_count(0)
    expect(page.locator(f"#row-alert-{third}")).to_be_visible()


@pytest.mark.needs("Chromium")
def test_a_new_alert_sounds_once_sound_is_on_and_the_silence_says_when_it_ends(
    room: Room, window: Window
) -> None:
    page = room.enter(window(), room.rosa)
    expect(page.locator("#sound")).to_contain_text("Sonido apagado: encender")
    expect(page.locator("[data-live-status]")).to_have_text("En vivo")
    page.evaluate(
        """() => {
          window.levels = [];
          document.addEventListener("sereno:sounded", (event) => window.levels.push(event.detail));
        }"""
    )
    page.keyboard.press("m")
    expect(page.locator("#sound")).to_contain_text("Sonido encendido")
    room.raise_alert()
    expect(page.locator("#hand h2")).to_have_text("Robo o asalto")
    page.wait_for_function("() => window.levels.includes('life')")
    page.keyboard.press("m")
    expect(page.locator("#sound")).to_contain_text("En silencio hasta las")
    room.raise_alert()
    expect(page.locator("#queue .count").first).to_have_text("2")
    assert page.evaluate("() => window.levels.filter((level) => level === 'life').length") == 1


@pytest.mark.needs("Chromium")
def test_a_lost_connection_is_said_and_an_act_that_was_not_sent_too(
    room: Room, window: Window
) -> None:
    room.raise_alert()
    page = room.enter(window(), room.rosa)
    expect(page.locator("[data-live-status]")).to_have_text("En vivo")
    room.installation.end()
    expect(page.locator("[data-live-status]")).to_contain_text("Sin conexión desde")
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("no se sabe si quedó registrado")


@pytest.mark.needs("Chromium")
def test_without_scripts_the_forms_still_take_classify_and_close(
    room: Room, window: Window
) -> None:
    room.raise_alert()
    page = room.enter(window(scripts=False), room.rosa)
    page.locator("#take").click()
    expect(page.locator("#hand")).to_contain_text("en sus manos desde las")
    page.locator("#close").click()
    page.locator("#outcome-false").check()
    page.locator("#close").click()
    expect(page.locator("#messages")).to_contain_text("Antes de cerrar diga qué resultó ser")
    page.locator("#class-false").click()
    page.locator("#outcome-false").check()
    page.locator("#close").click()
    expect(page.locator("#messages")).to_contain_text("quedó cerrado: falsa alarma")


@pytest.mark.needs("Chromium")
def test_an_alert_that_becomes_late_says_so_without_anything_else_happening(
    room: Room, window: Window
) -> None:
    number = room.raise_alert(seconds_ago=11)
    page = room.enter(window(), room.rosa)
    expect(page.locator(f"#row-alert-{number} time")).to_have_attribute("data-lateness", "soon")
    expect(page.locator(".steps [aria-current] .verdict")).to_have_text("por vencer")
    expect(page.locator("#queue > header")).to_contain_text("1 vencida", timeout=15_000)
    expect(page.locator(".steps [aria-current] .verdict")).to_have_text("vencido")
