"""How a plan is written down: its parts, its targets, and how its numbers are printed."""

from sereno.plans.rules.addresses import RESERVED
from sereno.plans.rules.calculation import Calculation, stated
from sereno.plans.rules.catalogue import CatalogueFault, CatalogueTable, Reject, catalogue_of
from sereno.plans.rules.council import ArticleDraft, OrdinanceDraft, UnitDraft, is_link
from sereno.plans.rules.drafts import (
    AlignmentDraft,
    CatalogueDraft,
    CatalogueObjectiveDraft,
    ComponentDraft,
    FactDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
    Programming,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
)
from sereno.plans.rules.programming import (
    Misprogrammed,
    as_row,
    misprogrammed,
    of_row,
    programmed,
)
from sereno.plans.rules.targets import Amount, Direction, Fault, Kind, amount, fault_of, steps

__all__ = [
    "RESERVED",
    "AlignmentDraft",
    "Amount",
    "ArticleDraft",
    "Calculation",
    "CatalogueDraft",
    "CatalogueFault",
    "CatalogueObjectiveDraft",
    "CatalogueTable",
    "ComponentDraft",
    "Direction",
    "FactDraft",
    "Fault",
    "IndicatorDraft",
    "Kind",
    "Misprogrammed",
    "ObjectiveDraft",
    "OrdinanceDraft",
    "PlanDraft",
    "ProblemDraft",
    "Programming",
    "ProjectDraft",
    "Reject",
    "TargetDraft",
    "TaskDraft",
    "UnitDraft",
    "amount",
    "as_row",
    "catalogue_of",
    "fault_of",
    "is_link",
    "misprogrammed",
    "of_row",
    "programmed",
    "stated",
    "steps",
]
