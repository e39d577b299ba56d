"""Receiving, putting together, supporting: what is kept, and what never is."""

import json

import pytest

from sereno.assemblies import actions
from sereno.assemblies.models import Contact, Matter, Suggestion, Support
from sereno.assemblies.rules.codes import digest, new_code
from sereno.assemblies.rules.drafts import MatterDraft, SuggestionDraft
from sereno.logbook.models import Entry
from sereno.people.models import Person
from tests.assemblies.conftest import AT, asked


def test_the_words_are_kept_and_the_code_is_not(db: None) -> None:
    code = new_code()
    draft = SuggestionDraft(" Más luz en Jipiro ", "web", contact=" pedro@example.org ")
    kept = actions.receive(draft, code=code, at=AT)
    assert (kept.text, kept.code_digest, kept.taken_by) == ("Más luz en Jipiro", digest(code), None)
    assert Contact.objects.get(suggestion=kept).words == "pedro@example.org"
    line = Entry.objects.get()
    assert (line.event, line.data) == ("suggestion.received", {"channel": "web"})
    everything = json.dumps([line.subject, line.actor, line.data])
    assert not any(word in everything for word in (code, "Jipiro", "pedro"))


def test_nothing_said_is_nothing_kept(db: None) -> None:
    with pytest.raises(actions.NothingSaid):
        actions.receive(SuggestionDraft("  ", "web"), code=new_code(), at=AT)
    with pytest.raises(ValueError, match="pigeon"):
        actions.receive(SuggestionDraft("Luz", "pigeon"), code=new_code(), at=AT)
    assert not Entry.objects.exists()


def test_a_contact_is_erased_and_the_suggestion_stays(carmen: Person) -> None:
    kept = actions.receive(SuggestionDraft("Luz", "web", "099"), code=new_code(), at=AT)
    actions.erase_contact(kept, by=carmen, at=AT)
    actions.erase_contact(kept, by=carmen, at=AT)
    assert not Contact.objects.exists()
    assert Suggestion.objects.get() == kept
    assert Entry.objects.filter(event="suggestion.contact_erased").count() == 1


def test_several_become_one_matter(carmen: Person) -> None:
    three = [asked(f"alarma {n}") for n in range(3)]
    draft = MatterDraft("Alarmas", "Que haya alarmas", 2025)
    matter = actions.open_matter(draft, three[:2], by=carmen, at=AT)
    actions.group(three[2:], matter, by=carmen, at=AT)
    assert matter.suggestions.count() == 3
    assert not Suggestion.objects.waiting().exists()


def test_a_suggestion_is_not_moved_out_of_its_matter(matter: Matter, carmen: Person) -> None:
    free, taken = asked(), matter.suggestions.get()
    draft = MatterDraft("Otro", "Otro asunto", 2025)
    with pytest.raises(actions.AlreadyDecided):
        actions.open_matter(draft, [free, taken], by=carmen, at=AT)
    free.refresh_from_db()
    assert free.matter is None
    assert Matter.objects.get() == matter


def test_a_matter_needs_words(carmen: Person) -> None:
    with pytest.raises(actions.NothingSaid):
        actions.open_matter(MatterDraft("Alarmas", " ", 2025), [], by=carmen, at=AT)


def test_one_voice_counts_once(matter: Matter) -> None:
    assert actions.support(matter, voice="a" * 32, at=AT)
    assert not actions.support(matter, voice="a" * 32, at=AT)
    assert actions.support(matter, voice="b" * 32, at=AT)
    assert Support.objects.count() == 2
    assert Entry.objects.filter(event="matter.supported").count() == 2
