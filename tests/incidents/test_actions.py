"""Taking, sending, arriving, closing: what is written, and every refusal."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, connections
from pytest_django import DjangoAssertNumQueries

from sereno.alerts.actions import AlreadyTaken
from sereno.alerts.models import Alert, AlertKind
from sereno.alerts.rules import Class
from sereno.devices.models import Device
from sereno.incidents import actions
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.logbook.actions import subject_of, write_all
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.territory.models import Barrio
from tests.incidents.conftest import AT, SECOND, RaiseAlert


def lines_about(thing: Incident | Alert | Unit) -> list[str]:
    return [entry.event for entry in Entry.objects.about(subject_of(thing))]


def taken(alert: Alert, *, by: Person) -> Incident:
    return actions.take(alert, by=by, at=AT + 12 * SECOND)


def test_taking_an_alert_opens_its_incident_where_the_alert_is(
    rosa: Person, raise_alert: RaiseAlert, button: Device
) -> None:
    alert = raise_alert(channel="mqtt", device=button, is_approximate=True)
    incident = taken(alert, by=rosa)
    assert (incident.alert, incident.kind, incident.barrio) == (alert, alert.kind, alert.barrio)
    assert (incident.latitude, incident.longitude) == (alert.latitude, alert.longitude)
    assert incident.is_approximate
    assert incident.known_by == Incident.KnownBy.DEVICE
    assert alert.acknowledged_by == rosa
    opened = Entry.objects.about(subject_of(incident)).get()
    assert opened.event == "incident.opened"
    assert opened.data == {"kind": "robbery", "known_by": "device"}
    assert opened.actor == f"person:{rosa.pk}"
    assert opened.after is not None
    assert opened.after.event == "alert.acknowledged"


def test_the_second_operator_learns_who_was_quicker_and_opens_nothing(
    rosa: Person, ines: Person, raise_alert: RaiseAlert
) -> None:
    alert = raise_alert()
    seen_by_ines = Alert.objects.get(pk=alert.pk)
    taken(alert, by=rosa)
    with pytest.raises(AlreadyTaken) as refusal:
        actions.take(seen_by_ines, by=ines, at=AT + 13 * SECOND)
    assert refusal.value.alert.acknowledged_by == rosa
    assert refusal.value.alert.acknowledged_at == AT + 12 * SECOND
    assert Incident.objects.count() == 1
    assert lines_about(alert) == ["alert.acknowledged"]


def together(*works: Callable[[], object]) -> list[BaseException | None]:
    """Every work in a thread of its own, all let go at once; what each of them raised."""
    gate = threading.Barrier(len(works))
    raised: list[BaseException | None] = [None] * len(works)

    def run(number: int, work: Callable[[], object]) -> None:
        gate.wait()
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 - the test looks at it
            raised[number] = problem
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return raised


@pytest.mark.django_db(transaction=True)
def test_of_many_hands_at_one_alert_exactly_one_takes_it(
    rosa: Person, ines: Person, raise_alert: RaiseAlert
) -> None:
    alert = raise_alert()

    def hand(person: Person) -> Callable[[], object]:
        own = Alert.objects.get(pk=alert.pk)
        return lambda: actions.take(own, by=person, at=AT + 12 * SECOND)

    raised = together(*(hand(person) for person in (rosa, ines, rosa, ines)))
    assert sum(problem is None for problem in raised) == 1
    assert sum(isinstance(problem, AlreadyTaken) for problem in raised) == 3
    assert Incident.objects.count() == 1
    assert lines_about(alert) == ["alert.acknowledged"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_the_same_crew_one_sends_it(
    rosa: Person, ines: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    first, second = taken(raise_alert(), by=rosa), taken(raise_alert(), by=ines)
    raised = together(
        lambda: actions.send(first, patrol, by=rosa, at=AT + 20 * SECOND),
        lambda: actions.send(second, patrol, by=ines, at=AT + 20 * SECOND),
    )
    assert sum(problem is None for problem in raised) == 1
    assert sum(isinstance(problem, actions.UnitBusy) for problem in raised) == 1
    assert Dispatch.objects.count() == 1


@pytest.mark.needs("PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_nobody_is_sent_to_an_incident_that_is_being_closed(
    rosa: Person, ines: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    assert connection.vendor == "postgresql"
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.FALSE, by=rosa, at=AT + 15 * SECOND)
    raised = together(
        lambda: actions.close(incident, "false", by=rosa, at=AT + 20 * SECOND),
        lambda: actions.send(
            Incident.objects.get(pk=incident.pk), patrol, by=ines, at=AT + 20 * SECOND
        ),
    )
    assert raised[0] is None
    assert raised[1] is None or isinstance(raised[1], actions.AlreadyClosed)
    assert not Dispatch.objects.under_way().exists()


def test_a_telephone_call_opens_an_incident_without_an_alert(
    rosa: Person, robbery: AlertKind, barrio: Barrio
) -> None:
    incident = actions.open_incident(
        robbery, known_by="neighbour", barrio=barrio, reference="junto al puente", by=rosa, at=AT
    )
    assert incident.alert is None
    assert incident.parish == barrio.parish
    opened = Entry.objects.about(subject_of(incident)).get()
    assert opened.after is None
    assert "puente" not in str(opened.data)


def test_how_a_matter_became_known_is_one_of_the_words_for_it(
    rosa: Person, robbery: AlertKind
) -> None:
    with pytest.raises(ValueError, match="rumour"):
        actions.open_incident(robbery, known_by="rumour", by=rosa, at=AT)


def test_a_crew_is_sent_arrives_and_is_free_again_each_with_its_line(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = taken(raise_alert(), by=rosa)
    dispatch = actions.send(incident, patrol, by=rosa, at=AT + 30 * SECOND)
    actions.arrive(dispatch, by=rosa, at=AT + 300 * SECOND)
    actions.clear(dispatch, by=rosa, at=AT + 900 * SECOND)
    assert (dispatch.sent_at, dispatch.arrived_at, dispatch.cleared_at) == (
        AT + 30 * SECOND,
        AT + 300 * SECOND,
        AT + 900 * SECOND,
    )
    entries = list(Entry.objects.about(subject_of(incident)))
    assert [entry.event for entry in entries] == [
        "incident.opened",
        "incident.unit_sent",
        "incident.unit_arrived",
        "incident.unit_cleared",
    ]
    assert [entry.after for entry in entries[1:]] == entries[:-1]
    assert entries[1].data == {"unit": "UPC-01", "agency": "police"}


def test_a_crew_is_at_one_incident_only(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    first, second = taken(raise_alert(), by=rosa), taken(raise_alert(), by=rosa)
    dispatch = actions.send(first, patrol, by=rosa, at=AT)
    with pytest.raises(actions.UnitBusy) as refusal:
        actions.send(second, patrol, by=rosa, at=AT)
    assert refusal.value.at_incident == first.pk
    assert lines_about(second) == ["incident.opened"]
    actions.clear(dispatch, by=rosa, at=AT)
    assert actions.send(second, patrol, by=rosa, at=AT).incident == second


def test_the_desk_of_ecu911_answers_many_incidents_at_once_but_each_one_once(
    rosa: Person, raise_alert: RaiseAlert, ecu911: Unit
) -> None:
    first, second = taken(raise_alert(), by=rosa), taken(raise_alert(), by=rosa)
    sent = actions.send(first, ecu911, agency_code=" 2026-88 ", by=rosa, at=AT)
    actions.send(second, ecu911, agency_code="2026-89", by=rosa, at=AT)
    assert sent.agency_code == "2026-88"
    with pytest.raises(actions.UnitBusy) as refusal:
        actions.send(second, ecu911, by=rosa, at=AT)
    assert refusal.value.at_incident == second.pk
    assert not any("2026" in str(entry.data) for entry in Entry.objects.all())


def test_a_council_says_which_of_its_units_answer_many_at_once(db: None) -> None:
    desk = actions.add_unit("BOM-00", agency="fire", is_crew=False, by=None, at=AT)
    engine = actions.add_unit("BOM-01", agency="fire", by=None, at=AT)
    assert (desk.is_crew, engine.is_crew) == (False, True)
    assert lines_about(engine) == ["unit.added"]


def test_a_retired_unit_is_not_sent(rosa: Person, raise_alert: RaiseAlert, patrol: Unit) -> None:
    patrol.retired_at = AT
    with pytest.raises(actions.UnitRetired):
        actions.send(taken(raise_alert(), by=rosa), patrol, by=rosa, at=AT)


def test_a_test_sends_nobody_unless_the_operator_says_so_twice(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.TEST, by=rosa, at=AT + 15 * SECOND)
    with pytest.raises(actions.NotForATest):
        actions.send(incident, patrol, by=rosa, at=AT + 20 * SECOND)
    assert not Dispatch.objects.exists()
    sent = actions.send(incident, patrol, despite_test=True, by=rosa, at=AT + 21 * SECOND)
    assert sent.unit == patrol


def test_the_first_arrival_stands(rosa: Person, raise_alert: RaiseAlert, patrol: Unit) -> None:
    dispatch = actions.send(taken(raise_alert(), by=rosa), patrol, by=rosa, at=AT)
    actions.arrive(dispatch, by=rosa, at=AT + 60 * SECOND)
    with pytest.raises(actions.AlreadyArrived) as refusal:
        actions.arrive(dispatch, by=rosa, at=AT + 99 * SECOND)
    assert refusal.value.dispatch.arrived_at == AT + 60 * SECOND


def test_a_unit_called_back_neither_arrives_nor_is_freed_again(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    dispatch = actions.send(taken(raise_alert(), by=rosa), patrol, by=rosa, at=AT)
    actions.clear(dispatch, by=rosa, at=AT + 60 * SECOND)
    with pytest.raises(actions.AlreadyCleared):
        actions.arrive(dispatch, by=rosa, at=AT + 99 * SECOND)
    with pytest.raises(actions.AlreadyCleared):
        actions.clear(dispatch, by=rosa, at=AT + 99 * SECOND)
    assert dispatch.arrived_at is None
    assert dispatch.cleared_at == AT + 60 * SECOND


def test_a_note_is_kept_and_its_words_stay_out_of_the_logbook(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    incident = taken(raise_alert(), by=rosa)
    note = actions.note(incident, " Dos motos rojas.\n", by=rosa, at=AT)
    assert (note.text, note.by) == ("Dos motos rojas.", rosa)
    last = Entry.objects.about(subject_of(incident)).last()
    assert last is not None
    assert (last.event, last.data) == ("incident.noted", {})


def test_the_class_is_written_on_the_alert(rosa: Person, raise_alert: RaiseAlert) -> None:
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.MALICIOUS, by=rosa, at=AT)
    assert incident.alert is not None
    incident.alert.refresh_from_db()
    assert incident.alert.classification == Class.MALICIOUS
    assert lines_about(incident.alert)[-1] == "alert.classified"


def test_without_an_alert_there_is_nothing_to_classify(rosa: Person, robbery: AlertKind) -> None:
    incident = actions.open_incident(robbery, known_by="patrol", by=rosa, at=AT)
    with pytest.raises(actions.NothingToClassify):
        actions.classify(incident, Class.REAL, by=rosa, at=AT)


def test_closing_frees_every_unit_and_says_how_it_ended(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit, ecu911: Unit
) -> None:
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.REAL, by=rosa, at=AT + 15 * SECOND)
    actions.send(incident, patrol, by=rosa, at=AT + 20 * SECOND)
    actions.send(incident, ecu911, by=rosa, at=AT + 21 * SECOND)
    actions.close(incident, "attended", by=rosa, at=AT + 900 * SECOND)
    assert (incident.closed_by, incident.closed_at) == (rosa, AT + 900 * SECOND)
    assert incident.outcome == Incident.Outcome.ATTENDED
    assert [one.cleared_at for one in incident.dispatches.all()] == [AT + 900 * SECOND] * 2
    assert lines_about(incident)[-3:] == [
        "incident.unit_cleared",
        "incident.unit_cleared",
        "incident.closed",
    ]


def test_an_incident_is_not_closed_before_its_alert_is_classified(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    incident = taken(raise_alert(), by=rosa)
    with pytest.raises(actions.NotClassified):
        actions.close(incident, "not_sent", by=rosa, at=AT)
    incident.refresh_from_db()
    assert incident.closed_at is None


def test_an_outcome_must_agree_with_what_was_done(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.REAL, by=rosa, at=AT)
    with pytest.raises(actions.OutcomeDoesNotFit):
        actions.close(incident, "attended", by=rosa, at=AT)
    actions.send(incident, patrol, by=rosa, at=AT)
    with pytest.raises(actions.OutcomeDoesNotFit):
        actions.close(incident, "not_sent", by=rosa, at=AT)


def test_what_ended_takes_notes_and_nothing_else(
    rosa: Person, ines: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = taken(raise_alert(), by=rosa)
    actions.classify(incident, Class.FALSE, by=rosa, at=AT)
    actions.close(incident, "false", by=rosa, at=AT)
    with pytest.raises(actions.AlreadyClosed) as refusal:
        actions.close(incident, "handed_over", by=ines, at=AT + SECOND)
    assert refusal.value.incident.closed_by == rosa
    with pytest.raises(actions.AlreadyClosed):
        actions.send(incident, patrol, by=ines, at=AT + SECOND)
    assert actions.note(incident, "Llamó el presidente del barrio.", by=ines, at=AT).pk


def test_an_incident_of_the_past_is_remembered_with_its_lines(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit, robbery: AlertKind
) -> None:
    alert = raise_alert(acknowledged_at=AT, acknowledged_by=rosa)
    told = actions.Answered(
        kind=robbery,
        by=rosa,
        opened_at=AT,
        alert=alert,
        barrio=alert.barrio,
        parish=alert.parish,
        legs=(actions.Leg(patrol, AT + SECOND, AT + 60 * SECOND, AT + 99 * SECOND, "88"),),
        closed_at=AT + 99 * SECOND,
        outcome="attended",
    )
    open_one = actions.Answered(
        kind=robbery, by=rosa, opened_at=AT + 30 * SECOND, known_by="camera"
    )
    before = Entry.objects.count()
    incidents, drafts = actions.remember([told, open_one])
    assert [incident.known_by for incident in incidents] == ["neighbour", "camera"]
    assert incidents[0].dispatches.get().agency_code == "88"
    assert incidents[1].closed_at is None
    assert Entry.objects.count() == before
    assert [draft.at for draft in drafts] == sorted(draft.at for draft in drafts)
    write_all(drafts)
    assert lines_about(incidents[0]) == [
        "incident.opened",
        "incident.unit_sent",
        "incident.unit_arrived",
        "incident.unit_cleared",
        "incident.closed",
    ]


def test_many_incidents_are_remembered_in_few_questions(
    rosa: Person, robbery: AlertKind, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    past = [
        actions.Answered(
            kind=robbery, by=rosa, opened_at=AT + timedelta(hours=hour), known_by="other"
        )
        for hour in range(400)
    ]
    with django_assert_max_num_queries(12):
        incidents, drafts = actions.remember(past)
    assert len(incidents) == len(drafts) == 400
