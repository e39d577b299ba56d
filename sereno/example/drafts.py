"""The plans of the example as drafts, read from their files."""

import json
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sereno.example import files, tables
from sereno.plans.rules import (
    AlignmentDraft,
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

Page = dict[str, Any]
ALIGNED_BY = {
    "document": "Lo declara el documento",
    "example": "Propuesta del ejemplo, no de un documento",
}
YOUNG_DAYS = 90


def reporting_years(today: date) -> list[int]:
    """The years with an operating plan: this one, and the last while this one is young."""
    young = today.timetuple().tm_yday <= YOUNG_DAYS
    return [today.year - 1, today.year] if young else [today.year]


def plans(today: date) -> Iterator[tuple[date, PlanDraft]]:
    """Each plan with the day it was published; an operating one for each reporting year."""
    for page in pages():
        years = reporting_years(today) if "{year}" in page["code"] else [today.year]
        for year in years:
            dated = _dated(page, year=year, today=today)
            yield date.fromisoformat(dated["published_on"]), _plan(dated)


def pages() -> list[Page]:
    """Every plan of the example as its file says it, with the rows of its tables."""
    return [tables.filled(page) for page in files.document("plan.json")["plans"]]


def _dated(page: Page, *, year: int, today: date) -> Page:
    """The page for a year; the indicators of an earlier year carry it in their address."""
    text = json.dumps(page).replace("{year}", str(year))
    dated: Page = json.loads(text.replace("{-year}", "" if year == today.year else f"-{year}"))
    return dated


def _plan(page: Page) -> PlanDraft:
    source = page["source"]
    return PlanDraft(
        kind=page["kind"],
        slug=page["code"],
        title=page["name"],
        source=f"{source['title']}. {source['note']}",
        starts_on=date.fromisoformat(page["starts_on"]),
        ends_on=date.fromisoformat(page["ends_on"]),
        components=tuple(
            ComponentDraft(
                name=component["name"],
                objectives=tuple(_objective(one) for one in component["objectives"]),
            )
            for component in page["components"]
        ),
        vision=page.get("vision", ""),
        vision_until=page.get("vision_until"),
        facts=tuple(
            FactDraft(one["name"], Decimal(one["value"]), one["unit"], one["year"], one["source"])
            for one in page.get("facts", ())
        ),
        problems=tuple(
            ProblemDraft(
                theme=one["theme"],
                text=one["text"],
                zones=one["zones"],
                actors=one["actors"].replace("; ", ", "),
                objectives=tuple(one["objectives"]),
            )
            for one in page.get("problems", ())
        ),
    )


def _objective(page: Page) -> ObjectiveDraft:
    return ObjectiveDraft(
        text=page["name"],
        alignments=tuple(
            AlignmentDraft(one["catalogue"], one["number"], ALIGNED_BY[one["basis"]])
            for one in page["alignment"]
        ),
        projects=tuple(_project(one) for one in page["projects"]),
    )


def _project(page: Page) -> ProjectDraft:
    period = _period(page)
    return ProjectDraft(
        name=page["name"],
        responsible=page["responsible_unit"],
        partners=", ".join(page["partners"]),
        suggestion=page["suggestion"],
        period_note=page.get("period_note", ""),
        starts_on=period["starts_on"],
        ends_on=period["ends_on"],
        indicators=tuple(_indicator(one) for one in page["indicators"]),
        tasks=tuple(_task(one, period["starts_on"].year) for one in page.get("tasks", ())),
    )


def _task(page: Page, year: int) -> TaskDraft:
    last = monthrange(year, page["last"])[1]
    return TaskDraft(
        name=page["activity"],
        responsible=page["responsible"],
        partners=page["partners"],
        verification=page["verification"],
        programming=Programming(
            starts_on=date(year, page["first"], 1),
            ends_on=date(year, page["last"], last),
            shares=tuple(Decimal(share) for share in page["shares"]),
            cost=Decimal(page["cost"]),
        ),
    )


def _indicator(page: Page) -> IndicatorDraft:
    return IndicatorDraft(
        slug=page["slug"],
        name=page["name"],
        unit=page["unit"],
        direction=page["direction"],
        definition=page["definition"],
        source=page["source"],
        formula=page["formula"],
        baseline=Decimal(page["baseline"]) if page["baseline"] else None,
        baseline_note=page["baseline_note"],
        targets=tuple(_target(one) for one in page["targets"]),
    )


def _target(page: Page) -> TargetDraft:
    return TargetDraft(
        kind=page["kind"],
        value=Decimal(page["value"]) if page["value"] else None,
        universe=page["universe"],
        universe_size=page["universe_size"],
        every_days=page["every_days"],
        condition=page["condition"],
        source_words=page["source_words"],
        starts_on=date.fromisoformat(page["starts_on"]),
        ends_on=date.fromisoformat(page["ends_on"]),
    )


def _period(page: Page) -> dict[str, date]:
    return {name: date.fromisoformat(page[name]) for name in ("starts_on", "ends_on")}
