"""How a plan is written down: its parts, its targets, and how its numbers are printed."""

from sereno.plans.rules.calculation import Calculation, stated
from sereno.plans.rules.council import ArticleDraft, OrdinanceDraft, UnitDraft, is_link
from sereno.plans.rules.drafts import (
    AlignmentDraft,
    CatalogueDraft,
    CatalogueObjectiveDraft,
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.plans.rules.targets import Amount, Direction, Fault, Kind, amount, fault_of, steps

__all__ = [
    "AlignmentDraft",
    "Amount",
    "ArticleDraft",
    "Calculation",
    "CatalogueDraft",
    "CatalogueObjectiveDraft",
    "ComponentDraft",
    "Direction",
    "Fault",
    "IndicatorDraft",
    "Kind",
    "ObjectiveDraft",
    "OrdinanceDraft",
    "PlanDraft",
    "ProblemDraft",
    "ProjectDraft",
    "TargetDraft",
    "UnitDraft",
    "amount",
    "fault_of",
    "is_link",
    "stated",
    "steps",
]
