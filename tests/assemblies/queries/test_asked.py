"""What the pages are drawn from: fates, the way of a suggestion, the table of a year."""

from datetime import date, timedelta
from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from sereno.assemblies import actions
from sereno.assemblies.models import AnswerTime, Commitment, Matter
from sereno.assemblies.queries import asked
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import AdvanceDraft, MatterDraft, ProofDraft, SuggestionDraft
from sereno.assemblies.rules.fate import Fate
from sereno.people.models import Person
from sereno.plans.models import Project
from sereno.web.rules import Absent
from tests.assemblies.conftest import AT, ENDS, STARTS, TODAY
from tests.assemblies.conftest import asked as ask


def the(matter: Matter, on: date = TODAY) -> asked.Answered:
    return asked.answered(Matter.objects.filter(pk=matter.pk), on=on)[0]


def confirmed(commitment: Commitment, percent: int, carmen: Person, elena: Person) -> None:
    proof = actions.add_proof(ProofDraft("Acta", "https://example.org/a"), by=carmen, at=AT)
    draft = AdvanceDraft(TODAY, f"Van {percent} de cien", Decimal(percent))
    said = actions.note_advance(commitment, draft, by=carmen, at=AT, today=TODAY, proof=proof)
    actions.confirm_advance(said, by=elena, at=AT)


def test_a_matter_is_late_by_the_time_in_force_when_it_was_asked(
    matter: Matter, carmen: Person
) -> None:
    assert the(matter, date(2099, 1, 1)).fate is Fate.WAITING
    actions.add_answer_time(30, starts_on=STARTS, source="Norma", by=carmen, at=AT)
    assert the(matter).due_on == date(2026, 6, 19)
    assert the(matter, date(2026, 6, 19)).fate is Fate.WAITING
    assert the(matter, date(2026, 6, 20)).fate is Fate.LATE
    actions.add_answer_time(5, starts_on=TODAY + timedelta(days=1), source="B", by=carmen, at=AT)
    assert the(matter).due_on == date(2026, 6, 19)


def test_an_unread_suggestion_is_late_too(carmen: Person) -> None:
    ask()
    actions.add_answer_time(30, starts_on=STARTS, source="Norma", by=carmen, at=AT)
    times = AnswerTime.objects.all()
    assert asked.late_on(times, on=date(2026, 6, 19)).count() == 0
    assert asked.late_on(times, on=date(2026, 6, 20)).count() == 1
    actions.add_answer_time(5, starts_on=TODAY + timedelta(days=1), source="B", by=carmen, at=AT)
    assert asked.late_on(times.all(), on=date(2026, 6, 19)).count() == 0
    assert asked.late_on(times.all(), on=date(2026, 6, 20)).count() == 1


def test_a_no_on_its_way_is_not_an_answer(matter: Matter, carmen: Person, elena: Person) -> None:
    refusal = actions.propose_no(matter, "No es competencia", by=carmen, at=AT)
    assert the(matter).fate is Fate.WAITING
    actions.confirm_no(refusal, by=elena, at=AT)
    assert the(matter).fate is Fate.REFUSED


def test_only_a_confirmed_advance_is_heard(
    commitment: Commitment, matter: Matter, carmen: Person, elena: Person
) -> None:
    draft = AdvanceDraft(TODAY, "Todo", None)
    actions.note_advance(commitment, draft, by=carmen, at=AT, today=TODAY)
    assert the(matter).advance is None
    confirmed(commitment, 100, carmen, elena)
    assert the(matter).fate is Fate.KEPT


def test_a_suggestion_is_walked_forward_to_what_was_done(
    project: Project, carmen: Person, elena: Person
) -> None:
    code = new_code()
    kept = actions.receive(SuggestionDraft("Alarmas", "web"), code=code, at=AT)
    assert len(asked.way(kept, None)) == 1
    matter = actions.open_matter(MatterDraft("Alarmas", "Alarmas", 2025), [kept], by=carmen, at=AT)
    commitment = actions.commit(
        matter,
        "Diez",
        project=project,
        responsible=project.responsible,
        due_on=ENDS,
        by=carmen,
        at=AT,
    )
    confirmed(commitment, 50, carmen, elena)
    found = asked.followed(code)
    assert found == kept
    words = [str(step.words) for step in asked.way(found, the(matter))]
    assert len(words) == 4
    assert words[-1] == "Van 50 de cien"
    assert asked.followed(new_code()) is None


def test_the_table_says_unknown_until_somebody_confirms(
    commitment: Commitment, carmen: Person, elena: Person
) -> None:
    (line,) = asked.table(2026)
    assert line.row.percent == Absent.UNKNOWN
    assert not line.is_known
    confirmed(commitment, 50, carmen, elena)
    (line,) = asked.table(2026)
    assert (line.row.percent, line.link) == (Decimal(50), "https://example.org/a")
    assert asked.table(2025) == []
    assert asked.years(on=ENDS) == [2026]
    assert asked.years(on=date(2027, 3, 1)) == [2027, 2026]


def test_the_number_of_questions_does_not_grow(
    matter: Matter, carmen: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        draft = MatterDraft(f"Asunto {n}", "Algo", 2025)
        actions.open_matter(draft, [ask()], by=carmen, at=AT)
    with django_assert_max_num_queries(5):
        assert len(asked.answered(Matter.objects.all(), on=TODAY)) == 13
