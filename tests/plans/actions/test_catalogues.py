"""Every council receives the same catalogues, once, and adds its own."""

from dataclasses import replace
from datetime import date

import pytest

from sereno.logbook.models import Entry
from sereno.plans import actions
from sereno.plans.models import Catalogue, CatalogueObjective
from sereno.plans.rules import CatalogueDraft, CatalogueObjectiveDraft
from tests.plans.conftest import NOON, ODS, Council

PDOT = CatalogueDraft(
    code="pdot",
    name="PDOT",
    kind="pdot",
    source="Ordenanza 12",
    starts_on=date(2024, 1, 1),
    objectives=(CatalogueObjectiveDraft("1", "Cuidar el agua", "Ordenanza 12"),),
)


def numbers(code: str, kind: str) -> list[str]:
    entries = CatalogueObjective.objects.filter(catalogue__code=code, kind=kind).order_by("pk")
    return list(entries.values_list("number", flat=True))


@pytest.mark.django_db
def test_they_are_loaded_once_and_what_is_there_stays() -> None:
    assert actions.load_catalogues(at=NOON) == 16 + 10 + 5 + 17
    lines = Entry.objects.count()
    assert Entry.objects.filter(event="catalogue.added", actor="").count() == 4
    entry = CatalogueObjective.objects.get(catalogue__code="pnd-2024-2025", number="5")
    CatalogueObjective.objects.filter(pk=entry.pk).update(title="Otro título")
    CatalogueObjective.objects.filter(catalogue__code="ods", number="17").delete()
    assert actions.load_catalogues(at=NOON) == 1
    assert numbers("ods", "objective")[-1] == "17"
    entry.refresh_from_db()
    assert entry.title == "Otro título"
    assert Entry.objects.count() == lines + 1
    assert actions.load_catalogues(at=NOON) == 0


@pytest.mark.django_db
def test_one_plan_follows_another_and_the_last_is_known_by_its_axes() -> None:
    actions.load_catalogues(at=NOON)
    plans = Catalogue.objects.filter(kind="national_plan").order_by("starts_on")
    days = [(one.starts_on, one.ends_on) for one in plans]
    assert [ends for _, ends in days][:-1] == [date(2024, 2, 15), date(2025, 8, 20)]
    assert days[-1] == (date(2025, 8, 21), None)
    assert numbers("pnd-2025-2029", "axis") == ["E1", "E2", "E3", "E4", "E5"]
    assert numbers("pnd-2025-2029", "objective") == []
    assert numbers("pnd-2024-2025", "axis") == []


def test_a_council_enters_its_pdot_and_adds_to_it(council: Council) -> None:
    pdot = actions.add_catalogue(PDOT, by=council.carmen, at=NOON)
    more = [CatalogueObjectiveDraft("2", "Convivir en paz", "Ordenanza 12")]
    actions.add_objectives(pdot, more, by=council.carmen, at=NOON)
    assert numbers("pdot", "objective") == ["1", "2"]
    with pytest.raises(actions.AlreadyThere, match="2"):
        actions.add_objectives(pdot, more, by=council.carmen, at=NOON)
    with pytest.raises(actions.SlugTaken):
        actions.add_catalogue(PDOT, by=council.carmen, at=NOON)
    twice = replace(PDOT, code="other", objectives=(PDOT.objectives[0], PDOT.objectives[0]))
    with pytest.raises(actions.AlreadyThere):
        actions.add_catalogue(twice, by=council.carmen, at=NOON)
    assert not Catalogue.objects.filter(code="other").exists()


def test_its_days_are_corrected_and_never_run_backwards(council: Council) -> None:
    pdot = actions.add_catalogue(PDOT, by=council.carmen, at=NOON)
    backwards = replace(PDOT, ends_on=date(2023, 12, 31))
    with pytest.raises(actions.PeriodBackwards):
        actions.amend_catalogue(pdot, backwards, by=council.carmen, at=NOON)
    with pytest.raises(actions.PeriodBackwards):
        actions.add_catalogue(replace(backwards, code="b"), by=council.carmen, at=NOON)
    ended = replace(PDOT, ends_on=date(2027, 12, 31))
    actions.amend_catalogue(pdot, ended, by=council.carmen, at=NOON)
    assert Catalogue.objects.get(pk=pdot.pk).ends_on == date(2027, 12, 31)
    last = Entry.objects.latest("number")
    assert (last.event, last.actor) == ("catalogue.amended", f"person:{council.carmen.pk}")


def test_a_title_is_confirmed_with_its_source(council: Council) -> None:
    unsure = replace(ODS, objectives=(CatalogueObjectiveDraft("16", "Paz"),))
    entry = actions.add_catalogue(unsure, by=council.carmen, at=NOON).objectives.get()
    seen = CatalogueObjectiveDraft("16", "Paz, justicia e instituciones sólidas", "ONU, 2015")
    actions.confirm_title(entry, seen, by=council.carmen, at=NOON)
    entry.refresh_from_db()
    assert (entry.title, entry.source) == (seen.title, seen.source)
    assert Entry.objects.latest("number").event == "catalogue.title_confirmed"
