"""Every council begins with kinds of alert and times; loading them again changes nothing."""

from datetime import UTC, datetime

import pytest

from sereno.alerts.actions import load_catalogues
from sereno.alerts.models import AlertKind, TimeTarget
from sereno.logbook.models import Entry

AT = datetime(2026, 6, 1, 15, tzinfo=UTC)


@pytest.mark.django_db
def test_the_catalogues_are_loaded_once_and_what_is_there_stays() -> None:
    AlertKind.objects.create(code="robbery", name="Atraco", urgency="life", starts_on=AT.date())
    assert load_catalogues(at=AT) > 0
    assert AlertKind.objects.get(code="robbery").name == "Atraco"
    assert AlertKind.objects.filter(code="fire", ends_on=None).exists()
    assert TimeTarget.objects.filter(kind="", zone="rural").count() == 12
    assert load_catalogues(at=AT) == 0
    assert Entry.objects.filter(event="alert.catalogues_loaded").count() == 1
