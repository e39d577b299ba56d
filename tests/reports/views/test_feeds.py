"""Feeds tell what was published, and the calendar what people may come to."""

from collections.abc import Callable
from datetime import UTC, datetime

import icalendar
import pytest
from django.test import Client
from lxml import etree

from sereno.community.models import Activity
from sereno.reports import actions
from sereno.results.models import Measurement
from tests.reports.abundant import AT, abound
from tests.reports.conftest import Council

ATOM = "{http://www.w3.org/2005/Atom}"
Measured = Callable[..., Measurement]


def titles(client: Client, name: str) -> list[str]:
    answer = client.get(f"/novedades/{name}.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    assert root.findtext(f"{ATOM}updated")
    return [one.findtext(f"{ATOM}title") or "" for one in root.iterfind(f"{ATOM}entry")]


def test_figures_and_their_corrections(
    client: Client, council: Council, measured: Measured
) -> None:
    made = abound(council, measured)
    assert titles(client, "correcciones") == []
    assert made.figure.caption in titles(client, "cifras")
    later = measured({"incident:1": "6", "incident:2": "9", "incident:3": "9.5"})
    actions.correct(made.figure, later, "Faltaba uno", by=council.marta, at=AT)
    assert len(titles(client, "correcciones")) == 1
    text = client.get("/novedades/cifras.atom").content.decode()
    assert "<summary>" in entry(text, made.figure.slug)
    assert "<summary>" not in entry(text, made.few.slug)  # two cases only: its number is kept back


def entry(text: str, slug: str) -> str:
    """The one entry of a figure."""
    return next(one for one in text.split("<entry>") if f"/{slug}/" in one)


@pytest.mark.parametrize("name", ["otra", "cifras2"])
def test_no_other_feed_is_there(client: Client, db: None, name: str) -> None:
    assert client.get(f"/novedades/{name}.atom").status_code == 404


def test_the_calendar_tells_assemblies_and_trainings_and_no_operation(
    client: Client, council: Council, measured: Measured
) -> None:
    abound(council, measured)
    at = datetime(2026, 12, 5, 20, tzinfo=UTC)
    for kind in (Activity.Kind.TRAINING, Activity.Kind.JOINT_OPERATION):
        Activity.objects.create(
            kind=kind, title=kind.value, planned_for=at, planned_by=council.carmen
        )
    Activity.objects.create(
        kind="drill", title="cancelled", planned_for=at, planned_by=council.carmen, cancelled_at=AT
    )
    found = icalendar.Calendar.from_ical(client.get("/calendario.ics").content)
    told = {str(one["summary"]): one for one in found.walk("VEVENT")}
    assert set(told) == {"Asamblea de El Valle", "training"}
    assert str(told["training"].decoded("dtstart")) == "2026-12-05 15:00:00-05:00"
    assert str(told["Asamblea de El Valle"].decoded("dtstart")) == "2026-11-20"
