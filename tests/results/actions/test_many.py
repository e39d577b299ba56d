"""Many targets measured at once: each by the same rules as alone, and none stops the others."""

from sereno.logbook.models import Entry
from sereno.plans.models import Target
from sereno.results import actions
from sereno.results.queries import NoSource
from tests.results.conftest import NOON, Council, Promise
from tests.results.street import hold


def test_what_cannot_be_measured_leaves_the_rest_alone(council: Council, promise: Promise) -> None:
    hold(council.carmen, 3)
    told_by_a_person = promise()
    waits = promise("community.joint_operations", "count")
    first = actions.measure(waits, by=council.jorge, at=NOON)
    promise("community.joint_operations", "count", times=2)
    targets = list(Target.objects.select_related("indicator").order_by("pk"))
    done = actions.measure_many(targets, by=council.carmen, at=NOON)
    assert [one.target for one in done.kept] == targets[2:]
    assert {one.value for one in done.kept} == {3}
    assert all(one.is_whole() and one.measured_by == council.carmen for one in done.kept)
    refused = dict(done.refused)
    assert isinstance(refused[told_by_a_person], NoSource)
    assert refused[waits] == actions.DraftWaiting(first.pk)
    assert Entry.objects.filter(event="target.measured").count() == 3
