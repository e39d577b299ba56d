"""The colours: readable in both themes, and named in one file only."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "sereno" / "web" / "static" / "web"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")


def block(opening: str) -> dict[str, str]:
    """The colours that follow an opening line, up to the end of its rule."""
    return dict(COLOUR.findall(TOKENS.split(opening, 1)[1].split("}", 1)[0]))


LIGHT = block("  :root {")
DARK = block('[data-theme="dark"] {')
THEMES = {"light": LIGHT, "dark": DARK}

# What is written on what: WCAG 2.2 asks 4.5 of text and 3 of borders and focus rings.
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "link") for ground in ("paper", "surface")),
    ("ink-soft", "sunken"),
    ("ink", "action-wash"),
    ("link", "action-wash"),
    ("night-ink", "night"),
    ("night-ink", "night-raised"),
    ("night-ink-soft", "night"),
    ("action-ink", "action"),
    ("action-ink", "action-hover"),
    ("ink", "attention-wash"),
    ("ink", "danger-wash"),
    *((f"{kind}-ink", kind) for kind in ("attention", "danger", "alive", "unknown")),
    *((f"{kind}-text", f"{kind}-wash") for kind in ("attention", "danger", "alive", "unknown")),
    *((f"{kind}-text", "surface") for kind in ("attention", "danger", "alive", "unknown")),
    *((f"{kind}-text", "paper") for kind in ("attention", "danger", "alive", "unknown")),
]
EDGES = [
    *(("line-strong", ground) for ground in ("paper", "surface", "sunken")),
    *(("focus", ground) for ground in ("paper", "surface", "action-wash")),
    ("attention", "night"),
    ("action", "sunken"),
    ("danger", "paper"),
    ("alive", "paper"),
]


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_norm_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_an_edge_can_be_seen(theme: str, edge: str, ground: str) -> None:
    assert contrast(THEMES[theme][edge], THEMES[theme][ground]) >= 3


def test_the_dark_theme_is_the_same_by_choice_and_by_the_machine() -> None:
    assert block(":root:not([data-theme]) {") == DARK
    assert set(DARK) == set(LIGHT)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in STYLES.glob("*.css") if path.name != "tokens.css")
)
def test_no_other_style_names_a_colour(name: str) -> None:
    text = (STYLES / name).read_text(encoding="utf-8").split("@media print")[0]
    if name != "print.css":  # Paper is white and ink is black.
        assert HEX.findall(text) == []


def test_paper_is_never_dark() -> None:
    for dark in ('[data-theme="dark"] {', ":root:not([data-theme]) {"):
        assert TOKENS.split(dark)[0].rstrip().splitlines()[-1].strip().startswith("@media screen")
