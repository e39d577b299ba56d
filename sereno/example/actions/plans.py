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

    None before the council was founded, none after the story.
    """

    def when(day: date) -> datetime:
        return min(max(noon(day), cast.founded_at), latest)

    known = [
        Act(when(draft.starts_on), partial(_add, cast, draft)) for draft in drafts.catalogues()
    ]
    made = [Act(when(day), partial(_promise, cast, draft)) for day, draft in drafts.plans(today)]
    return known + made


def _add(cast: Cast, draft: CatalogueDraft, *, at: datetime) -> None:
    actions.add_catalogue(draft, by=cast.people["carmen"], at=at)


def _promise(cast: Cast, draft: PlanDraft, *, at: datetime) -> None:
    plan = actions.draft_plan(draft, by=cast.people["carmen"], at=at)
    actions.publish_plan(plan, by=cast.people["elena"], at=at)
