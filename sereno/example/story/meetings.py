"""What the council of the story did with the barrios and with other institutions."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from sereno.example.story.facts import Meeting, Stage

EVERY_DAYS = 15  # as the plan promises
MISSED = {7, 18}
CANCELLED = {4, 13, 21}
PARTNERS = "Policía Nacional, Agentes de Control Municipal, Comisaría Municipal, Intendencia"
REASONS = (
    "La Policía tuvo que atender otra emergencia",
    "Lluvia fuerte y vía cerrada",
    "Coincidió con un acto público",
)
TRAININGS = (
    ("Prevención y uso de la alarma comunitaria", "Cuerpo de Bomberos, Policía Nacional", 18, 55),
    ("Líderes estudiantiles de seguridad", "Ministerio de Educación", 22, 40),
    ("Gestión de riesgos en el barrio", "Cuerpo de Bomberos", 15, 45),
    ("Qué hacer ante la violencia en casa", "Junta Cantonal de Protección de Derechos", 12, 35),
)


def draw(rng: Random, stage: Stage, *, starts_at: datetime, ends_at: datetime) -> list[Meeting]:
    """Joint operations every fifteen days, and what lies between them; some of it in the future."""
    found = [
        *_operations(rng, stage, starts_at, ends_at),
        *_trainings(rng, stage, starts_at, ends_at),
        *_others(rng, stage, starts_at, ends_at),
    ]
    return sorted(found, key=lambda meeting: meeting.planned_at)


def _operations(rng: Random, stage: Stage, starts_at: datetime, ends_at: datetime) -> list[Meeting]:
    found = []
    number, day = 0, starts_at + timedelta(days=6)
    while day < ends_at + timedelta(days=2 * EVERY_DAYS):
        number += 1
        parish, barrio = _spot(rng, stage, rural=number % 6 == 0)
        planned_for = day + timedelta(hours=rng.choice((18, 19, 20, 21)))
        planned = Meeting(
            "joint_operation",
            f"Operativo conjunto {number}",
            parish,
            barrio,
            PARTNERS,
            planned_for,
            planned_at=day - timedelta(days=5, hours=-10),
            planned_by="marta",
        )
        day += timedelta(days=EVERY_DAYS)
        if planned.planned_at >= ends_at:
            break
        if planned_for + timedelta(hours=4) >= ends_at or number in MISSED:
            found.append(planned)
        elif number in CANCELLED:
            found.append(
                replace(
                    planned,
                    cancelled_at=planned_for - timedelta(hours=rng.uniform(3, 20)),
                    cancelled_because=rng.choice(REASONS),
                )
            )
        else:
            late = timedelta(minutes=rng.choice((0, 5, 10, 20)))
            people = rng.randint(14, 46)
            found.append(replace(planned, held_at=planned_for + late, attendance=people))
    return found


def _trainings(rng: Random, stage: Stage, starts_at: datetime, ends_at: datetime) -> list[Meeting]:
    found = []
    day = starts_at + timedelta(days=10)
    while day < ends_at + timedelta(days=20):
        title, partners, low, high = rng.choice(TRAININGS)
        parish, barrio = _spot(rng, stage, rural=rng.random() < 0.2)
        planned_for = day + timedelta(hours=rng.choice((10, 15, 18)))
        planned_at = day - timedelta(days=14, hours=-9)
        if planned_at >= ends_at:
            break
        happened = planned_for + timedelta(hours=3) < ends_at and rng.random() < 0.9
        found.append(
            Meeting(
                "training",
                title,
                parish,
                barrio,
                partners,
                planned_for,
                max(planned_at, starts_at + timedelta(hours=9)),
                "nube" if rng.random() < 0.3 else "carmen",
                held_at=planned_for if happened else None,
                attendance=rng.randint(low, high) if happened else None,
            )
        )
        day += timedelta(days=rng.randint(9, 19))
    return found


def _others(rng: Random, stage: Stage, starts_at: datetime, ends_at: datetime) -> list[Meeting]:
    found = []
    for month in range(12):
        day = starts_at + timedelta(days=17 + 30 * month)
        drill = month % 3 == 1
        parish, barrio = _spot(rng, stage, rural=False)
        planned_for = day + timedelta(hours=16)
        if planned_for + timedelta(hours=3) >= ends_at:
            continue
        found.append(
            Meeting(
                "drill" if drill else "round_table",
                "Simulacro con la alarma comunitaria" if drill else "Mesa de seguridad barrial",
                parish,
                barrio,
                "Cuerpo de Bomberos" if drill else "Directiva del barrio, Policía Nacional",
                planned_for,
                day - timedelta(days=12, hours=-11),
                "carmen",
                held_at=planned_for,
                attendance=rng.randint(20, 90) if drill else rng.randint(9, 28),
            )
        )
    return found


def _spot(rng: Random, stage: Stage, *, rural: bool) -> tuple[str, str]:
    spots = [spot for spot, _ in stage.homes if spot.is_rural == rural]
    chosen = rng.choice(spots)
    return chosen.parish, chosen.barrio
