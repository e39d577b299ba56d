"""The director decides on everything that waits, one by one or several at once, each by itself."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from sereno.assemblies import actions as asking
from sereno.assemblies.models import Refusal
from sereno.assemblies.rules.drafts import AdvanceDraft, MatterDraft, ProofDraft
from sereno.plans import actions as planning
from sereno.plans.budget import actions as budgeting
from sereno.plans.budget.models import Month
from sereno.plans.models import Plan, Target, TargetChange
from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Measurement
from tests.plans.budget.paper import PAPER
from tests.results.conftest import NOON, Council, Promise

LIST = "/resultados/decidir/"


def reviewed(council: Council, target: Target, *, ends_at: datetime | None = None) -> Measurement:
    """A number that finance reported and a supervisor reviewed."""
    kept = actions.report(
        target,
        Report(value=Decimal(4)),
        evidence=[EvidenceDraft("Acta firmada", link="https://example.org/acta")],
        by=council.jorge,
        at=NOON,
        ends_at=ends_at,
    )
    actions.review(kept, by=council.sara, at=NOON)
    return kept


@pytest.fixture
def measured(council: Council, promise: Promise) -> Measurement:
    return reviewed(council, promise())


@pytest.fixture
def change(council: Council, promise: Promise) -> TargetChange:
    return planning.propose_change(
        promise(),
        planning.NewAmount(value=Decimal(8)),
        because="Bajó el universo",
        by=council.carmen,
        at=NOON,
    )


def test_each_thing_says_what_it_changes_and_shows_its_evidence(
    client: Client, council: Council, measured: Measurement, change: TargetChange
) -> None:
    client.force_login(council.marta)
    page = client.get(LIST).content.decode()
    assert "Acta firmada" in page
    assert "https://example.org/acta" in page
    assert "Bajó el universo" in page
    assert page.count('name="ticked"') == 2


def test_a_number_counts_until_the_last_day_that_the_page_of_it_says(
    client: Client, council: Council, promise: Promise
) -> None:
    reviewed(council, promise(), ends_at=datetime(2026, 6, 1, 5, tzinfo=UTC))
    client.force_login(council.marta)
    assert "El resultado al 31/05/2026 pasa a ser" in client.get(LIST).content.decode()


def test_several_are_approved_at_once_and_the_one_that_cannot_says_why(
    client: Client, council: Council, measured: Measurement, change: TargetChange
) -> None:
    client.force_login(council.marta)
    Measurement.objects.filter(pk=measured.pk).update(value=Decimal(9))
    ticked = [f"measurement:{measured.pk}", f"change:{change.pk}", "plan:99", "otro:1"]
    page = client.post(LIST, {"ticked": ticked, "approve": "ticked"}, follow=True)
    words = [str(message) for message in page.context["messages"]]
    assert sum("El sello no coincide" in word for word in words) == 1
    assert "1 aprobado." in words
    assert len(words) == 4
    measured.refresh_from_db()
    change.refresh_from_db()
    assert measured.approved_at is None
    assert change.confirmed_by == council.marta


def test_a_thing_goes_back_with_its_reason_and_never_without_one(
    client: Client, council: Council, measured: Measurement, change: TargetChange
) -> None:
    client.force_login(council.marta)
    one, other = f"measurement:{measured.pk}", f"change:{change.pk}"
    client.post(LIST, {"return": one, f"because-{other}": "de otro"})
    measured.refresh_from_db()
    assert measured.returned_at is None
    client.post(LIST, {"return": one, f"because-{one}": "Falta el acta"})
    client.post(LIST, {"ticked": [other], "return": "ticked", "because": "No conviene"})
    measured.refresh_from_db()
    change.refresh_from_db()
    assert measured.returned_because == "Falta el acta"
    assert (change.refused_by, change.refused_because) == (council.marta, "No conviene")


def test_an_advance_is_approved_where_its_proof_is_shown(
    client: Client, council: Council, promise: Promise
) -> None:
    project = promise().indicator.project
    draft = MatterDraft("Más luz", "Se pide luz", 2026)
    commitment = asking.commit(
        asking.open_matter(draft, [], by=council.carmen, at=NOON),
        "Habrá luz",
        project=project,
        responsible=project.responsible,
        due_on=project.ends_on,
        by=council.carmen,
        at=NOON,
    )
    proof = asking.add_proof(
        ProofDraft("Acta", link="https://example.org/luz"), by=council.carmen, at=NOON
    )
    done = AdvanceDraft(date(2026, 6, 10), "Dos postes", Decimal(40))
    advance = asking.note_advance(
        commitment, done, by=council.carmen, at=NOON, today=date(2026, 6, 15), proof=proof
    )
    client.force_login(council.marta)
    page = client.get(LIST).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "El compromiso pasa a 40 % al 10/06/2026" in page
    assert "https://example.org/luz" in page
    key = f"advance:{advance.pk}"
    client.post(LIST, {"return": key, f"because-{key}": "No"})
    advance.refresh_from_db()
    assert advance.confirmed_at is None
    client.post(LIST, {"approve": key})
    advance.refresh_from_db()
    assert advance.confirmed_by == council.marta
    assert key not in client.get(LIST).content.decode()


def test_a_no_is_given_or_sent_back(client: Client, council: Council) -> None:
    client.force_login(council.marta)
    matters = [
        asking.open_matter(
            MatterDraft(f"Asunto {number}", "Se pide", 2026), [], by=council.carmen, at=NOON
        )
        for number in range(2)
    ]
    given, back = (
        asking.propose_no(matter, "No es competencia", by=council.carmen, at=NOON)
        for matter in matters
    )
    client.post(LIST, {"approve": f"no:{given.pk}"})
    client.post(LIST, {"return": f"no:{back.pk}", f"because-no:{back.pk}": "Explique la ley"})
    assert Refusal.objects.get(pk=given.pk).confirmed_by == council.marta
    assert Refusal.objects.get(pk=back.pk).returned_because == "Explique la ley"


def test_a_plan_is_published_from_the_list(
    client: Client, council: Council, promise: Promise
) -> None:
    plan = promise().indicator.project.objective.component.plan
    Plan.objects.filter(pk=plan.pk).update(published_at=None, published_by=None)
    client.force_login(council.marta)
    client.post(LIST, {"return": f"plan:{plan.pk}", f"because-plan:{plan.pk}": "no"})
    plan.refresh_from_db()
    assert plan.published_at is None
    client.post(LIST, {"approve": f"plan:{plan.pk}"})
    plan.refresh_from_db()
    assert plan.published_by == council.marta


def test_nobody_else_decides_here(client: Client, council: Council, measured: Measurement) -> None:
    for person in (council.carmen, council.jorge, council.sara, council.ana, council.pedro):
        client.force_login(person)
        assert client.get(LIST).status_code == 403
        sent = client.post(LIST, {"approve": f"measurement:{measured.pk}"})
        assert sent.status_code == 403
    measured.refresh_from_db()
    assert measured.approved_at is None


def test_an_empty_list_says_what_comes_here(client: Client, council: Council) -> None:
    client.force_login(council.marta)
    assert "Nada espera su decisión" in client.get(LIST).content.decode()
    page = client.post(LIST, {"approve": "ticked"}, follow=True)
    assert "No marcó nada" in page.content.decode()


def test_a_correction_shows_every_number_that_it_would_change(
    client: Client, council: Council
) -> None:
    budgeting.take_statement(2026, 3, PAPER, by=council.jorge, at=NOON, creates=True)
    month = Month.objects.get()
    budgeting.close_month(month, by=council.jorge, at=NOON)
    text = PAPER.replace("4.884,15", "4.990,00")
    budgeting.propose_correction(month, text, reason="Error", by=council.jorge, at=NOON)
    client.force_login(council.marta)
    page = client.get(LIST).content.decode()
    assert "840104.01 Devengado" in page
    assert "4.884,15" in page
    assert "4.990,00" in page
    assert page.count('<th role="rowheader" scope="row">840104.01') == 1
