"""Sets the scene of a journey in an installation of its own: run as a program, in its settings.

A small council: a barrio, a patrol, one person of each role with the password
«la clave de <name>», five calls for help answered earlier today, and a
published plan that promises how soon the first unit arrives.
"""

import os
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sereno.people.models import Person
    from sereno.territory.models import Barrio

INDICATOR = "minutos-hasta-que-llega-ayuda"


@dataclass(frozen=True)
class Staff:
    rosa: "Person"  # operates
    carmen: "Person"  # plans and measures
    diego: "Person"  # keeps the money and reviews
    elena: "Person"  # directs
    irene: "Person"  # lives in Jipiro


def set_scene(at: datetime) -> None:
    barrio = settle()
    staff = gather(barrio)
    answer_earlier_calls(staff, at - timedelta(hours=3))
    promise(staff, at)


def settle() -> "Barrio":
    from sereno.alerts.models import AlertKind
    from sereno.incidents.actions import add_unit
    from sereno.territory.models import Barrio, Canton, Parish, Place
    from tests.people.cast import AT

    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    barrio = Barrio.objects.create(parish=parish, name="Jipiro", latitude=-3.97, longitude=-79.2)
    base = Place.objects.create(
        kind="park",
        name="Parque Jipiro",
        parish=parish,
        barrio=barrio,
        latitude=-3.975,
        longitude=-79.2,
    )
    AlertKind.objects.update_or_create(
        code="panic",
        defaults={
            "name": "Botón de pánico",
            "urgency": "life",
            "device_codes": ["panic"],
            "questions": ["¿Hay personas heridas?"],
            "steps": ["Envíe la patrulla más próxima."],
            "starts_on": date(2024, 1, 1),
        },
    )
    add_unit("UPC-01", agency="police", base=base, by=None, at=AT)
    return barrio


def gather(barrio: "Barrio") -> Staff:
    from sereno.people.models import Person
    from sereno.people.rules import Role
    from tests.people.cast import enrol

    irene = enrol("Irene", Role.NEIGHBOUR)
    Person.objects.filter(pk=irene.pk).update(barrio=barrio)
    return Staff(
        rosa=enrol("Rosa", Role.OPERATOR),
        carmen=enrol("Carmen", Role.PLANNER),
        diego=enrol("Diego", Role.FINANCE),
        elena=enrol("Elena", Role.DIRECTOR),
        irene=irene,
    )


def answer_earlier_calls(staff: Staff, at: datetime) -> None:
    """Five of them, each with its own press: fewer would be too few to publish."""
    from sereno.alerts import actions as alerts
    from sereno.alerts.actions import Frame
    from sereno.alerts.intake import READERS
    from sereno.alerts.rules import Class
    from sereno.incidents import actions as incidents
    from sereno.incidents.models import Dispatch, Unit

    unit = Unit.objects.get()
    for turn in range(5):
        begins = at + timedelta(minutes=20 * turn)
        raw = b'{"token": "earlier-%d"}' % turn
        (signal,) = alerts.keep([Frame("neighbour", raw, begins, caller=staff.irene.pk)])
        alert = alerts.understand(signal, READERS["neighbour"])
        assert alert is not None
        incident = incidents.take(alert, by=staff.rosa, at=begins + timedelta(seconds=20))
        sent = begins + timedelta(seconds=50)
        incidents.send(incident, unit, by=staff.rosa, at=sent)
        dispatch = Dispatch.objects.get(incident=incident)
        arrived = begins + timedelta(minutes=5 + turn)
        incidents.arrive(dispatch, by=staff.rosa, at=arrived)
        incidents.classify(incident, Class.REAL, by=staff.rosa, at=arrived)
        incidents.close(incident, "attended", by=staff.rosa, at=arrived + timedelta(minutes=4))


def promise(staff: Staff, at: datetime) -> None:
    from django.utils.timezone import localdate

    from sereno.plans import actions, rules

    year = localdate(at).year
    starts, ends = date(year, 1, 1), date(year, 12, 31)
    target = rules.TargetDraft("quantity", starts, ends, Decimal(8), source_words="8 minutos")
    indicator = rules.IndicatorDraft(
        slug=INDICATOR,
        name="Minutos hasta que llega ayuda",
        unit="min",
        direction="fall",
        source="incidents.minutes_to_arrive",
        formula="median",
        baseline=Decimal(12),
        targets=(target,),
    )
    project = rules.ProjectDraft(
        "Respuesta temprana", "Dirección Ejecutiva", starts, ends, indicators=(indicator,)
    )
    objective = rules.ObjectiveDraft("Llegar a tiempo", (), (project,))
    plan = actions.draft_plan(
        rules.PlanDraft(
            "yearly",
            "plan-del-ano",
            "Plan del año",
            starts,
            ends,
            components=(rules.ComponentDraft("Respuesta", (objective,)),),
        ),
        by=staff.carmen,
        at=at,
    )
    actions.publish_plan(plan, by=staff.elena, at=at)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    django.setup()
    from django.utils import timezone

    set_scene(timezone.now())
