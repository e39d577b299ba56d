"""The acts that enter and publish the plans of the example, each when its time comes."""

from datetime import date, datetime
from functools import partial

from sereno.example import drafts
from sereno.example.cast import Cast
from sereno.example.story.stage import noon
from sereno.example.timeline import Act
from sereno.plans import actions
from sereno.plans.rules import PlanDraft


def equip(cast: Cast) -> None:
    """The catalogues of every council."""
    actions.load_catalogues(at=cast.founded_at)


def promise(cast: Cast, *, today: date, latest: datetime) -> list[Act]:
    """Plans from the day they were published: none before the council was founded or after now."""

    def when(day: date) -> datetime:
        return min(max(noon(day), cast.founded_at), latest)

    plans = ((when(day), draft) for day, draft in drafts.plans(today))
    return [Act(moment, partial(_promise, cast, draft)) for moment, draft in plans]


def _promise(cast: Cast, draft: PlanDraft, *, at: datetime) -> None:
    plan = actions.draft_plan(draft, by=cast.people["carmen"], at=at)
    actions.publish_plan(plan, by=cast.people["elena"], at=at)
