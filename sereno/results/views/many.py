"""Many numbers at once: pasted or sent as a file, looked at row by row, the good ones kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.people.guards import Request, may
from sereno.plans.rules import Kind
from sereno.results.actions.table import Kept, Outcome, report_table, try_table
from sereno.results.forms import TableForm
from sereno.results.queries.table import meant, reportable
from sereno.results.rules.table import NoHeader, Table, read
from sereno.results.views.many_words import column_words, faulty, unread
from sereno.results.views.refusals import said
from sereno.web import tables
from sereno.web.downloads import download


@dataclass(frozen=True)
class Reject:
    """A row that was not taken: where, what it said, why and what to do."""

    number: int
    column: str
    text: str
    why: str


@dataclass(frozen=True)
class Seen:
    """A table with what became, or would become, of each of its rows."""

    table: Table
    kept: Sequence[Kept]
    rejects: list[Reject]

    @property
    def left(self) -> str:
        """The rows that were not taken, as they came, to be mended and sent again."""
        rows = [self.table.header, *(self.table.raw[one.number] for one in self.rejects)]
        return "\n".join("\t".join(row) for row in rows)


@may("measurement.take")
def table(request: Request) -> HttpResponse:
    """Nothing is kept before the second step; what was refused stays on the page."""
    form = TableForm(request.POST or None, request.FILES or None)
    seen = None
    done = False
    if form.is_valid():
        asked = request.POST.get("do", "")
        try:
            written = read(form.cleaned_data["text"])
            if written.raw:
                seen = _seen(request, written, keep=asked == "accept")
            else:
                form.add_error(None, _("Vinieron solo los títulos: falta una fila debajo."))
        except NoHeader as fault:
            names = ", ".join(column_words(name).lower() for name in fault.missing)
            form.add_error(
                None,
                _("La primera fila debe decir las columnas. Faltan: %(names)s.") % {"names": names},
            )
        else:
            if asked == "rejects" and seen:
                return _rejects(seen)
            done = asked == "accept"
    if done and seen:
        _tell(request, seen)
    context = {"form": form, "seen": seen, "done": done, "year": timezone.localdate().year}
    return render(request, "results/table.html", context, status=422 if form.errors else 200)


def _seen(request: Request, written: Table, *, keep: bool) -> Seen:
    at = timezone.now()
    drafts, lost = meant(written.lines, at=at)
    report = report_table if keep else try_table
    outcome: Outcome = report(drafts, by=request.user, at=at)
    rejects = [
        *(
            Reject(one.number, column_words(one.column), one.text, unread(one.why))
            for one in written.unread
        ),
        *(Reject(one.number, column_words(one.column), one.said, faulty(one)) for one in lost),
        *(Reject(one.draft.number, "", "", said(one.because)) for one in outcome.refused),
    ]
    return Seen(written, outcome.kept, sorted(rejects, key=lambda one: one.number))


def _tell(request: Request, seen: Seen) -> None:
    kept = len(seen.kept)
    if kept:
        words = ngettext(
            "%(count)d número quedó en borrador. Falta que otra persona lo revise.",
            "%(count)d números quedaron en borrador. Falta que otra persona los revise.",
            kept,
        )
        messages.success(request, words % {"count": kept})
    if seen.rejects:
        words = ngettext(
            "%(count)d fila no se registró: está abajo, con su razón.",
            "%(count)d filas no se registraron: están abajo, cada una con su razón.",
            len(seen.rejects),
        )
        messages.warning(request, words % {"count": len(seen.rejects)})


def _rejects(seen: Seen) -> HttpResponse:
    """The rejected rows as they came, with number and reason beside them."""
    width = max([len(seen.table.header), *(len(row) for row in seen.table.raw.values())])
    head = [_("Fila"), *seen.table.header, *[""] * (width - len(seen.table.header))]
    rows = []
    for one in seen.rejects:
        raw = seen.table.raw[one.number]
        why = f"{one.column}: {one.why}" if one.column else one.why
        rows.append([str(one.number), *raw, *[""] * (width - len(raw)), why])
    return download(
        tables.written([[*head, _("Por qué no se registró")], *rows]), "filas-no-registradas.csv"
    )


@may("measurement.take")
def template(request: Request) -> HttpResponse:
    """What can be reported in a year, one row a target, to be filled in a spreadsheet."""
    today = timezone.localdate()
    asked = request.GET.get("anio", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= 2100 else today.year
    head = [column_words(name) for name in ("target", "indicator", "parish")]
    head += [_("Período"), _("Se prometió"), _("Unidad"), _("Cómo se llena")]
    head += [column_words(name) for name in ("until", "value", "part", "whole", "note", "link")]
    rows = []
    for target in reportable(year, today=today):
        until = min(today, target.ends_on)
        size = str(target.universe_size or "") if target.is_told_by_parts else ""
        rows.append(
            [
                str(target.pk),
                target.indicator.name,
                target.parish.name if target.parish else "",
                f"{target.starts_on:%d/%m/%Y} - {target.ends_on:%d/%m/%Y}",
                target.said,
                target.indicator.unit,
                _how(target.kind, by_parts=target.is_told_by_parts),
                f"{until:%d/%m/%Y}",
                *("", "", size, "", ""),
            ]
        )
    if request.GET.get("forma") == "csv":
        return download(tables.written([head, *rows]), f"mediciones-{year}.csv")
    widths = [8, 44, 16, 24, 28, 14, 30, 12, 12, 12, 12, 30, 30]
    book = tables.workbook_of(head, rows, name=str(year), widths=widths)
    return download(book, f"mediciones-{year}.xlsx")


def _how(kind: str, *, by_parts: bool) -> str:
    if by_parts:
        return _("numerador y denominador, o «8 de 9» en valor")
    return {
        Kind.MILESTONE.value: _("cumplido o pendiente"),
        Kind.SCALE.value: _("la palabra de la escala"),
        Kind.FREQUENCY.value: _("cuántas veces, desde el inicio"),
    }.get(kind, _("un número, desde el inicio"))
