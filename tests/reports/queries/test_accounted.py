"""The account of a year as whoever controls it would look at it."""

from datetime import UTC, date, datetime

import pytest

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import Process
from sereno.assemblies.rules.drafts import ProofDraft
from sereno.reports.queries import accounted, papers
from sereno.reports.queries.papers.paper import Ask
from tests.reports.conftest import Council

AT = datetime(2026, 4, 1, 15, tzinfo=UTC)
TODAY = date(2026, 4, 1)


@pytest.fixture
def process(council: Council) -> Process:
    assemblies.load_steps(by=council.carmen, at=AT)
    return assemblies.open_process(
        2025,
        entity="entidad vinculada a un GAD",
        calendar="normal",
        deliberation_on=date(2026, 5, 15),
        by=council.carmen,
        at=AT,
    )


def fulfil(process: Process, council: Council) -> None:
    for record in process.records.all():
        assemblies.tell_step(record, done_on=TODAY, by=council.carmen, at=AT, today=TODAY)
        link = ProofDraft("Acta", "https://example.org/acta")
        proof = assemblies.add_proof(link, step=record, by=council.carmen, at=AT)
        assemblies.verify_proof(proof, works=True, by=council.jorge, at=AT)


def test_a_year_that_nobody_opened_has_no_account(council: Council) -> None:
    assert accounted.of_year(2025, on=TODAY) is None
    assert accounted.newest(on=TODAY) == []


def test_every_step_without_a_working_proof_is_named(process: Process, council: Council) -> None:
    account = accounted.of_year(2025, on=TODAY)
    assert account is not None
    assert len(account.lacking) == process.records.count()
    assert not account.is_fulfilled
    assert accounted.why(account.lacking[0]).endswith("todavía no consta que se hizo")


def test_a_year_is_fulfilled_when_every_step_of_every_phase_is(
    process: Process, council: Council
) -> None:
    fulfil(process, council)
    account = accounted.of_year(2025, on=TODAY)
    assert account is not None
    assert account.is_fulfilled
    assert all(phase.counted == phase.steps > 0 for phase in account.phases)
    assert not any(phase.is_closed for phase in account.phases)


def test_the_draft_of_the_form_says_what_would_cost_the_year(
    process: Process, council: Council
) -> None:
    form = papers.PAPERS["form"]
    ask = Ask("2025", TODAY, "http://127.0.0.1", {})
    draft = papers.drafted(form, ask)
    assert draft is not None
    told = [str(lack.words) for lack in draft.lacks if "no cumplido" in str(lack.words)]
    assert len(told) == process.records.count()
    fulfil(process, council)
    draft = papers.drafted(form, ask)
    assert draft is not None
    assert not any("no cumplido" in str(lack.words) for lack in draft.lacks)
