"""The numbers of periods and parishes together, as the desk and the public page show them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from sereno.plans import actions as planning
from sereno.plans.models import Indicator, Target
from sereno.plans.rules import (
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.results import actions, queries
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.forms import ReportForm
from sereno.results.models import Measurement
from sereno.results.rules.progress import State
from sereno.web.rules import Absent
from tests.results.conftest import ENDS, NOON, STARTS, Council, Promise

QUARTERS = [(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)]
AFTER = datetime(2027, 2, 1, 17, tzinfo=UTC)
NEXT_YEAR = AFTER.date()


def quarter(number: int, value: int = 10, **more: object) -> TargetDraft:
    first, last, day = QUARTERS[number - 1]
    return TargetDraft(
        "quantity",
        date(2026, first, 1),
        date(2026, last, day),
        Decimal(value),
        **more,  # type: ignore[arg-type]
    )


YEAR = TargetDraft("quantity", STARTS, ENDS, Decimal(40))


def planned(council: Council, *targets: TargetDraft, **more: str) -> Indicator:
    said = {"unit": "personas", "direction": "rise", "over_time": "sum", "over_place": "sum"}
    indicator = IndicatorDraft(
        "gente",
        "Personas capacitadas",
        targets=targets,
        **said | more,  # type: ignore[arg-type]
    )
    project = ProjectDraft("Escuela", "Unidad", STARTS, ENDS, indicators=(indicator,))
    parts = (ComponentDraft("Parte", (ObjectiveDraft("Fin", (), (project,)),)),)
    plan = planning.draft_plan(
        PlanDraft("yearly", "poa", "Plan", STARTS, ENDS, components=parts),
        by=council.carmen,
        at=NOON,
    )
    planning.publish_plan(plan, by=council.marta, at=NOON)
    return Indicator.objects.get(slug="gente")


def counted(council: Council, target: Target, found: Report | int) -> Measurement:
    """Reported, reviewed and approved once the year was over."""
    told = Report(value=Decimal(found)) if isinstance(found, int) else found
    proof = EvidenceDraft("Acta", link="https://example.org/acta")
    made = actions.report(target, told, by=council.carmen, at=AFTER, evidence=[proof])
    actions.review(made, by=council.jorge, at=AFTER)
    actions.approve(made, by=council.marta, at=AFTER)
    return made


def the_only(indicator: Indicator, *, today: date = NEXT_YEAR) -> queries.Together:
    (found,) = queries.wholes(indicator, today=today)
    return found


def words(found: queries.Together) -> str:
    page = Template("{% load results %}{% whole_words it %} · {% whole_so_far it %}")
    return page.render(Context({"it": found})).replace("\u00a0", " ")


def test_four_quarters_make_the_year_they_were_promised_for(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)), YEAR)
    for target, value in zip(indicator.targets.exclude(value=40), (5, 0, 7, 8), strict=True):
        counted(council, target, value)
    found = the_only(indicator)
    assert found.account.whole.value == Decimal(20)
    assert found.account.progress.ratio == Decimal("0.5")
    assert found.promised is not None
    assert words(found) == "20 personas · "


def test_a_quarter_nobody_knows_leaves_the_year_unknown(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)), YEAR)
    first, second, third, _last = indicator.targets.exclude(value=40)
    counted(council, first, 5)
    counted(council, second, Report(absent=Absent.UNKNOWN))
    counted(council, third, 7)
    found = the_only(indicator)
    assert found.account.whole.value is Absent.UNKNOWN
    assert found.account.progress.state == State.UNKNOWN
    assert words(found) == "sin dato · 12 personas hasta hoy, faltan 2 de 4"


def test_a_year_that_runs_says_what_there_is_so_far(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)), YEAR)
    first, second, *_rest = indicator.targets.exclude(value=40)
    counted(council, first, 5)
    counted(council, second, 7)
    found = the_only(indicator, today=date(2026, 7, 20))
    assert found.account.progress.state == State.NOT_DUE
    assert words(found) == "aún no vence · 12 personas hasta hoy, faltan 2 de 4"


def test_a_late_number_stands_and_the_one_before_is_told(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)))
    for target in indicator.targets.all():
        counted(council, target, 5)
    counted(council, indicator.targets.all()[0], 8)
    whole = the_only(indicator).account.whole
    assert whole.value == Decimal(23)
    assert [piece.value for piece in whole.replaced] == [Decimal(5)]


def test_a_number_of_half_a_quarter_is_no_quarter(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)))
    first, *others = indicator.targets.all()
    for target in others:
        counted(council, target, 5)
    proof = EvidenceDraft("Acta", link="https://example.org/acta")
    half = actions.report(
        first,
        Report(value=Decimal(3)),
        by=council.carmen,
        at=AFTER,
        ends_at=datetime(2026, 2, 1, 5, tzinfo=UTC),
        evidence=[proof],
    )
    actions.review(half, by=council.jorge, at=AFTER)
    actions.approve(half, by=council.marta, at=AFTER)
    assert the_only(indicator).account.whole.missing == ("01/01/2026",)


def test_three_quarters_are_no_year(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 4)))
    assert queries.wholes(indicator, today=AFTER.date()) == []


def test_what_stays_apart_is_not_put_together(council: Council) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)), over_time="apart")
    assert queries.wholes(indicator, today=AFTER.date()) == []


def test_the_parishes_make_the_canton_by_their_parts(council: Council) -> None:
    other = type(council.parish).objects.create(
        canton=council.parish.canton, name="Gualel", kind="rural"
    )
    share = {"kind": "share", "universe": "barrios"}
    of_parish = [
        TargetDraft(
            starts_on=STARTS,
            ends_on=ENDS,
            value=Decimal(80),
            parish=name,
            **share,  # type: ignore[arg-type]
        )
        for name in ("Malacatos", "Gualel")
    ]
    indicator = planned(council, *of_parish, unit="%", over_time="latest", over_place="ratio")
    here, there = indicator.targets.all()
    counted(council, here, Report(part=Decimal(9), whole=Decimal(10)))
    counted(council, there, Report(part=Decimal(10), whole=Decimal(90)))
    found = the_only(indicator)
    assert (found.over_places, other.name) == (True, "Gualel")
    assert found.account.whole.value == Decimal(19)
    assert words(found) == "19,0 % (19 de 100) · "


def test_the_page_of_a_goal_shows_the_whole_and_how_it_is_made(
    client: Client, council: Council
) -> None:
    indicator = planned(council, *map(quarter, (1, 2, 3, 4)), YEAR)
    first, *_rest = indicator.targets.all()
    counted(council, first, 5)
    client.force_login(council.carmen)
    page = client.get(f"/resultados/meta/{first.pk}/").content.decode()
    assert "Todo junto" in page
    assert "se suman" in page
    assert "faltan" in page


SCALE = TargetDraft("scale", STARTS, ENDS, Decimal(3), scale="malo\nregular\nbueno\nmuy bueno")


def test_a_scale_is_reported_and_printed_in_words(council: Council) -> None:
    (target,) = planned(council, SCALE, unit="escala").targets.all()
    assert target.said == "desde «bueno»"
    made = counted(council, target, 2)
    assert str(made.said) == "regular"
    (standing,) = queries.standings([target], today=AFTER.date())
    assert (standing.progress.state, standing.progress.ratio) == (State.ON_THE_WAY, None)


@pytest.mark.parametrize("step", ["0", "5", "2.5"])
def test_a_step_that_the_scale_does_not_have_is_refused(council: Council, step: str) -> None:
    (target,) = planned(council, SCALE, unit="escala").targets.all()
    with pytest.raises(actions.BadNumber, match="a_step_of_the_scale"):
        actions.report(target, Report(value=Decimal(step)), by=council.carmen, at=AFTER)


def test_the_form_offers_the_words_of_the_scale(client: Client, council: Council) -> None:
    (target,) = planned(council, SCALE, unit="escala").targets.all()
    client.force_login(council.carmen)
    address = f"/resultados/meta/{target.pk}/reportar/"
    assert "muy bueno" in client.get(address).content.decode()
    form = ReportForm(target, {"answer": "known", "step": "3", "until": f"{ENDS}"}, today=ENDS)
    assert form.is_valid()
    assert form.found() == Report(value=Decimal(3))


def test_what_must_stay_within_two_bounds_is_said_and_judged_by_both(council: Council) -> None:
    band = TargetDraft("quantity", STARTS, ENDS, Decimal(5), high=Decimal(10))
    (target,) = planned(council, band, direction="within").targets.all()
    assert target.said.replace("\u00a0", " ") == "entre 5 personas y 10 personas"
    counted(council, target, 12)
    (standing,) = queries.standings([target], today=AFTER.date())
    assert standing.progress.ratio == Decimal("0.8")


def test_a_number_is_judged_by_what_was_in_force_on_its_last_day(council: Council) -> None:
    indicator = planned(council, quarter(1, 100), quarter(3, 100))
    for target in indicator.targets.all():
        asked = planning.propose_change(
            target,
            planning.NewAmount(Decimal(50)),
            because="Se redujo el presupuesto",
            by=council.carmen,
            at=NOON,
        )
        planning.confirm_change(asked, by=council.marta, at=NOON)
        counted(council, target, 50)
    before, after = queries.standings(indicator.targets.all(), today=NEXT_YEAR)
    assert (before.progress.ratio, before.progress.state) == (Decimal("0.5"), State.ON_THE_WAY)
    assert (after.progress.ratio, after.progress.state) == (Decimal(1), State.REACHED)


def test_what_is_only_observed_is_reported_without_a_goal(council: Council) -> None:
    seen = TargetDraft("observed", STARTS, ENDS)
    (target,) = planned(
        council, seen, unit="%", over_time="latest", over_place="ratio"
    ).targets.all()
    with pytest.raises(actions.BadNumber, match="a_part_and_its_whole"):
        actions.report(target, Report(value=Decimal(50)), by=council.carmen, at=AFTER)
    counted(council, target, Report(part=Decimal(1), whole=Decimal(4)))
    (standing,) = queries.standings([target], today=NEXT_YEAR)
    assert standing.progress.state == State.NOT_APPLICABLE
    assert str(standing.shown.said if standing.shown else "").replace("\u00a0", " ") == (
        "25,0 % (1 de 4)"
    )
    form = ReportForm(target, today=ENDS)
    assert {"part", "whole"} <= set(form.fields)
    assert "value" not in form.fields


def test_a_worksheet_is_in_spanish_whoever_asks_for_it(council: Council, promise: Promise) -> None:
    with translation.override("en"):
        measurement = actions.measure(
            promise("community.joint_operations", "count"), by=council.carmen, at=NOON
        )
    assert "cada fila es: un operativo" in measurement.worksheet
