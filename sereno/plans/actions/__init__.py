"""What can be done with a plan: draft it, grow it, amend it, publish it."""

from sereno.plans.actions.catalogues import add_catalogue
from sereno.plans.actions.draft import (
    add_component,
    add_indicator,
    add_objective,
    add_project,
    align,
    draft_plan,
    publish_plan,
    set_target,
)
from sereno.plans.actions.refusals import (
    BadTarget,
    NothingPromised,
    PartInUse,
    PeriodBackwards,
    PlanIsPublished,
    SamePerson,
    SlugTaken,
    UnknownObjective,
    UnknownParish,
)

__all__ = [
    "BadTarget",
    "NothingPromised",
    "PartInUse",
    "PeriodBackwards",
    "PlanIsPublished",
    "SamePerson",
    "SlugTaken",
    "UnknownObjective",
    "UnknownParish",
    "add_catalogue",
    "add_component",
    "add_indicator",
    "add_objective",
    "add_project",
    "align",
    "draft_plan",
    "publish_plan",
    "set_target",
]
