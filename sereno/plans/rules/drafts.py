"""A plan before it is kept: every part of it as a value, nested as in the document."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class TargetDraft:
    """A promise for a period. ``value`` is a quantity, or a share in hundredths (50 is 50 %).

    What must stay within two bounds has the lower one as ``value`` and the upper one as ``high``.
    A scale is its words, one a line and the worst first; ``value`` is the step from which it is
    reached, counted from one.
    """

    kind: str
    starts_on: date
    ends_on: date
    value: Decimal | None = None
    universe: str = ""
    universe_size: int | None = None
    every_days: int | None = None
    high: Decimal | None = None
    scale: str = ""
    condition: str = ""
    source_words: str = ""
    group: str = ""  # the people it is promised to, such as women; everybody where empty
    parish: str = ""  # its name; the whole canton where there is none


@dataclass(frozen=True)
class IndicatorDraft:
    """What is counted. ``unit`` is the word people read, in plural; a share's unit is ``%``."""

    slug: str
    name: str
    unit: str
    direction: str
    definition: str = ""
    accumulates: bool = False  # begins every period at zero, whatever its baseline
    source: str = ""  # the name of a source of results; reported by a person where there is none
    formula: str = ""
    over_time: str = ""  # how several periods become one; read from its nature where left open
    over_place: str = ""  # how several parishes become one
    baseline: Decimal | None = None
    baseline_note: str = ""
    verification: str = ""
    targets: tuple[TargetDraft, ...] = ()


@dataclass(frozen=True)
class Programming:
    """When an activity is done, month by month, and for how much money.

    ``shares`` are twelve parts of a hundred, January first, of what is to be done; ``spending``
    are twelve sums that add to ``cost``. What the document does not say stays empty.
    """

    starts_on: date
    ends_on: date
    shares: tuple[Decimal, ...] = ()
    cost: Decimal | None = None
    spending: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class TaskDraft:
    """An activity of a project; without ``responsible``, whoever answers for the project does."""

    name: str
    programming: Programming
    responsible: str = ""
    partners: str = ""
    period_note: str = ""
    verification: str = ""


@dataclass(frozen=True)
class ProjectDraft:
    """What is done; ``responsible`` is the name of a unit of the organisation chart."""

    name: str
    responsible: str
    starts_on: date
    ends_on: date
    partners: str = ""
    suggestion: str = ""  # what people asked for, where the project answers it
    period_note: str = ""
    indicators: tuple[IndicatorDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()


@dataclass(frozen=True)
class AlignmentDraft:
    """An objective of a catalogue, by the catalogue's code and the objective's number."""

    catalogue: str
    number: str
    note: str = ""


@dataclass(frozen=True)
class ObjectiveDraft:
    text: str
    alignments: tuple[AlignmentDraft, ...] = ()
    projects: tuple[ProjectDraft, ...] = ()


@dataclass(frozen=True)
class ComponentDraft:
    name: str
    objectives: tuple[ObjectiveDraft, ...] = ()


@dataclass(frozen=True)
class ProblemDraft:
    """A line of the diagnosis; ``objectives`` are numbered as in the plan: ``1.2``."""

    theme: str
    text: str
    zones: str = ""
    actors: str = ""
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactDraft:
    """A number that the diagnosis stands on, such as how many people live in the canton."""

    name: str
    value: Decimal
    unit: str = ""
    year: int | None = None
    source: str = ""

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        return tuple(cls.__dataclass_fields__)


@dataclass(frozen=True)
class PlanDraft:
    """A plan as far as it is known: its title alone, or everything down to the last target."""

    kind: str
    slug: str
    title: str
    starts_on: date
    ends_on: date
    source: str = ""
    components: tuple[ComponentDraft, ...] = ()
    problems: tuple[ProblemDraft, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    vision: str = ""  # what the place is to be
    vision_until: int | None = None  # the year by which


@dataclass(frozen=True)
class CatalogueObjectiveDraft:
    """A numbered objective; without ``source``, its title is still to be confirmed."""

    number: str
    title: str
    source: str = ""
    kind: str = "objective"


@dataclass(frozen=True)
class CatalogueDraft:
    """A national plan, the SDGs or a PDOT, in force from one day to another."""

    code: str
    name: str
    starts_on: date
    ends_on: date | None = None
    source: str = ""
    kind: str = "other"
    objectives: tuple[CatalogueObjectiveDraft, ...] = ()
