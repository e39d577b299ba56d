"""The shapes of a plan's parts as programs send them, each with the limits of its columns."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

from ninja import Path, Schema
from pydantic import Field, StringConstraints

from sereno.plans import rules
from sereno.plans.models import Indicator, Plan, Target

MOST_PARTS = 500
Number = Annotated[int, Path(ge=1, le=2_147_483_647)]
Count = Annotated[int, Field(ge=1, le=2_147_483_647)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Amount = Annotated[Decimal, Field(max_digits=16, decimal_places=4, allow_inf_nan=False)]
# Twelve sums of a year must fit in the column of the cost.
Money = Annotated[Decimal, Field(max_digits=13, decimal_places=2, allow_inf_nan=False)]
Share = Annotated[Decimal, Field(max_digits=5, decimal_places=2, allow_inf_nan=False)]
MONTHS = 12
NO_NUL = r"^[^\x00]*$"


def words(longest: int, *, least: int = 0) -> StringConstraints:
    """A text that its column holds; blank where nothing has to be said."""
    return StringConstraints(
        min_length=least, max_length=longest, pattern=NO_NUL, strip_whitespace=True
    )


Title = Annotated[str, words(200, least=1)]
Name = Annotated[str, words(300, least=1)]
Line = Annotated[str, words(300)]
Text = Annotated[str, words(5000)]
Said = Annotated[str, words(5000, least=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]{1,80}$")]
PlanSlug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]{1,80}$")]
Unit = Annotated[str, words(120, least=1)]
Link = Annotated[str, StringConstraints(max_length=200, pattern=r"^(https?://\S+)?$")]


# As the models know them; tests/api/views/test_incoming.py holds the two together.
OverTime = Literal["", "sum", "latest", "mean", "max", "ratio", "apart"]
OverPlace = Literal["", "sum", "mean", "max", "ratio", "apart"]


class TargetIn(Schema):
    """A promise for a period; which fields it needs follows from its kind."""

    kind: Target.Kind
    starts_on: date
    ends_on: date
    value: Amount | None = None
    high: Amount | None = None
    universe: Annotated[str, words(200)] = ""
    universe_size: Count | None = None
    every_days: Annotated[int, Field(ge=1, le=3660)] | None = None
    scale: Text = ""
    condition: Line = ""
    source_words: Line = ""
    group: Annotated[str, words(120)] = ""
    parish: Annotated[str, words(120)] = ""


class IndicatorIn(Schema):
    """What is counted; without a source, people report it."""

    slug: Slug
    name: Name
    unit: Annotated[str, words(60, least=1)]
    direction: Indicator.Direction
    definition: Text = ""
    accumulates: bool = False
    source: Annotated[str, words(60)] = ""
    formula: Annotated[str, words(40)] = ""
    over_time: OverTime = ""
    over_place: OverPlace = ""
    baseline: Amount | None = None
    baseline_note: Annotated[str, words(200)] = ""
    verification: Line = ""
    targets: Annotated[list[TargetIn], Field(max_length=MOST_PARTS)] = []


class ProgrammingIn(Schema):
    """When an activity is done: twelve parts of a hundred and twelve sums, January first."""

    starts_on: date
    ends_on: date
    shares: Annotated[list[Share], Field(max_length=MONTHS)] = []
    cost: Money | None = None
    spending: Annotated[list[Money], Field(max_length=MONTHS)] = []


class ActivityIn(ProgrammingIn):
    """What is done within a project; without ``responsible``, whoever answers for the project."""

    name: Name
    responsible: Annotated[str, words(120)] = ""
    partners: Line = ""
    period_note: Line = ""
    verification: Line = ""


class ProjectIn(Schema):
    """What is done, and the unit that answers for it: one not met before is entered."""

    name: Name
    responsible: Unit
    starts_on: date
    ends_on: date
    partners: Line = ""
    suggestion: Text = ""
    period_note: Line = ""
    indicators: Annotated[list[IndicatorIn], Field(max_length=MOST_PARTS)] = []
    activities: Annotated[list[ActivityIn], Field(max_length=MOST_PARTS)] = []


class AlignmentIn(Schema):
    """An objective of a catalogue, by the catalogue's code and the objective's number."""

    catalogue: Annotated[str, words(30, least=1)]
    number: Annotated[str, words(10, least=1)]
    note: Line = ""


class ObjectiveIn(Schema):
    text: Said
    alignments: Annotated[list[AlignmentIn], Field(max_length=MOST_PARTS)] = []
    projects: Annotated[list[ProjectIn], Field(max_length=MOST_PARTS)] = []


class ComponentIn(Schema):
    name: Annotated[str, words(160, least=1)]
    objectives: Annotated[list[ObjectiveIn], Field(max_length=MOST_PARTS)] = []


class ProblemIn(Schema):
    """A line of the diagnosis; ``objectives`` are numbered as in the plan: ``1.2``."""

    theme: Annotated[str, words(160, least=1)]
    text: Said
    zones: Line = ""
    actors: Line = ""
    objectives: Annotated[list[Annotated[str, words(10)]], Field(max_length=MOST_PARTS)] = []


class FactIn(Schema):
    """A number that the diagnosis stands on, as its source says it."""

    name: Annotated[str, words(160, least=1)]
    value: Amount
    unit: Annotated[str, words(60)] = ""
    year: Year | None = None
    source: Line = ""


class PlanIn(Schema):
    """A plan as far as it is known: its title alone, or everything down to the last target."""

    kind: Plan.Kind
    slug: Slug
    title: Title
    starts_on: date
    ends_on: date
    source: Line = ""
    components: Annotated[list[ComponentIn], Field(max_length=MOST_PARTS)] = []
    problems: Annotated[list[ProblemIn], Field(max_length=MOST_PARTS)] = []
    facts: Annotated[list[FactIn], Field(max_length=MOST_PARTS)] = []
    vision: Annotated[str, words(2000)] = ""
    vision_until: Year | None = None


def activity(**said: Any) -> rules.TaskDraft:
    """An activity as the house drafts it, its programming as a value of its own."""
    months = {name: said.pop(name) for name in ProgrammingIn.model_fields}
    return rules.TaskDraft(programming=rules.Programming(**months), **said)


def project(*, activities: tuple[rules.TaskDraft, ...], **said: Any) -> rules.ProjectDraft:
    return rules.ProjectDraft(tasks=activities, **said)


DRAFTS: dict[type[Schema], Any] = {
    ProgrammingIn: rules.Programming,
    ActivityIn: activity,
    TargetIn: rules.TargetDraft,
    IndicatorIn: rules.IndicatorDraft,
    ProjectIn: project,
    AlignmentIn: rules.AlignmentDraft,
    ObjectiveIn: rules.ObjectiveDraft,
    ComponentIn: rules.ComponentDraft,
    ProblemIn: rules.ProblemDraft,
    FactIn: rules.FactDraft,
    PlanIn: rules.PlanDraft,
}


def draft(told: Schema) -> Any:
    """What was sent as the draft that the actions of plans take, nested as it came."""
    return DRAFTS[type(told)](**{name: _part(value) for name, value in told})


def _part(value: Any) -> Any:
    if isinstance(value, Schema):
        return draft(value)
    if isinstance(value, Enum):
        return value.value
    return tuple(_part(one) for one in value) if isinstance(value, list) else value
