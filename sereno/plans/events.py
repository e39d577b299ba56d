"""What can happen to a plan."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class CatalogueAdded(Event):
    """A national plan, or the SDGs, may now be pointed at."""

    name = "catalogue.added"
    audience = Audience.ACCOUNTS
    code: str
    objectives: int


@dataclass(frozen=True)
class CatalogueExtended(Event):
    """A catalogue received more entries."""

    name = "catalogue.extended"
    audience = Audience.ACCOUNTS
    code: str
    objectives: int


@dataclass(frozen=True)
class CatalogueAmended(Event):
    """Its name, its source or its days were corrected."""

    name = "catalogue.amended"
    audience = Audience.ACCOUNTS
    code: str


@dataclass(frozen=True)
class CatalogueTitleConfirmed(Event):
    """The title of one of its entries was seen in a source."""

    name = "catalogue.title_confirmed"
    audience = Audience.ACCOUNTS
    code: str
    number: str


@dataclass(frozen=True)
class PlanDrafted(Event):
    """A plan was entered, with so many goals."""

    name = "plan.drafted"
    audience = Audience.ACCOUNTS
    kind: str
    targets: int


@dataclass(frozen=True)
class PlanExtended(Event):
    """A draft received a part: ``project:4``."""

    name = "plan.extended"
    audience = Audience.ACCOUNTS
    part: str


@dataclass(frozen=True)
class PlanAmended(Event):
    """A part of a draft was written anew, or the plan's own title and period."""

    name = "plan.amended"
    audience = Audience.ACCOUNTS
    part: str


@dataclass(frozen=True)
class PlanShortened(Event):
    """A part of a draft was taken out, before anyone could read it."""

    name = "plan.shortened"
    audience = Audience.ACCOUNTS
    part: str


@dataclass(frozen=True)
class PlanPublished(Event):
    """A plan may be read by anyone, and its promises no longer change."""

    name = "plan.published"
    audience = Audience.ACCOUNTS
    seal: str


@dataclass(frozen=True)
class TargetSet(Event):
    """A target was promised for a period."""

    name = "target.set"
    audience = Audience.ACCOUNTS
    kind: str
    value: str


@dataclass(frozen=True)
class TaskProgrammed(Event):
    """It was said when an activity is done, month by month, and for how much."""

    name = "task.programmed"
    audience = Audience.ACCOUNTS
    programming: dict[str, object]


@dataclass(frozen=True)
class TaskChangeProposed(Event):
    """Someone asks that a published activity be programmed otherwise, and says why."""

    name = "task.change_proposed"
    audience = Audience.ACCOUNTS
    new: dict[str, object]


@dataclass(frozen=True)
class TaskChanged(Event):
    """Another person confirmed it: from this day on the new programming is in force."""

    name = "task.changed"
    audience = Audience.ACCOUNTS
    programming: dict[str, object]


@dataclass(frozen=True)
class TaskChangeRefused(Event):
    """The activity stays programmed as it was."""

    name = "task.change_refused"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class TaskProgressTold(Event):
    """It was said how much of an activity was done by the end of a month."""

    name = "task.progress_told"
    audience = Audience.ACCOUNTS
    until: str
    done: str


@dataclass(frozen=True)
class TaskProgressConfirmed(Event):
    """Another person saw the evidence: it counts."""

    name = "task.progress_confirmed"
    audience = Audience.ACCOUNTS
    until: str
    done: str


@dataclass(frozen=True)
class TaskProgressReturned(Event):
    """It went back to whoever told it, with the reason."""

    name = "task.progress_returned"
    audience = Audience.ACCOUNTS
    until: str


@dataclass(frozen=True)
class IndicatorTied(Event):
    """It was said where an indicator's number comes from; empty: a person reports it."""

    name = "indicator.tied"
    audience = Audience.ACCOUNTS
    source: str
    formula: str


@dataclass(frozen=True)
class TargetChangeProposed(Event):
    """Someone asks that a published target promise another amount, and says why."""

    name = "target.change_proposed"
    audience = Audience.ACCOUNTS
    old: str
    new: str


@dataclass(frozen=True)
class TargetChanged(Event):
    """Another person confirmed it: from this day on the new amount is in force."""

    name = "target.changed"
    audience = Audience.ACCOUNTS
    old: str
    new: str


@dataclass(frozen=True)
class TargetChangeRefused(Event):
    """The promise stays as it was."""

    name = "target.change_refused"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class OrgUnitPlaced(Event):
    """It was said of a unit what it is for, at which level, and under whom."""

    name = "chart.unit_placed"
    audience = Audience.ACCOUNTS
    level: str
    code: str


@dataclass(frozen=True)
class OrdinanceEntered(Event):
    """An ordinance is followed from now on."""

    name = "ordinance.entered"
    audience = Audience.ACCOUNTS
    issued_on: str


@dataclass(frozen=True)
class OrdinanceAmended(Event):
    """What is said of an ordinance was written anew."""

    name = "ordinance.amended"
    audience = Audience.ACCOUNTS
    issued_on: str


@dataclass(frozen=True)
class ArticleAdded(Event):
    """What an article orders was written down; ``project`` carries it out, where one does."""

    name = "ordinance.article_added"
    audience = Audience.ACCOUNTS
    state: str
    project: str


@dataclass(frozen=True)
class ArticleFollowed(Event):
    """It was said how far an article is carried out."""

    name = "ordinance.article_followed"
    audience = Audience.ACCOUNTS
    state: str
    project: str
