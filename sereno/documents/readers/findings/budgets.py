"""The identities of a budget, its totals, and its missing income."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case, amount, words
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.reading import Finding, Row
from sereno.documents.readers.values.numbers import spanish

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


def is_total(row: Row) -> bool:
    name = plain(words(row.fields.get("description")) or words(row.fields.get("code")))
    return name.startswith(("total", "suma total"))


def totals(rows: Sequence[Row]) -> Iterator[Finding]:
    """The last row, where it calls itself a total and no other does."""
    if len(rows) < 3 or not is_total(rows[-1]) or any(is_total(row) for row in rows[:-1]):
        return
    for name in TOTALED:
        said = amount(rows[-1], name)
        values = [amount(row, name) for row in rows[:-1]]
        known = [value for value in values if value is not None]
        right = sum(known, Decimal(0))
        if said is not None and len(known) == len(values) and abs(said - right) > CENT:
            yield told(
                "subtotal-wrong",
                rows[-1].fields[name].source,
                text=name_of(rows[-1]),
                said=spanish(said),
                right=spanish(right),
            )


def name_of(row: Row) -> str:
    return words(row.fields.get("description")) or words(row.fields.get("code"))


def income(case: Case) -> Iterator[Finding]:
    """Codes of income begin with 1 to 3 in Ecuador's classifier, of spending with 5 to 9."""
    codes = [row.fields["code"] for _table, row in case.rows() if "code" in row.fields]
    firsts = [code.text.strip()[:1] for code in codes]
    if len(firsts) >= FEWEST and all(one in "56789" for one in firsts if one.isdigit()):
        cells = [place for code in codes for place in code.source[:1]]
        yield told("no-income-rows", cells, rows=str(len(codes)))
