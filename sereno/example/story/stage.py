"""The stage of the story, set from the data files: devices, units and homes."""

from datetime import date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from sereno.example import files
from sereno.example.story.facts import Spot, Stage, Team, Thing

ZONE = ZoneInfo("America/Guayaquil")
BUSY = {  # barrios where more people pass call more often
    "el-sagrario/18-de-noviembre": 3.0,
    "el-sagrario/barrio-central": 2.5,
    "sucre/gran-colombia": 2.4,
    "punzara/tebaida": 2.0,
    "el-valle/san-juan-de-el-valle": 1.8,
    "punzara/sol-de-los-andes": 1.8,
    "carigan/la-banda": 1.6,
    "sucre/menfis": 1.6,
}
RURAL_SHARE = 0.13


def noon(day: date) -> datetime:
    """Acts known by their date alone are told at noon."""
    return datetime.combine(day, time(12), ZONE)


def stage(rng: Random, *, today: date) -> Stage:
    parishes = {row["code"]: row for row in files.table("parishes")}
    kinds = files.document("alert_kinds.json")["kinds"]
    people = files.table("people")
    return Stage(
        things=tuple(_thing(row, parishes, today) for row in files.table("devices")),
        teams=tuple(_teams()),
        homes=tuple(_homes(rng, parishes)),
        neighbours=tuple(
            row["username"] for row in people if row["role"] in {"neighbour", "promoter"}
        ),
        urgencies={kind["code"]: kind["urgency"] for kind in kinds},
        operators=tuple(row["username"] for row in people if row["role"] == "operator"),
    )


def _thing(row: files.Row, parishes: dict[str, files.Row], today: date) -> Thing:
    since = files.moved(row["state_since"], today=today) or today
    accepted = files.moved(row["accepted_on"], today=today)
    return Thing(
        code=row["code"],
        kind=row["kind"],
        channel=row["channel"],
        spot=Spot(
            row["parish"],
            row["barrio"],
            parishes[row["parish"]]["kind"] == "rural",
            float(row["lat"]),
            float(row["lon"]),
        ),
        works_from=noon(accepted) if accepted else None,
        state=row["state"],
        state_since=noon(since),
        cause=row["cause"],
    )


def _teams() -> list[Team]:
    places = {row["code"]: row for row in files.table("places")}
    return [
        Team(
            row["callsign"],
            row["agency"],
            row["zone"] == "rural",
            float(places[row["base"]]["lat"]),
            float(places[row["base"]]["lon"]),
        )
        for row in files.table("units")
    ]


def _homes(rng: Random, parishes: dict[str, files.Row]) -> list[tuple[Spot, float]]:
    """Urban barrios whose seat is known, and the seat of each rural parish, by weight."""
    urban = [
        (
            _home(row, is_rural=False),
            BUSY.get(row["code"], rng.lognormvariate(-0.3, 0.5)),
        )
        for row in files.table("barrios")
        if row["lat"]
    ]
    rural = [row for row in parishes.values() if row["kind"] == "rural"]
    total = sum(weight for _, weight in urban) * RURAL_SHARE / (1 - RURAL_SHARE)
    people = sum(int(row["population_2010"]) for row in rural)
    return urban + [
        (
            _home(row, is_rural=True),
            total * int(row["population_2010"]) / people,
        )
        for row in rural
    ]


def _home(row: files.Row, *, is_rural: bool) -> Spot:
    """The seat of a barrio, or of a rural parish where no barrio's seat is known."""
    parish, barrio = (row["code"], "") if is_rural else (row["parish"], row["code"])
    return Spot(parish, barrio, is_rural, float(row["lat"]), float(row["lon"]), is_rural)
