"""A real Chromium for the tests that look at pages as people do."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests import needs

# What keeps a browser of tests to itself: no sandbox (CI is root), no word to the world.
ALONE = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a file.

    Its driver holds an event loop as long as it lives, so these tests do not touch the
    database of the test process: they look at an installation (`server`) from outside.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=needs.chromium_path(),
            args=list(ALONE),
        )
        yield chromium
        chromium.close()


@dataclass
class Faults:
    """What went wrong inside the pages: failed scripts, refused resources."""

    seen: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.seen.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self.hear(page, message))

    def hear(self, page: Page, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.seen.append(f"{page.url}: {message.text}")


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window for one person, with nobody's cookies; fails the test if a script failed."""
    faults = Faults()
    opened: list[Page] = []

    def open_window(
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            locale="es-EC",
            timezone_id="America/Guayaquil",
            geolocation={"latitude": -3.9960, "longitude": -79.2018},
            permissions=["geolocation"],
        )
        page = context.new_page()
        faults.watch(page)
        opened.append(page)
        return page

    yield open_window
    for page in opened:
        page.context.close()
    assert not faults.seen, json.dumps(faults.seen, indent=1, ensure_ascii=False)
