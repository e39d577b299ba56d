"""What a card says: the goal, its number, its promise, how it stands, and where to check it."""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from sereno.plans.rules import printing
from sereno.reports.formats import pictures
from sereno.reports.queries import words
from sereno.reports.queries.goals import Goal
from sereno.reports.queries.papers.paper import is_shown
from sereno.reports.rules.standing import KINDS
from sereno.web.personal import is_private

LONGEST = 150


class NamesSomebody(Exception):
    """A text of the goal has personal data: no picture of it goes round the networks."""


@dataclass(frozen=True)
class Card:
    """``bar`` is a drawing, empty where there is nothing to draw or the number is kept back."""

    council: str
    name: str
    number: str
    unit: str
    promise: str
    standing: str
    kind: str
    question: str
    address: str
    bar: str = ""
    example: str = ""

    @property
    def text(self) -> str:
        """The same in words, for whoever does not see the picture."""
        number = f"{self.number} {self.unit}".strip()
        said = (self.council, f"{self.name}: {number}", self.promise, self.standing)
        return ". ".join(each.rstrip(".") for each in (*said, self.example) if each) + "."

    @property
    def data(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def card(goal: Goal, *, council: str, address: str) -> Card:
    """A card of what the goal's page says; few people behind a number keep it back here too."""
    shown = goal.figure is not None and is_shown(goal.figure)
    number, unit = _number(goal, shown=shown)
    promise = pictures.sentence_of(goal) if shown and goal.aim is not None else _promise(goal)
    for text in (goal.indicator.name, promise):
        if is_private(text):
            raise NamesSomebody(goal.indicator.slug)
    return Card(
        council=council,
        name=_short(goal.indicator.name),
        number=number,
        unit=unit,
        promise=_short(promise),
        standing=str(words.STANDINGS[goal.standing]),
        kind=KINDS[goal.standing].value,
        question=_("¿De dónde sale este número?") if shown else _("Más de esta meta:"),
        address=address.partition("://")[2].rstrip("/"),
        bar=str(pictures.bar_of(goal) or "") if shown else "",
        example=_("Datos de ejemplo: nada de esto ocurrió") if settings.EXAMPLE != "none" else "",
    )


def _number(goal: Goal, *, shown: bool) -> tuple[str, str]:
    if goal.figure is None:
        return _("Sin número todavía"), ""
    if not shown:
        return _("Reservado"), ""
    found = printing.pieces(printing.as_read(goal.figure.printed_value))
    return found.number, found.unit


def _promise(goal: Goal) -> str:
    if goal.target is None:
        return ""
    said = printing.as_read(goal.target.source_words or goal.target.said)
    return _("Se prometió: %(what)s.") % {"what": said}


def _short(said: str) -> str:
    """So much of a text as a card has room for, cut between two words."""
    whole = " ".join(said.split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rpartition(' ')[0]}…"
