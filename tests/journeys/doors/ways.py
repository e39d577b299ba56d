"""The twelve ways to bend a published figure, each as a person of any role would try it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, ProgrammingError, connection

from sereno.api import actions as tokens
from sereno.api.models import Token
from sereno.api.rules import SCOPES
from sereno.logbook.actions import Backdated
from sereno.people import actions as people
from sereno.people.models import Appointment
from sereno.people.rules import Role
from sereno.plans import actions as planning
from sereno.plans.actions import NewAmount
from sereno.plans.budget import actions as money
from sereno.plans.budget.models import Month
from sereno.plans.models import TargetChange, Task
from sereno.plans.rules import Programming
from sereno.reports import actions as printing
from sereno.reports.rules.document import Document
from sereno.results import actions as results
from sereno.results.models import Evidence, Measurement
from sereno.verify import locks, roles
from tests.journeys.doors.stage import Try, sql, undone
from tests.plans.budget.paper import PAPER
from tests.test_permissions import ALL
from tests.verify.council import AT
from tests.verify.rights import BENDING, PREFIX, acting_as

BENT = PAPER.replace("4.884,15", "5.100,00")
ROOMS = ("results", "reports", "plans", "budget", "assemblies", "api")
LATER = AT + timedelta(days=1)
REPORT = printing.Proposal(
    kind="narrative",
    slug="informe",
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
    document=Document("narrative", "Informe", "Consejo", "2026", on="", line=0, line_seal=""),
)


def page(one: Try) -> None:
    """A better number reported, reviewed, approved and published by the same hand."""
    target = one.account.target
    report = {"answer": "known", "value": "49", "until": "2026-06-10"}
    one.post("results:report", target.pk, **report)
    draft = Measurement.objects.open().filter(target=target).first()
    for step in ("review", "approve"):
        one.post(f"results:{step}", (draft or one.account.measurement).pk)
    one.post("reports:publish", (draft or one.account.measurement).pk)


def interface(one: Try) -> None:
    """The same by a program, with a token that asks for everything its person may."""
    account, signed = one.account, one.account.measurement
    _token, shown = tokens.make_token("doblar", list(SCOPES), days=1, by=one.person, at=AT)
    Token.objects.update(expires_at=LATER + timedelta(days=36500))
    report = {"target": account.target.pk, "value": "49", "ends_at": "2026-06-10T05:00:00Z"}
    for path, body in (
        ("measurements", report),
        ("measurements/table", {"rows": [report, report]}),
        (f"measurements/{signed.pk}/review", None),
        (f"measurements/{signed.pk}/approve", None),
        (f"measurements/{signed.pk}/return", {"because": "porque sí"}),
        (f"targets/{account.target.pk}/changes", {"because": "Era mucho", "value": "5"}),
        ("budget/2026/5/statement", {"text": BENT}),
    ):
        one.ask(f"/api/v1/{path}", body, token=shown)
    for draft in Measurement.objects.open():
        for step in ("review", "approve"):
            one.ask(f"/api/v1/measurements/{draft.pk}/{step}", None, token=shown)
    for change in TargetChange.objects.waiting():
        one.ask(f"/api/v1/changes/{change.pk}/confirm", None, token=shown)


def import_(one: Try) -> None:
    """The statement of a closed month pasted anew, and agreed by whoever pasted it."""
    said = {"year": "2026", "month": "5", "text": BENT, "do": "accept"}
    one.post("budget:take", **said)
    with one.refused(money.MonthIsClosed):
        money.take_statement(2026, 5, BENT, by=one.person, at=LATER)
    asked = money.propose_correction(
        Month.objects.get(), BENT, reason="Me equivoqué", by=one.person, at=LATER
    )
    with one.refused(money.SamePerson):
        money.agree(asked, by=one.person, at=LATER)


def upload(one: Try) -> None:
    """Another file beside a number that is signed, and the file on the disk written over."""
    file = SimpleUploadedFile("lista.csv", b"nombre,firma\n1,si\n2,si\n", "text/csv")
    data = {"evidence-title": "Lista mejor", "evidence-file": file}
    one.post("results:add-evidence", one.account.measurement.pk, **data)
    (kept,) = Evidence.objects.all()
    Path(settings.MEDIA_ROOT, kept.file.name or "").write_bytes(b"nombre,firma\n1,si\n2,si\n3,si\n")


def clock(one: Try) -> None:
    """A day that has not come, and signatures dated before what they sign."""
    report = {"answer": "known", "value": "49", "until": "2031-12-31"}
    one.post("results:report", one.account.target.pk, **report)
    with one.refused(money.MonthIsClosed):
        money.take_statement(2026, 5, BENT, by=one.person, at=AT - timedelta(days=30))
    change = planning.propose_change(
        one.account.target, NewAmount(Decimal(5)), because="Era mucho", by=one.account.carmen, at=AT
    )
    with one.refused(Backdated):
        planning.confirm_change(change, by=one.person, at=AT - timedelta(days=120))
    asked = money.propose_correction(
        Month.objects.get(), BENT, reason="Me equivoqué", by=one.account.jorge, at=LATER
    )
    with one.refused(Backdated):
        money.agree(asked, by=one.person, at=AT)
    with undone():
        _clock_of_an_activity(one)
    with undone():  # a statement of June that is as good as the one of May
        june = money.take_statement(2026, 6, PAPER, by=one.account.jorge, at=LATER).month
        with one.refused(Backdated):
            money.close_month(june, by=one.person, at=AT)
    edition = printing.prepare(lambda: REPORT, by=one.account.carmen, at=LATER)
    with one.refused(Backdated):
        printing.publish_edition(edition, by=one.person, at=AT)


def _clock_of_an_activity(one: Try) -> None:
    """Progress of a month to come, of one before its first, or from before its plan was public."""
    (task,) = Task.objects.all()
    said: dict[str, Any] = {"evidence": "https://example.org/acta", "by": one.account.jorge}
    for month, year in ((7, 2026), (12, 2025), (13, 2025)):
        with one.refused(planning.NotYetOver, planning.BeforeItBegan):
            planning.tell_progress(task, Decimal(90), year=year, month=month, at=LATER, **said)
    long_ago = AT - timedelta(days=30)
    with one.refused(Backdated):
        planning.tell_progress(task, Decimal(90), year=2026, month=5, at=long_ago, **said)
    told = planning.tell_progress(task, Decimal(90), year=2026, month=6, at=LATER, **said)
    with one.refused(Backdated):
        planning.confirm_progress(told, by=one.person, at=AT)
    with one.refused(planning.SamePerson):
        planning.confirm_progress(told, by=one.account.jorge, at=LATER)
    asked = planning.propose_reprogramming(
        task,
        Programming(task.starts_on, date(2026, 6, 1)),
        because="Era mucho",
        by=one.account.jorge,
        at=LATER,
    )
    with one.refused(Backdated):
        planning.confirm_reprogramming(asked, by=one.person, at=AT)


def role(one: Try) -> None:
    """The author receives the role of who reviews, and who reviewed the one of who approves."""
    account = one.account
    draft = results.report(
        account.target,
        results.Report(value=Decimal(49)),
        by=account.carmen,
        at=LATER,
        ends_at=account.measurement.ends_at,
        evidence=[results.EvidenceDraft("Lista", link="https://example.org/lista")],
    )
    for person in (account.carmen, account.jorge):
        for given in sorted(Appointment._meta.get_field("role").choices or []):
            if not person.appointments.filter(role=given[0]).exists():
                people.appoint(person, Role(given[0]), by=one.person, at=LATER)
    with one.refused(results.SamePerson):
        results.review(draft, by=account.carmen, at=LATER)
    results.review(draft, by=account.jorge, at=LATER)
    for person in (account.carmen, account.jorge):
        with one.refused(results.SamePerson):
            results.approve(draft, by=person, at=LATER)
    results.approve(draft, by=account.marta, at=LATER)
    for person in (account.carmen, account.jorge):
        with one.refused(printing.OwnWork):
            printing.correct(account.figure, draft, "Subió", by=person, at=LATER)
    with one.refused(people.OwnRole):
        people.appoint(one.person, Role.DIRECTOR, by=one.person, at=LATER)


def direct(one: Try) -> None:
    """Every address of these rooms, with the numbers of what is signed, sent as a form."""
    words = {"987654": str(one.account.measurement.pk), "x": one.account.figure.slug}
    for address in ALL:
        if address.name.partition(":")[0] in ROOMS:
            path = "/".join(words.get(part, part) for part in address.path.split("/"))
            one.send(path, address.name, value="49", printed_value="49", because="porque sí")


def replay(one: Try) -> None:
    """Forms that were sent before, sent again."""
    account = one.account
    for step in ("review", "approve", "return"):
        one.post(f"results:{step}", account.measurement.pk, because="otra vez")
    one.post("reports:publish", account.measurement.pk)
    one.post("plans:publish", "poa-2026")
    with one.refused(results.AlreadyDecided):
        results.return_(account.measurement, because="No", by=one.person, at=LATER)
    with one.refused(printing.AlreadyPublished, printing.OwnWork):
        printing.publish(account.measurement, by=one.person, at=LATER)
    with one.refused(planning.PlanIsPublished, planning.SamePerson):
        planning.publish_plan(account.plan, by=one.person, at=LATER)


def bulk(one: Try) -> None:
    """Many at once, with one among them that nobody approved, or that is public already."""
    draft = results.report(
        one.account.target, results.Report(value=Decimal(49)), by=one.account.carmen, at=LATER
    )
    with one.refused(printing.NotApproved):
        printing.publish_all([draft], by=one.person, at=LATER)
    with one.refused(printing.AlreadyPublished, printing.OwnWork):
        printing.publish_all([one.account.measurement], by=one.person, at=LATER)


def command(one: Try, folder: Path) -> None:
    """The commands of the machine: rows loaded from a file, and everything emptied."""
    fixture = folder / "bent.json"
    call_command("dumpdata", "reports.figure", output=str(fixture), verbosity=0)
    fixture.write_text(fixture.read_text(encoding="utf-8").replace("12", "49"), encoding="utf-8")
    with one.refused(DatabaseError):
        call_command("loaddata", str(fixture), verbosity=0)
    with one.refused(CommandError, DatabaseError):
        call_command("flush", interactive=False, verbosity=0)


SIGNED = (
    "UPDATE reports_figure SET printed_value = '49'",
    "UPDATE results_measurement SET value = 49, worksheet = 'otra'",
    "UPDATE logbook_entry SET event = 'figure.published'",
    "DELETE FROM budget_snapshot",
)
NOT_LOCKED = (
    "UPDATE plans_target SET value = 5",
    "UPDATE plans_indicator SET direction = 'fall'",
    "UPDATE plans_task SET ends_on = '2026-12-30'",
    "UPDATE budget_month SET closed_at = NULL, closed_by_id = NULL",
    "UPDATE people_appointment SET role = 'director'",
)


def database_role(one: Try) -> None:
    """Whoever has the key of the database: of a role that serves it, then of its owner."""
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # or no table can be given its policies
        roles.lay(PREFIX)
        for served in (roles.worker(PREFIX), roles.reader(PREFIX)):
            with acting_as(served):
                _as_a_role_that_serves(one)
        with acting_as(roles.worker(PREFIX)):
            _named_by_verify(one, NOT_LOCKED)
    _as_its_owner(one)


def _as_a_role_that_serves(one: Try) -> None:
    """Neither may rewrite what was signed, nor take off what would refuse it."""
    for statement in (*SIGNED, *BENDING):
        with one.refused(ProgrammingError):
            sql(statement)
    with one.refused(ProgrammingError):
        locks.lift()


def _as_its_owner(one: Try) -> None:
    """The locks refuse; the owner can take them off, and then ``verify`` names every line bent."""
    for statement in SIGNED:
        with one.refused(DatabaseError):
            sql(statement)
    _named_by_verify(one, NOT_LOCKED)
    locks.lift()
    _named_by_verify(one, SIGNED)
    sql(SIGNED[0])


def _named_by_verify(one: Try, statements: Sequence[str]) -> None:
    """Each looked at on its own, and taken back."""
    for statement in statements:
        with undone():
            before = len(one.faults())
            sql(statement)
            assert len(one.faults()) > before, f"{statement}: verify says nothing"


def backup(one: Try) -> None:
    """The database of before the figure put back, whole, with its own locks and seals."""
    locks.lift()
    first = one.seen[0].number
    sql(f"DELETE FROM logbook_entry WHERE number >= {first - 1:d}")  # noqa: S608 - a number
    sql("DELETE FROM reports_figure")
    locks.lay()


def everything(folder: Path) -> dict[str, Callable[[Try], None]]:
    return {
        "page": page,
        "API": interface,
        "import": import_,
        "upload replaced": upload,
        "clock": clock,
        "role change": role,
        "direct URL": direct,
        "replayed form": replay,
        "bulk action": bulk,
        "command line": lambda one: command(one, folder),
        "database role": database_role,
        "restored backup": backup,
    }
