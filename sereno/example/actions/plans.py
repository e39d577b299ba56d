"""The acts that enter and publish the plans of the example, each when its time comes."""

from datetime import date, datetime
from functools import partial

from sereno.example import drafts
from sereno.example.cast import Cast
from sereno.example.story.stage import noon
from sereno.example.timeline import Act
from sereno.plans import actions
from sereno.plans.rules import CatalogueDraft, PlanDraft


def promise(cast: Cast, *, today: date, latest: datetime) -> list[Act]:
    """Catalogues from the day they were in force, plans from the day they were published.

    None before the council was founded, none after the story, and no catalogue after a plan
    that names it.
    """

    def when(day: date) -> datetime:
        return min(max(noon(day), cast.founded_at), latest)

    plans = [(when(day), draft) for day, draft in drafts.plans(today)]
    made = [Act(moment, partial(_promise, cast, draft)) for moment, draft in plans]
    known = [
        Act(
            min([when(draft.starts_on), *(moment for moment, plan in plans if names(plan, draft))]),
            partial(_add, cast, draft),
        )
        for draft in drafts.catalogues()
    ]
    return known + made


def names(plan: PlanDraft, catalogue: CatalogueDraft) -> bool:
    return any(
        alignment.catalogue == catalogue.code
        for component in plan.components
        for objective in component.objectives
        for alignment in objective.alignments
    )


def _add(cast: Cast, draft: CatalogueDraft, *, at: datetime) -> None:
    actions.add_catalogue(draft, by=cast.people["carmen"], at=at)


def _promise(cast: Cast, draft: PlanDraft, *, at: datetime) -> None:
    plan = actions.draft_plan(draft, by=cast.people["carmen"], at=at)
    actions.publish_plan(plan, by=cast.people["elena"], at=at)
