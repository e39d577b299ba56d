"""What the council promised: plans and their parts, who answers, and what ordinances order."""

from sereno.plans.models.catalogues import Catalogue, CatalogueObjective
from sereno.plans.models.diagnosis import Fact, Problem
from sereno.plans.models.ordinances import Article, Ordinance
from sereno.plans.models.plan import Alignment, Component, Indicator, Objective, Plan, Project
from sereno.plans.models.targets import Target, TargetChange
from sereno.plans.models.tasks import Task, TaskChange, TaskProgress
from sereno.plans.models.units import OrgUnit

__all__ = [
    "Alignment",
    "Article",
    "Catalogue",
    "CatalogueObjective",
    "Component",
    "Fact",
    "Indicator",
    "Objective",
    "Ordinance",
    "OrgUnit",
    "Plan",
    "Problem",
    "Project",
    "Target",
    "TargetChange",
    "Task",
    "TaskChange",
    "TaskProgress",
]
