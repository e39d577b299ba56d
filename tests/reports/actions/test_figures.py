"""Publishing and correcting: who may, when, and what stays."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from sereno.logbook.models import Entry
from sereno.plans.models import Plan, Target
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def test_an_approved_number_is_published_with_one_line_of_the_logbook(
    council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    assert figure.slug == "arrive-median-2026-01-a-2026-10"
    assert figure.printed_value == "7,0\u00a0min"
    assert figure.caption == "Minutos que tarda en llegar la ayuda, enero a octubre de 2026"
    line = Entry.objects.get()
    assert line.event == "figure.published"
    assert line.data == {"value": "7,0\u00a0min", "seal": figure.measurement.seal}


def test_a_caption_is_kept_in_spanish_whoever_publishes(
    council: Council, measured: Measured
) -> None:
    with translation.override("en"):
        figure = actions.publish(measured(), by=council.marta, at=MORNING)
    assert figure.caption.endswith(", enero a octubre de 2026")


def test_a_number_nobody_approved_is_not_published(council: Council, measured: Measured) -> None:
    draft = measured(approved=False)
    with pytest.raises(actions.NotApproved):
        actions.publish(draft, by=council.marta, at=MORNING)
    assert not Figure.objects.exists()
    assert not Entry.objects.exists()


def test_a_number_does_not_answer_a_promise_nobody_can_read(
    council: Council, measured: Measured
) -> None:
    Plan.objects.update(published_at=None, published_by=None)
    with pytest.raises(actions.PlanNotPublished):
        actions.publish(measured(), by=council.marta, at=MORNING)


@pytest.mark.parametrize("author", ["carmen", "jorge"])
def test_whoever_worked_on_a_number_does_not_publish_it(
    council: Council, measured: Measured, author: str
) -> None:
    with pytest.raises(actions.OwnWork):
        actions.publish(measured(), by=getattr(council, author), at=MORNING)


def test_a_number_is_published_once(council: Council, measured: Measured) -> None:
    measurement = measured()
    figure = actions.publish(measurement, by=council.marta, at=MORNING)
    with pytest.raises(actions.AlreadyPublished) as refused:
        actions.publish(measurement, by=council.marta, at=MORNING)
    assert refused.value.figure == figure
    assert Entry.objects.count() == 1


def test_a_second_number_for_the_same_goal_and_days_must_correct_the_first(
    council: Council, measured: Measured
) -> None:
    actions.publish(measured(), by=council.marta, at=MORNING)
    with pytest.raises(actions.AlreadyPublished):
        actions.publish(measured({"incident:1": "8"}), by=council.marta, at=MORNING)


def test_a_parish_has_an_address_of_its_own(council: Council, measured: Measured) -> None:
    target = Target.objects.create(
        indicator=council.indicator,
        kind="quantity",
        value=Decimal(8),
        parish=council.parish,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    actions.publish(measured(), by=council.marta, at=MORNING)
    figure = actions.publish(measured(target=target), by=council.marta, at=MORNING)
    assert figure.slug == "arrive-median-2026-01-a-2026-10-el-valle"
    assert "El Valle" in figure.caption


def test_two_promises_for_the_same_days_do_not_share_an_address(
    council: Council, measured: Measured
) -> None:
    other = Target.objects.create(
        indicator=council.indicator,
        kind="quantity",
        value=Decimal(10),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    first, second = actions.publish_all(
        [measured(), measured(target=other)], by=council.marta, at=MORNING
    )
    assert second.slug == f"{first.slug}-{other.pk}"


def test_many_are_published_together_or_none(council: Council, measured: Measured) -> None:
    october = measured(
        starts_at=datetime(2026, 10, 1, 5, tzinfo=UTC),
        ends_at=datetime(2026, 11, 1, 5, tzinfo=UTC),
    )
    draft = measured(approved=False)
    with pytest.raises(actions.NotApproved):
        actions.publish_all([october, draft], by=council.marta, at=MORNING)
    assert not Figure.objects.exists()
    figures = actions.publish_all([october], by=council.marta, at=MORNING)
    assert [figure.slug for figure in figures] == ["arrive-median-2026-10"]
    assert Entry.objects.get().subject == f"figure:{figures[0].pk}"


def test_a_correction_stands_beside_the_number_it_corrects(
    council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    later = actions.correct(
        figure,
        measured({"incident:1": "7.4"}),
        "Llegaron tarde tres casos",
        by=council.marta,
        at=MORNING,
    )
    figure.refresh_from_db()
    assert figure.printed_value == "7,0\u00a0min"
    assert figure.corrected_by == later
    assert later.slug == "arrive-median-2026-01-a-2026-10-correccion-1"
    assert later.printed_value == "7,4\u00a0min"
    line = Entry.objects.get(event="figure.corrected")
    assert line.data["corrects"] == f"figure:{figure.pk}"
    assert line.data["value"] == "7,4\u00a0min"
    again = actions.correct(
        later, measured({"incident:1": "7.5"}), "Otro caso", by=council.marta, at=MORNING
    )
    assert again.slug == "arrive-median-2026-01-a-2026-10-correccion-2"


def test_a_correction_needs_a_reason_and_the_same_goal(
    council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    with pytest.raises(actions.NoReason):
        actions.correct(figure, measured({"incident:1": "7.4"}), "  ", by=council.marta, at=MORNING)
    shorter = measured({"incident:1": "7.4"}, ends_at=datetime(2026, 10, 1, 5, tzinfo=UTC))
    with pytest.raises(actions.NothingToCorrect):
        actions.correct(figure, shorter, "Otro período", by=council.marta, at=MORNING)


def test_a_figure_is_corrected_once(council: Council, measured: Measured) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    actions.correct(
        figure, measured({"incident:1": "7.4"}), "Faltaba un caso", by=council.marta, at=MORNING
    )
    with pytest.raises(actions.NothingToCorrect):
        actions.correct(
            figure, measured({"incident:1": "7.6"}), "Otra vez", by=council.marta, at=MORNING
        )
