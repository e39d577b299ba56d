"""The identities of a budget, its totals, and its missing income."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case, amount, words
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.budget_statement import groups_of
from sereno.documents.readers.reading import Finding, Row
from sereno.documents.readers.values.numbers import spanish
from sereno.documents.readers.values.totals import is_total

# What each is: the first two or more, added or taken away.
SUMS: Final = (
    ("codified", (("initial", 1), ("amendments", 1)), "codificado = asignado + reformas"),
    ("uncommitted", (("codified", 1), ("committed", -1)),
     "saldo por comprometer = codificado - comprometido"),
    ("unaccrued", (("codified", 1), ("accrued", -1)),
     "saldo por devengar = codificado - devengado"),
    ("unpaid", (("accrued", 1), ("paid", -1)), "saldo por pagar = devengado - pagado"),
)  # fmt: skip
ORDERS: Final = (
    ("committed", "codified", "lo comprometido no pasa de lo codificado"),
    ("accrued", "codified", "lo devengado no pasa de lo codificado"),
    ("paid", "accrued", "lo pagado no pasa de lo devengado"),
)
TOTALED: Final = ("initial", "amendments", "codified", "committed", "accrued", "paid")
CENT: Final = Decimal("0.01")
FEWEST: Final = 5


def find(case: Case) -> Iterator[Finding]:
    for table in case.reading.tables:
        money = [row for row in table.rows if amount(row, "codified") is not None]
        for row in money:
            yield from identities(row)
            yield from orders(row)
        yield from totals(money)
    if case.reading.kind == "budget_statement":
        yield from income(case)


def identities(row: Row) -> Iterator[Finding]:
    for name, parts, rule in SUMS:
        said = amount(row, name)
        values = [(amount(row, part), sign) for part, sign in parts]
        known = [sign * value for value, sign in values if value is not None]
        if said is None or len(known) < len(parts):
            continue
        right = sum(known, Decimal(0))
        if abs(said - right) > CENT:
            yield broken(row, [name, *(part for part, _sign in parts)], rule, right, said)


def orders(row: Row) -> Iterator[Finding]:
    for small, large, rule in ORDERS:
        part, whole = amount(row, small), amount(row, large)
        if part is not None and whole is not None and part > whole >= 0:
            yield broken(row, [small, large], rule, whole, part)


def broken(row: Row, names: list[str], rule: str, right: Decimal, said: Decimal) -> Finding:
    cells = [place for name in names for place in row.fields[name].source]
    return told("budget-identity", cells, rule=rule, right=spanish(right), said=spanish(said))


def totals(rows: Sequence[Row]) -> Iterator[Finding]:
    """A total is held against the rows since the one before, and against all that add nothing up.

    What agrees with either is right: a total of a group and one of the whole have one name.
    """
    whole: list[Row] = []
    group: list[Row] = []
    below = groups_of(rows)
    for at, lines in below.items():
        yield from total(rows[at], [[rows[line] for line in lines]])
    for row in (row for at, row in enumerate(rows) if at not in below):
        if not is_total(name_of(row)):
            whole.append(row)
            group.append(row)
            continue
        if len(whole) > 1:
            yield from total(row, [group or whole, whole])
        group = []


def total(row: Row, tries: Sequence[Sequence[Row]]) -> Iterator[Finding]:
    for name in TOTALED:
        said = amount(row, name)
        sums = [added for parts in tries if (added := added_up(parts, name)) is not None]
        if said is not None and sums and all(abs(said - right) > CENT for right in sums):
            yield told(
                "subtotal-wrong",
                row.fields[name].source,
                text=name_of(row),
                said=spanish(said),
                right=spanish(sums[0]),
            )


def added_up(rows: Sequence[Row], name: str) -> Decimal | None:
    """None where a row does not say its part."""
    values = [amount(row, name) for row in rows]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def name_of(row: Row) -> str:
    return words(row.fields.get("description")) or words(row.fields.get("code"))


def income(case: Case) -> Iterator[Finding]:
    """Codes of income begin with 1 to 3 in Ecuador's classifier, of spending with 5 to 9."""
    lines = [row for _table, row in case.rows() if "total" not in row.notes]
    codes = [row.fields["code"] for row in lines if "code" in row.fields]
    firsts = [code.text.strip()[:1] for code in codes]
    if len(firsts) >= FEWEST and all(one in "56789" for one in firsts if one.isdigit()):
        cells = [place for code in codes for place in code.source[:1]]
        yield told("no-income-rows", cells, rows=str(len(codes)))
