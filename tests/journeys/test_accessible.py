"""Every kind of public page, tried against WCAG 2.2 AA with axe, as strangers see it.

Two widths and two themes; what axe cannot judge (order of reading, the keyboard, pages
without scripts) is tried beside it.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import needs
from tests.live import Installation
from tests.strolling import Place, stroll

pytestmark = pytest.mark.needs(needs.CHROMIUM)

Window = Callable[..., Page]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SEEN_AS = ({"width": 360, "height": 760}, {"width": 1440, "height": 900, "dark": True})
# What a stranger must have met, or the walk itself is broken.
MET = {
    *("reports:home", "reports:goal", "reports:figure", "reports:case", "reports:plan"),
    *("reports:indicators", "reports:indicator", "reports:map", "reports:seals", "reports:how"),
    *("reports:cases", "reports:years", "reports:yearly", "reports:transparency"),
    *("assemblies:index", "assemblies:ask", "assemblies:matter", "assemblies:compliance"),
    *("reports:barrios", "reports:barrio", "reports:open-data"),
    *("reports:published-editions", "account_login"),
}

BREATH = 32
SENTENCE_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
WORD = re.compile(r"[^\W\d_]{2,}")
# A table that must be dragged sideways on a telephone; code to be copied may be.
DRAGGED = """() => [...document.querySelectorAll("main .table, main .tabs")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def loja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    installation = Installation(tmp_path_factory.mktemp("loja") / "sereno", SERENO_EXAMPLE="loja")
    installation.prepare()
    installation.start()
    yield installation
    installation.remove()


@pytest.fixture(scope="module")
def places(loja: Installation) -> list[Place]:
    return stroll(loja.url)


def test_a_stranger_reaches_every_public_page_and_no_link_is_broken(places: list[Place]) -> None:
    assert MET - {place.name for place in places} == set()
    assert [place.path for place in places if place.answer.status_code != 200] == []


@pytest.mark.parametrize("seen_as", SEEN_AS, ids=("telephone", "desk, dark"))
def test_no_page_shuts_anyone_out(
    loja: Installation, places: list[Place], window: Window, seen_as: dict[str, int]
) -> None:
    page = window(**seen_as)
    faults = [fault for place in places if place.is_a_page for fault in judged(page, loja, place)]
    assert faults == []


def judged(page: Page, loja: Installation, place: Place) -> list[str]:
    """What axe holds against one page, and whether it is wider than its window."""
    page.goto(loja.url + place.path)
    found = Axe().run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"]})
    faults = [
        f"{place.path}: {violation['id']}: {node['html'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*faults, *([f"{place.path}: {width} px too wide"] if width > 0 else [])]


def test_every_page_can_be_read_without_scripts_and_by_the_keyboard(
    loja: Installation, places: list[Place], window: Window
) -> None:
    page = window(width=360, height=760, scripts=False)
    for place in places:
        if place.is_a_page:
            page.goto(loja.url + place.path)
            assert page.locator("h1").count() == 1, place.path
            assert page.locator("main").inner_text().strip(), place.path
            assert page.evaluate(DRAGGED) == [], place.path
            assert long_sentences(page) == [], place.path
            page.keyboard.press("Tab")
            assert page.locator(":focus").get_attribute("href") == "#main", place.path


def long_sentences(page: Page) -> list[str]:
    """What is read aloud in one breath by nobody: sentences of more words than ``BREATH``."""
    said = "\n".join(page.locator("main :is(p, li, dd, figcaption, caption)").all_inner_texts())
    found = SENTENCE_ENDS.split(said)
    return [one for one in found if len(WORD.findall(one)) > BREATH]
