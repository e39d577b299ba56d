"""A commitment is tied to the plan, a no takes two people, an advance counts once confirmed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from sereno.assemblies import actions
from sereno.assemblies.models import Advance, AnswerTime, Commitment, Matter, Refusal
from sereno.assemblies.rules.drafts import AdvanceDraft, ProofDraft
from sereno.logbook.actions import Backdated
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans.actions import draft_plan
from sereno.plans.models import Indicator, Project, Target
from sereno.plans.rules import (
    ComponentDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
)
from tests.assemblies.conftest import AT, ENDS, STARTS, TODAY, asked


def promised(matter: Matter, project: Project, by: Person, **tied: object) -> Commitment:
    usual: dict[str, object] = {"responsible": project.responsible, "due_on": ENDS}
    return actions.commit(matter, "Diez alarmas", project=project, by=by, at=AT, **usual, **tied)  # type: ignore[arg-type]


def test_a_target_ties_its_indicator_too(
    matter: Matter, project: Project, indicator: Indicator, carmen: Person
) -> None:
    target = Target.objects.get(indicator=indicator)
    made = promised(matter, project, carmen, target=target)
    assert (made.indicator, made.target) == (indicator, target)
    line = Entry.objects.get(event="commitment.accepted")
    assert line.data["target"] == f"target:{target.pk}"
    assert line.data["due_on"] == "2026-12-31"


def test_an_indicator_of_another_project_is_refused(
    matter: Matter, project: Project, indicator: Indicator, carmen: Person
) -> None:
    other = Project.objects.get(name="Megafonía")
    with pytest.raises(actions.NotTied):
        promised(matter, other, carmen, indicator=indicator)
    with pytest.raises(actions.NotTied):
        promised(matter, other, carmen, target=indicator.targets.get())


def test_a_draft_plan_ties_nothing(matter: Matter, carmen: Person) -> None:
    hidden = (ProjectDraft("Oculto", "Proyectos", STARTS, ENDS),)
    component = ComponentDraft("C", (ObjectiveDraft("O", projects=hidden),))
    draft_plan(
        PlanDraft("yearly", "borrador", "Borrador", STARTS, ENDS, components=(component,)),
        by=carmen,
        at=AT,
    )
    with pytest.raises(actions.NotPublished):
        promised(matter, Project.objects.get(name="Oculto"), carmen)


def test_a_matter_is_answered_once(
    commitment: Commitment, matter: Matter, project: Project, carmen: Person
) -> None:
    with pytest.raises(actions.AlreadyAnswered):
        promised(matter, project, carmen)
    with pytest.raises(actions.AlreadyAnswered):
        actions.propose_no(matter, "No", by=carmen, at=AT)


def test_no_advance_is_told_or_confirmed_before_what_it_answers(
    commitment: Commitment, carmen: Person, elena: Person
) -> None:
    before = AT - timedelta(seconds=1)
    draft = AdvanceDraft(TODAY, "Nada todavía", Decimal(0))
    with pytest.raises(Backdated):
        actions.note_advance(commitment, draft, by=carmen, at=before, today=TODAY)
    advance = actions.note_advance(commitment, draft, by=carmen, at=AT, today=TODAY)
    with pytest.raises(Backdated):
        actions.confirm_advance(advance, by=elena, at=before)
    proof = actions.add_proof(ProofDraft("Acta", link="https://a.example/1"), by=carmen, at=AT)
    with pytest.raises(Backdated):
        actions.verify_proof(proof, works=True, by=elena, at=before)
    assert not Advance.objects.confirmed().exists()


def test_a_no_takes_two_people(matter: Matter, carmen: Person, elena: Person) -> None:
    refusal = actions.propose_no(matter, "No es competencia del Consejo", by=carmen, at=AT)
    with pytest.raises(actions.SamePerson):
        actions.confirm_no(refusal, by=carmen, at=AT)
    actions.confirm_no(refusal, by=elena, at=AT)
    assert refusal.confirmed_by == elena
    with pytest.raises(actions.AlreadyDecided):
        actions.confirm_no(refusal, by=elena, at=AT)
    with pytest.raises(actions.AlreadyDecided):
        actions.return_no(refusal, because="Sí hay", by=elena, at=AT)


def test_a_returned_no_leaves_room_for_a_yes(
    matter: Matter, project: Project, carmen: Person, elena: Person
) -> None:
    refusal = actions.propose_no(matter, "No hay dinero", by=carmen, at=AT)
    with pytest.raises(actions.AlreadyAnswered):
        promised(matter, project, carmen)
    with pytest.raises(actions.NothingSaid):
        actions.return_no(refusal, because=" ", by=elena, at=AT)
    actions.return_no(refusal, because="Sí hay", by=elena, at=AT)
    promised(matter, project, carmen)
    assert Refusal.objects.standing().count() == 0


def test_a_no_needs_a_reason(matter: Matter, carmen: Person) -> None:
    with pytest.raises(actions.NothingSaid):
        actions.propose_no(matter, " ", by=carmen, at=AT)


def noted(commitment: Commitment, by: Person, percent: str | None, link: str = "") -> Advance:
    proof = actions.add_proof(ProofDraft("Acta", link), by=by, at=AT) if link else None
    value = None if percent is None else Decimal(percent)
    draft = AdvanceDraft(TODAY, "Cinco alarmas puestas", value)
    return actions.note_advance(commitment, draft, by=by, at=AT, today=TODAY, proof=proof)


def test_an_advance_needs_proof_and_another_person(
    commitment: Commitment, carmen: Person, elena: Person
) -> None:
    with pytest.raises(actions.NoProof):
        noted(commitment, carmen, "50")
    advance = noted(commitment, carmen, "50", "https://example.org/acta.pdf")
    assert not Advance.objects.confirmed().exists()
    with pytest.raises(actions.SamePerson):
        actions.confirm_advance(advance, by=carmen, at=AT)
    actions.confirm_advance(advance, by=elena, at=AT)
    assert Advance.objects.confirmed().get() == advance
    with pytest.raises(actions.AlreadyDecided):
        actions.confirm_advance(advance, by=elena, at=AT)


def test_a_proof_that_does_not_work_confirms_nothing(
    commitment: Commitment, carmen: Person, elena: Person
) -> None:
    advance = noted(commitment, carmen, "50", "https://example.org/acta.pdf")
    assert advance.proof is not None
    actions.verify_proof(advance.proof, works=False, by=elena, at=AT)
    with pytest.raises(actions.NoProof):
        actions.confirm_advance(advance, by=elena, at=AT)
    assert not Advance.objects.confirmed().exists()


def test_whoever_confirms_has_opened_the_proof(
    commitment: Commitment, carmen: Person, elena: Person
) -> None:
    advance = noted(commitment, carmen, "50", "https://example.org/acta.pdf")
    actions.confirm_advance(advance, by=elena, at=AT)
    assert advance.proof is not None
    advance.proof.refresh_from_db()
    assert advance.proof.opened_by == elena


def test_zero_and_unknown_need_no_proof_and_are_two_things(
    commitment: Commitment, carmen: Person
) -> None:
    assert noted(commitment, carmen, "0").percent == 0
    assert noted(commitment, carmen, None).percent is None


@pytest.mark.parametrize("percent", ["-1", "100.01"])
def test_a_percentage_is_of_a_hundred(commitment: Commitment, carmen: Person, percent: str) -> None:
    with pytest.raises(actions.NotAPercentage):
        noted(commitment, carmen, percent)


def test_nothing_was_done_tomorrow(commitment: Commitment, carmen: Person) -> None:
    draft = AdvanceDraft(date(2026, 5, 21), "Mañana", None)
    with pytest.raises(actions.NotYet):
        actions.note_advance(commitment, draft, by=carmen, at=AT, today=TODAY)


def test_a_new_time_ends_the_one_before(carmen: Person) -> None:
    actions.add_answer_time(30, starts_on=STARTS, source="Norma A", by=carmen, at=AT)
    actions.add_answer_time(15, starts_on=TODAY, source="Norma B", by=carmen, at=AT)
    first = AnswerTime.objects.get(days=30)
    assert first.ends_on == date(2026, 5, 19)
    with pytest.raises(actions.TimeOverlaps):
        actions.add_answer_time(9, starts_on=STARTS, source="Norma C", by=carmen, at=AT)


def test_who_asked_is_owed_the_time_that_was_in_force(carmen: Person) -> None:
    actions.add_answer_time(30, starts_on=STARTS, source="Norma A", by=carmen, at=AT)
    actions.add_answer_time(20, starts_on=TODAY, source="Norma B", by=carmen, at=AT)
    later = AT + timedelta(days=2)
    asked(at=later)
    with pytest.raises(actions.TimeBackwards):
        actions.add_answer_time(
            300, starts_on=TODAY + timedelta(days=1), source="C", by=carmen, at=later
        )
    assert AnswerTime.objects.get(ends_on=None).days == 20
