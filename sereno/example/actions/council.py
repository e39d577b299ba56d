"""The acts that place the units of the example in its chart and enter the ordinances it names."""

from datetime import date, datetime
from functools import partial

from sereno.example import files, tables
from sereno.example.cast import Cast
from sereno.example.story.stage import noon
from sereno.example.timeline import Act
from sereno.plans import actions
from sereno.plans.models import Ordinance
from sereno.plans.rules import ArticleDraft, OrdinanceDraft, UnitDraft

CHART_SINCE = date(2019, 1, 7)
ORDERED = ArticleDraft(
    "Según el plan de trabajo",
    "La Dirección Ejecutiva cumple y hace cumplir las políticas locales y nacionales de buena "
    "administración.",
    "under_way",
)


def settle(cast: Cast, *, latest: datetime) -> list[Act]:
    """The ordinances from the first day of the council, the chart of the year of its goals."""
    charted = min(max(noon(CHART_SINCE), cast.founded_at), latest)
    return [
        Act(cast.founded_at, partial(_enter, cast)),
        Act(charted, partial(_place, cast)),
    ]


def _place(cast: Cast, *, at: datetime) -> None:
    """Every unit after the one it hangs on."""
    units = tables.chart()
    for row in units.values():
        parent = units[row["parent"]]["name"] if row["parent"] else ""
        draft = UnitDraft(row["name"], row["level"], row["code"], parent, row["objective"])
        actions.place_unit(draft, by=cast.people["carmen"], at=at)


def _enter(cast: Cast, *, at: datetime) -> None:
    entered: dict[str, Ordinance] = {}
    carmen = cast.people["carmen"]
    for row in files.table("ordinances"):
        issued_on = date.fromisoformat(row["issued_on"])
        draft = OrdinanceDraft(row["title"], issued_on, row["number"], row["source"])
        reforms = entered.get(row["reforms"])
        entered[row["key"]] = actions.enter_ordinance(draft, reforms=reforms, by=carmen, at=at)
        last = entered[row["key"]]
    actions.add_article(last, ORDERED, by=carmen, at=at)
