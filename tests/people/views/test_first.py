"""The first director gets in by the code of the console, once, and nobody else does."""

import threading

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sereno.logbook.models import Entry
from sereno.people import actions, queries
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.doors import sign_in

ANA = {"full_name": "Ana Torres", "username": "ana", "password": "la clave de ana"}


@pytest.fixture
def door(db: None) -> str:
    return reverse("people:first", args=[queries.first_code()])


def test_the_first_director_enrols_and_signs_in(client: Client, door: str) -> None:
    assert client.get(door).status_code == 200
    assert client.post(door, ANA).headers["Location"] == reverse("account_login")
    ana = Person.objects.get()
    assert ana.roles() == {Role.DIRECTOR}
    assert Entry.objects.filter(event="person.appointed", subject=f"person:{ana.pk}").exists()
    assert sign_in(client, "ana").headers["Location"] == reverse("people:home")


def test_the_door_closes_behind_the_first(client: Client, door: str) -> None:
    client.post(door, ANA)
    assert client.get(door).status_code == 404
    assert client.post(door, ANA | {"username": "luis"}).status_code == 404
    assert Person.objects.count() == 1


def test_without_the_code_there_is_no_door(client: Client, door: str) -> None:
    assert client.post(reverse("people:first", args=["x" * 40]), ANA).status_code == 404
    assert not Person.objects.exists()


def test_a_weak_password_is_refused(client: Client, door: str) -> None:
    assert client.post(door, ANA | {"password": "corta"}).status_code == 400
    assert not Person.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_come_at_once_one_is_the_first(client: Client) -> None:
    gate, let_in, late = threading.Barrier(2), [], []

    def come(name: str) -> None:
        newcomer = actions.Newcomer(name, name.title(), "la clave de todos", (Role.DIRECTOR,))
        gate.wait()
        try:
            let_in.append(actions.enrol_first(newcomer, at=timezone.now()))
        except actions.NotFirst:
            late.append(name)
        finally:
            connections.close_all()

    both = [threading.Thread(target=come, args=(name,)) for name in ("ana", "luis")]
    for one in both:
        one.start()
    for one in both:
        one.join(timeout=30)
    assert Person.objects.get() == let_in[0]
    assert len(late) == 1
    assert Entry.objects.filter(event="person.enrolled").count() == 1
