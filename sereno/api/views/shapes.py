"""The shapes that go out: exact decimals as texts, and a word of its own for each absence."""

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema


class PlanOut(Schema):
    slug: str
    kind: str
    title: str
    source: str
    starts_on: date
    ends_on: date


class PartOut(Schema):
    """A part of a plan that was written: what it is, its number, and the plan it is of."""

    part: str
    id: int
    plan: str


class FigureOut(Schema):
    """A published number; ``value`` is null where it is unknown or does not apply."""

    slug: str
    caption: str
    printed: str
    value: Decimal | None
    absence: str
    first: date
    last: date
    seal: str
    published_at: datetime
    corrected_by: str


class ProgressOut(Schema):
    """How far: ``ratio`` is 1 where the promise is kept; null where there is no way to divide."""

    state: str
    ratio: Decimal | None
    from_baseline: bool
    over: bool
    off: bool  # the ratio says how near it lies to what had to be kept
    standing: str


class TargetOut(Schema):
    """A promise and how far it got; ``progress`` is null for a parish, its cell may be small."""

    id: int
    kind: str
    said: str
    source_words: str
    value: Decimal | None
    high: Decimal | None
    every_days: int | None
    universe: str
    parish: str
    starts_on: date
    ends_on: date
    progress: ProgressOut | None
    figure: str


class IndicatorOut(Schema):
    id: int
    slug: str
    name: str
    definition: str
    unit: str
    direction: str
    over_time: str
    over_place: str
    baseline: Decimal | None
    verification: str
    is_computed: bool
    targets: list[TargetOut]


class ProgrammingOut(Schema):
    """Twelve parts of a hundred and twelve sums, January first; empty where nobody said them."""

    starts_on: date
    ends_on: date
    shares: list[Decimal]
    cost: Decimal | None
    spending: list[Decimal]


class ActivityOut(ProgrammingOut):
    """What is done; ``done`` of a hundred as far as it was confirmed, null where nothing was."""

    id: int
    name: str
    responsible: str
    partners: str
    period_note: str
    verification: str
    done: Decimal | None
    done_until: str


class DoneOut(Schema):
    """What somebody told of an activity: ``waiting``, ``confirmed`` or ``returned``."""

    id: int
    activity: int
    state: str
    year: int
    month: int
    done: Decimal
    evidence: str
    note: str
    told_at: datetime
    returned_because: str


class ReprogrammingOut(Schema):
    """Another programming of an activity: ``waiting``, ``confirmed`` or ``refused``."""

    id: int
    activity: int
    state: str
    because: str
    proposed_at: datetime
    refused_because: str
    old: ProgrammingOut
    new: ProgrammingOut


class FollowedOut(ActivityOut):
    """An activity with everything that was told of it and asked about it."""

    project: int
    progress: list[DoneOut]
    changes: list[ReprogrammingOut]


class ProjectOut(Schema):
    id: int
    name: str
    responsible: str
    partners: str
    indicators: list[IndicatorOut]
    activities: list[ActivityOut]


class ObjectiveOut(Schema):
    id: int
    text: str
    serves: list[str]
    projects: list[ProjectOut]


class ComponentOut(Schema):
    id: int
    name: str
    objectives: list[ObjectiveOut]


class FactOut(Schema):
    """A number that the diagnosis stands on, as its source says it."""

    id: int
    name: str
    value: Decimal
    unit: str
    year: int | None
    source: str


class WholePlanOut(PlanOut):
    vision: str
    vision_until: int | None
    facts: list[FactOut]
    components: list[ComponentOut]


class MeasurementOut(Schema):
    id: int
    target: int
    origin: str
    state: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    absence: str
    starts_at: datetime
    ends_at: datetime
    seal: str


class MeasurementPage(Schema):
    """Some of a plan's measurements; ``next`` is what to ask for as ``before``."""

    total: int
    items: list[MeasurementOut]
    next: int | None


class BudgetLineOut(Schema):
    """A line at the end of a month; what no statement said is null, and null is not zero."""

    code: str
    description: str
    kind: str
    initial: Decimal | None
    amendments: Decimal | None
    revised: Decimal | None
    certified: Decimal | None
    committed: Decimal | None
    accrued: Decimal | None
    paid: Decimal | None
    execution: Decimal | None


class BudgetOut(Schema):
    year: int
    month: int | None
    lines: list[BudgetLineOut]


class ObjectiveOfCatalogueOut(Schema):
    number: str
    title: str
    kind: str
    source: str


class CatalogueOut(Schema):
    code: str
    name: str
    kind: str
    starts_on: date
    ends_on: date | None
    objectives: list[ObjectiveOfCatalogueOut]
