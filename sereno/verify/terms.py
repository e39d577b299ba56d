"""Whether what everything is judged by is what was said: bands, times, kinds of alert, terms."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model

from sereno.assemblies.models import AnswerTime
from sereno.logbook.models import Entry
from sereno.logbook.rules import seal_of_words
from sereno.plans.budget.models import TermsInForce
from sereno.results.models import BandScheme
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, gone, told, unsigned

LOADED, DESCRIBED, TIMED = "alert.catalogues_loaded", "alert.kind_described", "alert.times_set"

# Of the room of operations by name, for a council may keep its accounts without one.
AlertKind: type[Any] = apps.get_model("alerts", "AlertKind")
TimeTarget: type[Any] = apps.get_model("alerts", "TimeTarget")
Kept = TypeVar("Kept", bound=Model)


def faults() -> Iterator[Fault]:
    yield from _each(BandScheme, "bands.set", "Las bandas de cumplimiento", _bands)
    yield from _each(AnswerTime, "answer.time_added", "El plazo para responder", _days)
    yield from _each(TermsInForce, "budget.terms_set", "Los umbrales del presupuesto", _terms)
    yield from _each(AlertKind, DESCRIBED, "La clase de alerta", _card, others=True)
    yield from _times()
    yield from _loaded()


def _each(
    model: type[Kept],
    event: str,
    word: str,
    says: Callable[[Kept, Entry], bool],
    *,
    others: bool = False,
) -> Iterator[Fault]:
    """Every row beside the line that tells of it; ``others`` came with a catalogue."""
    lines = told(event)
    for row in model._default_manager.order_by("pk"):
        about = lines.pop(f"{model._meta.model_name}:{row.pk}", [])
        what = f"{word} {row.pk}"
        if not about:
            if not others:
                yield Fault(what, "ninguna línea de la bitácora lo cuenta")
            continue
        if isinstance(row, BandScheme | TermsInForce):
            yield from unsigned(what, Signed("fijado", row.set_at, row.set_by_id), about[-1])
        if not says(row, about[-1]):
            yield Fault(what, f"no es lo que dice la línea {about[-1].number}")
    yield from gone(word, lines)


def _bands(row: BandScheme, line: Entry) -> bool:
    return line.data.get("seal", "") in {"", row.seal}


def _days(row: AnswerTime, line: Entry) -> bool:
    since = line.data.get("since", "")
    return line.data["days"] == row.days and since in {"", row.starts_on.isoformat()}


def _terms(row: TermsInForce, line: Entry) -> bool:
    said = [Decimal(line.data[name]) for name in ("behind_time", "behind_programming")]
    is_same = said == [row.behind_time, row.behind_programming]
    return is_same and line.data["second"] == row.second


def _card(row: Any, line: Entry) -> bool:
    return line.data.get("seal", "") in {"", seal_of_words(row.said)}


def _times() -> Iterator[Fault]:
    """What stands since a day that a line names is what that line says."""
    rows: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for row in TimeTarget.objects.order_by("pk"):
        rows[(row.urgency, row.kind, row.zone)].append(row)
    newest = {(*_where(line), line.data["since"]): line for line in _of_times()}
    for (*where, since), line in newest.items():
        standing = {
            row.step: row.seconds
            for row in rows[tuple(where)]
            if row.starts_on.isoformat() <= since
            and (row.ends_on is None or row.ends_on.isoformat() > since)
        }
        steps = TimeTarget.Step.values
        said = {step: line.data[step] for step in steps if line.data[step] is not None}
        if standing != said:
            what = f"Los tiempos de {' '.join(word for word in where if word)} desde {since}"
            yield Fault(what, f"no son los que dice la línea {line.number}")


def _loaded() -> Iterator[Fault]:
    """What came with a catalogue, and no line tells by itself, in the order in which it came."""
    described = told(DESCRIBED)
    said = {(*_where(line), line.data["since"]) for line in _of_times()}
    kinds = [
        row for row in AlertKind.objects.order_by("pk") if f"alertkind:{row.pk}" not in described
    ]
    times = [
        row
        for row in TimeTarget.objects.order_by("pk")
        if (row.urgency, row.kind, row.zone, row.starts_on.isoformat()) not in said
    ]
    loads = [line for about in told(LOADED).values() for line in about]
    for line in sorted(loads, key=lambda one: one.number):
        came = kinds[: line.data["kinds"]] + times[: line.data["times"]]
        kinds, times = kinds[line.data["kinds"] :], times[line.data["times"] :]
        if line.data.get("seal", "") not in {"", seal_of_words([row.said for row in came])}:
            what = "Las clases de alerta y los tiempos que venían propuestos"
            yield Fault(what, f"no son los que se cargaron en la línea {line.number}")
    left = [f"La clase de alerta {row.pk}" for row in kinds]
    for what in (*left, *(f"El tiempo de respuesta {row.pk}" for row in times)):
        yield Fault(what, "ninguna línea de la bitácora lo cuenta")


def _of_times() -> list[Entry]:
    lines = [line for about in told(TIMED).values() for line in about]
    return sorted(lines, key=lambda one: one.number)


def _where(line: Entry) -> tuple[str, str, str]:
    return line.data["urgency"], line.data["kind"], line.data["zone"]
