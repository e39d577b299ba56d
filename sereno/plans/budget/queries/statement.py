"""What a statement would change, worked out before it is kept and again while it is."""

from dataclasses import dataclass

from sereno.plans.budget import rules
from sereno.plans.budget.models import Group, Line, Month, Snapshot


@dataclass(frozen=True)
class Change:
    """A row that can be kept, beside what stands for its line today."""

    row: rules.Row
    line: Line | None
    before: Snapshot | None
    changed: tuple[str, ...]
    breaches: tuple[rules.Breach, ...]

    @property
    def is_new_line(self) -> bool:
        return self.line is None

    @property
    def moved(self) -> list[tuple[str, object, object]]:
        """What was and what would be, of every amount that changes; nothing before the first."""
        if self.before is None:
            return []
        now, was = self.row.amounts.named(), self.before.amounts.named()
        return [(name, was[name], now[name]) for name in self.changed]


@dataclass(frozen=True)
class Preview:
    """Everything a statement would do, and every row that it would not."""

    month: Month | None
    changes: tuple[Change, ...]
    rejects: tuple[rules.Reject, ...]
    absent: tuple[Line, ...]  # lines of the year that the statement says nothing about

    @property
    def kept(self) -> list[Change]:
        return [change for change in self.changes if change.changed]

    @property
    def same(self) -> int:
        return len(self.changes) - len(self.kept)

    @property
    def broken(self) -> list[Change]:
        return [change for change in self.changes if change.breaches]

    @property
    def is_closed(self) -> bool:
        return self.month is not None and self.month.closed_at is not None

    @property
    def total(self) -> dict[str, rules.Amounts | None]:
        """What the rows add to, income and expense apart: to compare with the paper."""
        return {
            kind: rules.total(
                change.row.amounts
                for change in self.changes
                if rules.kind_of(change.row.code) == kind
            )
            for kind in rules.Kind
        }


def preview(text: str, *, year: int, number: int, creates: bool) -> Preview:
    """Read a statement against the budget as it stands; raises ``NoHeader``."""
    statement = rules.read(text)
    month = Month.objects.filter(year=year, number=number).first()
    lines = {line.code: line for line in Line.objects.filter(year=year)}
    standing = Snapshot.objects.standing().filter(month=month) if month else ()
    before = {snapshot.line_id: snapshot for snapshot in standing}
    rejects, changes = list(statement.rejects), []
    for row in statement.rows:
        line = lines.get(row.code)
        why = _reason(row, line, creates=creates)
        if why:
            rejects.append(rules.Reject(row.number, why, "description", "", row.code))
            continue
        was = before.get(line.pk) if line else None
        changes.append(
            Change(
                row,
                line,
                was,
                rules.difference(was.amounts if was else None, row.amounts),
                rules.breaches(row.amounts),
            )
        )
    told = {row.code for row in statement.rows} | {reject.code for reject in rejects}
    return Preview(
        month,
        tuple(changes),
        tuple(sorted(rejects, key=lambda reject: reject.number)),
        tuple(line for code, line in lines.items() if code not in told),
    )


def _reason(row: rules.Row, line: Line | None, *, creates: bool) -> rules.Why | None:
    if line is not None:
        return None
    if not creates:
        return rules.Why.UNKNOWN_LINE
    return None if row.description else rules.Why.MISSING


def group_names() -> dict[str, str]:
    """The groups of the classifier by code, the newest words of each."""
    return {group.code: group.name for group in Group.objects.order_by("starts_on")}
