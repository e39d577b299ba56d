"""The acts that keep the budget of the example: a statement a month, closed, one of them wrong."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Protocol

from sereno.example import files
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE
from sereno.example.timeline import Act
from sereno.plans.budget import actions, rules
from sereno.plans.budget.actions import (
    ContractDraft,
    LineDraft,
    OrderDraft,
    PaymentDraft,
    WeightDraft,
)
from sereno.plans.budget.models import Line, Month
from sereno.plans.models import Indicator
from sereno.web.rules import decimal

MARKED = "ejemplo"
RHYTHMS = {
    "even": [8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9],
    "late": [0, 0, 2, 4, 6, 8, 10, 12, 14, 16, 16, 12],
    "first": [20, 30, 30, 20, 0, 0, 0, 0, 0, 0, 0, 0],
}
CAMERAS, UPKEEP = "840104.01", "530404.01"
HEADER = "Partida;Descripción;Inicial;Reformas;Codificado;Certificado;Comprometido;Devengado;Pagado"
AMENDED_IN = 4  # the month from which the amendments count


def spend(cast: Cast, *, today: date) -> list[Act]:
    """Lines on the second of February, then each month taken and closed in the next one.

    Nothing in January, when no month of the year has ended. The newest month stays open.
    """
    months = range(1, today.month)
    if not months:
        return []
    year = today.year
    acts = [Act(_on(year, 2, 1), partial(_enter, cast, year=year))]
    for month in months:
        taken = partial(_take, cast, year=year, month=month, wrong=month == months[-1])
        acts.append(Act(_on(year, month + 1, 1, hour=9), taken))
        if month < months[-1]:
            acts.append(Act(_on(year, month + 2, 1), partial(_close, cast, year=year, month=month)))
    acts += [Act(at, partial(does, cast, year=year)) for at, does in _works(year)]
    now = datetime.combine(today, time(), ZONE)
    return [act for act in acts if act.at < now]


def _on(year: int, month: int, day: int, *, hour: int = 8) -> datetime:
    """A moment of a year; the thirteenth month is the next January."""
    over, month = divmod(month - 1, 12)
    return datetime(year + over, month + 1, day, hour, tzinfo=ZONE)


def _enter(cast: Cast, *, year: int, at: datetime) -> None:
    by = cast.people["diego"]
    rows = files.table("budget")
    drafts = [
        LineDraft(
            row["code"],
            f"{row['description']} ({MARKED})",
            source=row["source"],
            parish=cast.parishes[row["parish"]] if row["parish"] else None,
        )
        for row in rows
    ]
    actions.set_terms(rules.Terms(), starts_on=date(year, 1, 1), by=by, at=at)
    for line, row in zip(actions.add_lines(year, drafts, by=by, at=at), rows, strict=True):
        if row["indicator"]:
            actions.share_line(line, list(_weights(row)), by=by, at=at)
            shares = [Decimal(share) for share in RHYTHMS[row["rhythm"]]]
            actions.program_line(line, shares, by=by, at=at)


def _weights(row: files.Row) -> Iterator[WeightDraft]:
    other = Decimal(row["share_of_other"] or 0)
    indicator = Indicator.objects.select_related("project").get(slug=row["indicator"])
    yield WeightDraft(indicator.project, 100 - other, indicator)
    if other:
        second = Indicator.objects.select_related("project").get(slug=row["other"])
        yield WeightDraft(second.project, other, second)


def _take(cast: Cast, *, year: int, month: int, wrong: bool, at: datetime) -> None:
    text = statement(month, wrong=wrong)
    actions.take_statement(year, month, text, by=cast.people["diego"], at=at)


def _close(cast: Cast, *, year: int, month: int, at: datetime) -> None:
    found = Month.objects.get(year=year, number=month)
    actions.close_month(found, by=cast.people["diego"], at=at)


def statement(month: int, *, wrong: bool) -> str:
    """What the statement of a month says; a wrong one paid more than it owed for the cameras."""
    lines = [HEADER]
    for row in files.table("budget"):
        amounts = spent(row, month)
        if wrong and row["code"] == CAMERAS:
            amounts["paid"] = (amounts["accrued"] or Decimal(0)) + Decimal("1250.00")
        cells = ["" if value is None else decimal(value, 2) for value in amounts.values()]
        lines.append(";".join([row["code"], row["description"], *cells]))
    return "\n".join(lines)


def spent(row: files.Row, month: int) -> dict[str, Decimal | None]:
    """A line at the end of a month: its rhythm, slowed by its pace, to the cent."""
    initial = Decimal(row["initial"])
    amendments = Decimal(row["amendments"]) if month >= AMENDED_IN else Decimal("0.00")
    revised = initial + amendments
    passed = Decimal(sum(RHYTHMS[row["rhythm"]][:month]))
    accrued = _cents(revised * passed * Decimal(row["pace"]) / 10_000)
    committed = min(revised, _cents(accrued * Decimal("1.06")))
    income = rules.kind_of(row["code"]) == rules.Kind.INCOME
    return {
        "initial": initial,
        "amendments": amendments,
        "revised": revised,
        "certified": None if income else min(revised, _cents(committed * Decimal("1.04"))),
        "committed": None if income else committed,
        "accrued": accrued,
        "paid": accrued if income else _cents(accrued * Decimal("0.97")),
    }


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


class Work(Protocol):
    def __call__(self, cast: Cast, *, year: int, at: datetime) -> None: ...


def _works(year: int) -> list[tuple[datetime, Work]]:
    return [
        (_on(year, 3, 3), _sign),
        (_on(year, 5, 4), _order),
        (_on(year, 7, 6), _pay),
    ]


def _sign(cast: Cast, *, year: int, at: datetime) -> None:
    draft = ContractDraft(
        code=f"CCSC-{year}-003 ({MARKED})",
        supplier="Mantenimientos del Sur S. A. (empresa inventada)",
        purpose="Mantenimiento preventivo de cámaras y alarmas",
        amount=Decimal("14400.00"),
        starts_on=at.date(),
        days=240,
    )
    line = Line.objects.get(year=year, code=UPKEEP)
    actions.sign_contract(line, draft, by=cast.people["diego"], at=at)


def _order(cast: Cast, *, year: int, at: datetime) -> None:
    contract = Line.objects.get(year=year, code=UPKEEP).contracts.get()
    tasks = (
        ("OT-01", "Revisar las cámaras de los mercados", "CAM-001, CAM-002"),
        ("OT-02", "Cambiar las baterías de las alarmas", "ALA-001, ALA-002, ALA-003"),
    )
    for code, task, devices in tasks:
        draft = OrderDraft(code, task, Decimal("3600.00"), at.date(), devices)
        actions.order_work(contract, draft, by=cast.people["diego"], at=at)


def _pay(cast: Cast, *, year: int, at: datetime) -> None:
    """Both orders are paid; of the second nothing shows that it was done."""
    by = cast.people["diego"]
    contract = Line.objects.get(year=year, code=UPKEEP).contracts.get()
    first, second = contract.orders.order_by("code")
    actions.report_done(first, done_on=at.date(), by=by, at=at)
    title = "Acta de entrega-recepción (ejemplo)"
    actions.add_proof(first, title=title, address="Archivo del consejo", by=by, at=at)
    for number, order in (("CUR-118", first), ("CUR-119", second)):
        draft = PaymentDraft(number, Decimal("3600.00"), at.date(), order)
        actions.enter_payment(contract, draft, by=by, at=at)
