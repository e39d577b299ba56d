"""What every drawing is made of: elements, colours, a title and a description in words."""

from decimal import Decimal
from html import escape

Coordinate = int | float | Decimal

# The colours of paper. On a screen the classes beside them follow the theme of the page.
NIGHT = "#1d3a75"
ALIVE = "#1d7040"
ATTENTION = "#f2b134"
UNKNOWN = "#646b7a"
INK = "#182033"
SOFT = "#4c5467"
LINE = "#837c6c"
FAINT = "#ddd7c9"
SUNKEN = "#f0ede5"
PAPER = "#ffffff"
FACE = "Libertinus Serif"


class Svg(str):
    """Markup that a template prints as it is: everything written in it was escaped here."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def element(tag: str, *inside: str, **attributes: Coordinate | str) -> Svg:
    """``element("line", x1=0, stroke_width=2)``; ``class_`` for class."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value != ""
    )
    return Svg(f"<{tag}{given}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{given}/>")


def text(words: str, *, x: Coordinate, y: Coordinate, **attributes: Coordinate | str) -> Svg:
    kept: dict[str, Coordinate | str] = {"fill": INK, "font_size": 12, "font_family": FACE}
    return element("text", escape(words), x=x, y=y, **(kept | attributes))


def drawing(
    *inside: str,
    width: Coordinate,
    height: Coordinate,
    title: str,
    description: str = "",
    kind: str = "",
    stretches: bool = False,
) -> Svg:
    """A whole picture, which says in words what it shows.

    One that holds no words and no circles may be stretched to the width of the page.
    """
    said = [element("title", escape(title))]
    if description:
        said.append(element("desc", escape(description)))
    return element(
        "svg",
        *said,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"drawing {kind}".strip(),
        role="img",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        preserveAspectRatio="none" if stretches else "",
    )


def _value(value: Coordinate | str) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
