"""The acts that account for plans of earlier years: what a document counts, or that it does not."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from sereno.example import drafts, tables
from sereno.example.actions.accounts import signed, table
from sereno.example.cast import Cast
from sereno.example.story.stage import noon
from sereno.example.timeline import Act
from sereno.plans.models import Target
from sereno.reports.actions import publish_all
from sereno.results.actions import EvidenceDraft, Report, report
from sereno.results.actions.table import TableDraft, report_table
from sereno.results.models import Measurement
from sereno.results.queries import midnight
from sereno.web.rules import Absent

Page = dict[str, Any]
ABSENT = {tables.UNKNOWN: Absent.UNKNOWN, tables.NOT_APPLICABLE: Absent.NOT_APPLICABLE}


def tell(cast: Cast, *, latest: datetime) -> list[Act]:
    """For each plan of an earlier year, the day on which its results were told."""
    return [
        Act(
            min(max(noon(date.fromisoformat(page["told_on"])), cast.founded_at), latest),
            partial(_tell, cast, page),
        )
        for page in drafts.pages()
        if "told_on" in page
    ]


def _tell(cast: Cast, page: Page, *, at: datetime) -> None:
    """Numbers with the rows that show them; what the document does not say in one table."""
    targets = {
        target.indicator.slug: target
        for target in Target.objects.filter(
            indicator__project__objective__component__plan__slug=page["code"]
        ).select_related("indicator")
    }
    said = [one for one in _indicators(page) if one["achieved"]]
    told = [
        _count(cast, targets[one["slug"]], one, page, at=at)
        for one in said
        if one["achieved"] not in ABSENT
    ]
    rows = [
        TableDraft(
            number,
            targets[one["slug"]],
            Report(absent=ABSENT[one["achieved"]]),
            midnight(date(targets[one["slug"]].ends_on.year + 1, 1, 1)),
            note=one["note"],
        )
        for number, one in enumerate(said, 1)
        if one["achieved"] in ABSENT
    ]
    outcome = report_table(rows, by=cast.people["carmen"], at=at)
    for refused in outcome.refused:
        raise refused.because
    told += [kept.measurement for kept in outcome.kept]
    publish_all(
        [signed(cast, one, at=at) for one in told],
        by=cast.people["elena"],
        at=at,
    )


def _count(cast: Cast, target: Target, said: Page, page: Page, *, at: datetime) -> Measurement:
    title = f"Cifra contada en: {page['source']['title']}"
    proof = EvidenceDraft(title, file=table([(said["name"], said["achieved"])]))
    found = Report(value=Decimal(said["achieved"]))
    by = cast.people["carmen"]
    return report(target, found, by=by, at=at, evidence=[proof], note=said["note"])


def _indicators(page: Page) -> list[Page]:
    return [
        indicator
        for component in page["components"]
        for objective in component["objectives"]
        for project in objective["projects"]
        for indicator in project["indicators"]
    ]
