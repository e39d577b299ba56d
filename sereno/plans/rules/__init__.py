"""How a plan is written down: its parts, its targets, and how its numbers are printed."""

from sereno.plans.rules.calculation import Calculation, stated
from sereno.plans.rules.drafts import (
    AlignmentDraft,
    CatalogueDraft,
    CatalogueObjectiveDraft,
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.plans.rules.targets import Amount, Direction, Fault, Kind, amount, fault_of, steps

__all__ = [
    "AlignmentDraft",
    "Amount",
    "Calculation",
    "CatalogueDraft",
    "CatalogueObjectiveDraft",
    "ComponentDraft",
    "Direction",
    "Fault",
    "IndicatorDraft",
    "Kind",
    "ObjectiveDraft",
    "PlanDraft",
    "ProjectDraft",
    "TargetDraft",
    "amount",
    "fault_of",
    "stated",
    "steps",
]
