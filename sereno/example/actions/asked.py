"""The acts by which people of the example asked, were answered, and the year was accounted for."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from sereno.assemblies import actions
from sereno.assemblies.models import Advance, AnswerTime, Commitment, Deliberation, Matter, Process
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import (
    AdvanceDraft,
    AttendanceDraft,
    DeliberationDraft,
    MatterDraft,
    ProofDraft,
    SuggestionDraft,
)
from sereno.example import files
from sereno.example.cast import Cast
from sereno.example.story.stage import noon
from sereno.example.timeline import Act
from sereno.plans.models import OrgUnit, Project

Page = dict[str, Any]
When = Callable[[date], datetime]
SEXES, PEOPLES = ("women", "men"), ("mestizo", "indigenous", "afro")
EVIDENCE = "https://example.org/evidencia"  # a name that is kept for examples, of nobody
HALF_YEAR = 7
UNIT = "Dirección Ejecutiva"


def ask(cast: Cast, *, today: date, latest: datetime) -> list[Act]:
    """What people asked at the deliberation of 2024 and since, each act when its time comes."""
    page: Page = files.document("asked.json")

    def when(day: date) -> datetime:
        return min(max(noon(day), cast.founded_at), latest)

    met = date.fromisoformat(page["deliberation"]["held_on"])
    read, answered = met + timedelta(days=20), date(2025, 7, 1)
    acts = [
        Act(when(date(2024, 1, 1)), partial(_time, cast, page["answer_time"])),
        Act(when(met), partial(_meet, cast, page)),
    ]
    for matter in page["matters"]:
        acts.append(Act(when(read), partial(_gather, cast, matter, page)))
        acts.append(Act(when(answered), partial(_answer, cast, matter, page["plan"])))
    for matter in page["matters"]:
        if matter["advance"]:
            day = date.fromisoformat(matter["advance"]["as_of"])
            acts.append(Act(when(day), partial(_advance, cast, matter)))
    for one in page["waiting"]:
        day = today - timedelta(days=one["days_ago"])
        acts.append(Act(when(day), partial(_receive, one["text"], one["channel"], one["code"])))
    return acts + _process(cast, page["process"], today=today, when=when)


def _time(cast: Cast, said: Page, *, at: datetime) -> None:
    starts_on, by = date.fromisoformat(said["from"]), cast.people["carmen"]
    if AnswerTime.objects.filter(starts_on__gte=starts_on).exists():
        return  # a council that was prepared before has one already
    actions.add_answer_time(said["days"], starts_on=starts_on, source=said["source"], by=by, at=at)


def _meet(cast: Cast, page: Page, *, at: datetime) -> None:
    said, carmen = page["deliberation"], cast.people["carmen"]
    held_on = min(date.fromisoformat(said["held_on"]), at.date())
    draft = DeliberationDraft(said["year"], said["kind"], said["title"], said["place"], held_on)
    met = actions.call(draft, by=carmen, at=at)
    heads = AttendanceDraft(
        by_sex={name: said[name] for name in SEXES},
        by_people={name: said[name] for name in PEOPLES},
    )
    actions.count(met, heads, by=carmen, at=at, today=held_on)
    actions.keep_minutes(met, ProofDraft("Acta inventada", EVIDENCE), by=carmen, at=at)
    if met.minutes:
        actions.verify_proof(met.minutes, works=True, by=cast.people["elena"], at=at)
    for matter in page["matters"]:
        for number, text in enumerate(matter["asked"]):
            followed = matter["title"] == page["followed"]["matter"] and number == 0
            code = page["followed"]["code"] if followed else new_code()
            _receive(text, "table", code, at=at, cast=cast, met=met)


def _receive(
    text: str,
    channel: str,
    code: str,
    *,
    at: datetime,
    cast: Cast | None = None,
    met: Deliberation | None = None,
) -> None:
    by = cast.people["nube"] if cast else None
    draft = SuggestionDraft(text, channel)
    actions.receive(draft, code=code, by=by, at=at, deliberation=met)


def _gather(cast: Cast, matter: Page, page: Page, *, at: datetime) -> None:
    met = Deliberation.objects.get(title=page["deliberation"]["title"])
    suggestions = list(met.suggestions.filter(text__in=matter["asked"]))
    title: str = matter["title"]
    words = f"Lo que se pidió en la deliberación: {title[:1].lower()}{title[1:]}."
    draft = MatterDraft(title, words, met.year)
    opened = actions.open_matter(draft, suggestions, by=cast.people["carmen"], at=at)
    for number in range(matter["supports"]):
        actions.support(opened, voice=f"voz-de-ejemplo-{number}", at=at)


def _answer(cast: Cast, matter: Page, plan: str, *, at: datetime) -> None:
    asked, carmen = Matter.objects.get(title=matter["title"]), cast.people["carmen"]
    if not matter["project"]:
        refusal = actions.propose_no(asked, matter["no"], by=carmen, at=at)
        actions.confirm_no(refusal, by=cast.people["elena"], at=at)
        return
    project = Project.objects.get(name=matter["project"], objective__component__plan__slug=plan)
    indicator = project.indicators.first()
    actions.commit(
        asked,
        matter["commitment"],
        project=project,
        indicator=indicator,
        target=indicator.targets.first() if indicator else None,
        responsible=project.responsible,
        due_on=project.ends_on,
        on_paper=True,
        by=carmen,
        at=at,
    )


def _advance(cast: Cast, matter: Page, *, at: datetime) -> Advance:
    said, carmen = matter["advance"], cast.people["carmen"]
    percent = Decimal(said["percent"]) if said["percent"] else None
    shown = ProofDraft(f"Informe inventado: {matter['title']}", EVIDENCE)
    as_of = min(date.fromisoformat(said["as_of"]), at.date())
    advance = actions.note_advance(
        Commitment.objects.get(matter__title=matter["title"]),
        AdvanceDraft(as_of, said["result"], percent),
        by=carmen,
        at=at,
        today=as_of,
        proof=actions.add_proof(shown, by=carmen, at=at) if percent else None,
    )
    actions.confirm_advance(advance, by=cast.people["elena"], at=at)
    return advance


def _process(cast: Cast, said: Page, *, today: date, when: When) -> list[Act]:
    """The last account whose phases have all had their time; its last phase is still open."""
    year = today.year - 1 if today.month >= HALF_YEAR else today.year - 2
    starts, meets = date(year + 1, 1, 15), date.fromisoformat(f"{year + 1}-{said['deliberation']}")

    def start(*, at: datetime) -> None:
        actions.load_steps(by=cast.people["carmen"], at=at)
        actions.open_process(
            year,
            entity=said["entity"],
            calendar=said["calendar"],
            deliberation_on=meets,
            by=cast.people["carmen"],
            at=at,
        )

    ends = [(1, date(year + 1, 3, 20)), (2, date(year + 1, 4, 28)), (3, date(year + 1, 6, 8))]
    closing = [Act(when(day), partial(_close, cast, year, phase)) for phase, day in ends]
    told = Act(when(date(year + 1, 6, 25)), partial(_tell, cast, year, said["open_phase"]))
    return [Act(when(starts), start), *closing, told]


def _close(cast: Cast, year: int, phase: int, *, at: datetime) -> None:
    process = Process.objects.get(year=year)
    for record in process.records.filter(step__phase=phase).select_related("step"):
        _tell_step(cast, record, at=at)
    actions.close_phase(process, phase, by=cast.people["carmen"], at=at)


def _tell(cast: Cast, year: int, phase: int, *, at: datetime) -> None:
    """The first step of a phase that is under way."""
    records = Process.objects.get(year=year).records.filter(step__phase=phase)
    _tell_step(cast, records.select_related("step").order_by("step__position")[0], at=at)


def _tell_step(cast: Cast, record: Any, *, at: datetime) -> None:
    carmen, today = cast.people["carmen"], at.date()
    actions.tell_step(
        record,
        done_on=min(record.due_on or today, today),
        responsible=OrgUnit.objects.filter(name=UNIT).first(),
        by=carmen,
        at=at,
        today=today,
    )
    shown = ProofDraft(f"{record.step.record} (inventado)", EVIDENCE)
    proof = actions.add_proof(shown, step=record, by=carmen, at=at)
    actions.verify_proof(proof, works=True, by=cast.people["elena"], at=at)
