"""A published figure that its records no longer give is found, and marked once."""

from collections.abc import Callable

from sereno import verify
from sereno.logbook.models import Entry
from sereno.reports import actions
from sereno.reports.models import Figure, Overtaken
from sereno.reports.queries.late import overtaken
from sereno.results.models import Measurement
from tests.reports import story
from tests.reports.conftest import MORNING, Council


def published(measurement: Measurement, council: Council) -> Figure:
    council.indicator.source = "incidents.minutes_to_arrive"
    council.indicator.save(update_fields=["source"])
    story.answered(1, by="person:1")
    return actions.publish(measurement, by=council.marta, at=MORNING)


def test_a_figure_whose_records_say_another_thing_is_marked_once(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    figure = published(measured(), council)
    # The tables hold none of the incidents that this worksheet counted.
    assert overtaken() == [figure]
    assert actions.mark_overtaken(overtaken(), at=MORNING) == 1
    assert overtaken() == []
    assert actions.mark_overtaken([figure], at=MORNING) == 0
    assert Overtaken.objects.get().figure == figure
    line = Entry.objects.get(event="figure.superseded")
    assert line.data == {}
    assert line.actor == ""


def test_a_figure_that_its_records_still_give_stands(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    published(measured({}), council)
    assert overtaken() == []


def test_what_was_reported_by_hand_has_no_records_to_be_held_against(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    published(measured(origin=Measurement.Origin.REPORTED, formula="reported"), council)
    assert overtaken() == []


def test_a_mark_does_not_look_like_a_fault(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    figure = published(measured(), council)
    before = {str(fault) for fault in verify.faults()}
    actions.mark_overtaken([figure], at=MORNING)
    assert {str(fault) for fault in verify.faults()} == before
