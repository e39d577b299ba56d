"""Loading the example council of Loja, once: its data, its year of history and its figures."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from sereno.example import story
from sereno.example.actions import (
    accounts,
    activities,
    asked,
    budget,
    council,
    devices,
    earlier,
    elsewhere,
    operations,
    past,
    people,
    plans,
    territory,
)
from sereno.example.cast import Cast
from sereno.example.timeline import play
from sereno.territory.models import Canton

FOUNDED_BEFORE = timedelta(days=12 * 365 + 30)


@dataclass(frozen=True)
class Loaded:
    """What the loader did; ``is_new`` is false where a council was there already."""

    is_new: bool
    alerts: int = 0
    incidents: int = 0
    figures: int = 0

    def __str__(self) -> str:
        if not self.is_new:
            return _("Ya hay un consejo en esta base de datos: no se cambió nada.")
        return _(
            "Se cargó el Consejo de ejemplo: %(alerts)d alertas, %(incidents)d incidentes y "
            "%(figures)d cifras publicadas."
        ) % {"alerts": self.alerts, "incidents": self.incidents, "figures": self.figures}


@transaction.atomic
def load(*, at: datetime) -> Loaded:
    """Load everything, or nothing where a council is already there."""
    if Canton.objects.exists():
        return Loaded(is_new=False)
    _scene, told = story.tell(at)
    starts_at, today = story.period(at)
    cast = Cast(founded_at=today - FOUNDED_BEFORE)
    territory.settle(cast)
    people.gather(cast)
    lines = devices.install(cast, told.outages, at=at, today=today.date())
    operations.equip(cast)
    plans.equip(cast)
    lines += past.answer_calls(cast, told.cases)
    lines += past.meet(cast, told.meetings)
    play(
        lines,
        [
            *council.settle(cast, latest=today),
            *elsewhere.spend(cast, latest=today),
            *plans.promise(cast, today=today.date(), latest=today),
            *earlier.tell(cast, latest=today),
            *asked.ask(cast, today=today.date(), latest=today),
            *activities.tell(cast, today=today.date()),
            *accounts.look_back(cast, starts_at=starts_at, ends_at=today),
            *budget.spend(cast, today=today.date()),
        ],
    )
    figures = accounts.account(cast, told, at=at)
    return Loaded(
        is_new=True,
        alerts=sum(case.cry is not None for case in told.cases),
        incidents=len(told.cases),
        figures=figures,
    )
