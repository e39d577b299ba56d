"""The acts that keep what the plan of another city serves, and the two sums its report gives."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial

from sereno.example.actions.budget import HEADER
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE
from sereno.example.timeline import Act
from sereno.plans.actions import add_catalogue
from sereno.plans.budget import actions
from sereno.plans.budget.actions import LineDraft, WeightDraft
from sereno.plans.budget.models import Line, Month
from sereno.plans.models import Project
from sereno.plans.rules import CatalogueDraft, CatalogueObjectiveDraft
from sereno.web.rules import decimal

YEAR, DECEMBER = 2021, 12
CODE, GROUP = "QUITO-2021-1", "73"
REVISED, ACCRUED = Decimal("5500.00"), Decimal("4884.15")
SEEN = "Citado en el informe de gestión 2021 de una zona de Quito"
SERVED = CatalogueDraft(
    code="pmdot-quito-2021-2033",
    name="Plan de desarrollo y ordenamiento territorial de Quito 2021-2033 (otra ciudad)",
    starts_on=date(2021, 1, 1),
    ends_on=date(2033, 12, 31),
    source="Solo lo que cita el ejemplo de otra ciudad",
    objectives=(
        CatalogueObjectiveDraft(
            "OE6", "Vida plena y justa: salud, educación, cultura y seguridad", SEEN
        ),
        CatalogueObjectiveDraft(
            "OE6-1", "96 barrios con estrategias para prevenir adicciones, hasta 2023", SEEN
        ),
    ),
)
PROJECT = "Prevención situacional y convivencia pacífica"
ABOUT = "Prevención situacional y convivencia pacífica (Quito, ejemplo de otra ciudad)"
SOURCE = "El informe da el codificado y el devengado; los demás montos se suponen"


def spend(cast: Cast, *, latest: datetime) -> list[Act]:
    """What its plan serves, the line of its year, and what became of it when that was over."""
    acts = (
        (datetime(YEAR, 1, 4, 8, tzinfo=ZONE), _name),
        (datetime(YEAR, 2, 1, 8, tzinfo=ZONE), _enter),
        (datetime(YEAR + 1, 1, 20, 14, tzinfo=ZONE), _take),
        (datetime(YEAR + 1, 2, 20, 8, tzinfo=ZONE), _close),
    )
    return [Act(min(max(at, cast.founded_at), latest), partial(does, cast)) for at, does in acts]


def _name(cast: Cast, *, at: datetime) -> None:
    add_catalogue(SERVED, by=cast.people["carmen"], at=at)


def _enter(cast: Cast, *, at: datetime) -> None:
    draft = LineDraft(CODE, ABOUT, group=GROUP, source=SOURCE)
    (line,) = actions.add_lines(YEAR, [draft], by=cast.people["diego"], at=at)
    project = Project.objects.get(name=PROJECT)
    actions.share_line(line, [WeightDraft(project, Decimal(100))], by=cast.people["diego"], at=at)


def _take(cast: Cast, *, at: datetime) -> None:
    line = Line.objects.get(year=YEAR, code=CODE)
    revised, accrued = decimal(REVISED, 2), decimal(ACCRUED, 2)
    amounts = [revised, decimal(Decimal(0), 2), revised, "", accrued, accrued, accrued]
    text = "\n".join([HEADER, ";".join([CODE, line.description, *amounts])])
    actions.take_statement(YEAR, DECEMBER, text, by=cast.people["diego"], at=at)


def _close(cast: Cast, *, at: datetime) -> None:
    month = Month.objects.get(year=YEAR, number=DECEMBER)
    actions.close_month(month, by=cast.people["diego"], at=at)
