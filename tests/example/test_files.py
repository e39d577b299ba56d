"""The data of the example names nothing it does not know, and says how sure it is."""

from collections import Counter
from datetime import date, timedelta

import pytest
from shapely.geometry import Point, shape

from sereno.alerts.rules import Urgency
from sereno.devices.models import Device
from sereno.devices.rules import Cause, State
from sereno.example import drafts, files
from sereno.example.actions.elsewhere import SERVED
from sereno.incidents.models import Unit
from sereno.people.rules import Role
from sereno.plans.models import Indicator, Plan, Target
from sereno.territory.models import Parish, Place

PARISHES = {row["code"]: row for row in files.table("parishes")}
BARRIOS = {row["code"]: row for row in files.table("barrios")}
PLACES = {row["code"]: row for row in files.table("places")}
DEVICES = {row["code"]: row for row in files.table("devices")}
PLANS = drafts.pages()
CATALOGUES = {one["code"]: one for one in files.document("catalogues.json")["catalogues"]}


def indicators() -> list[dict[str, object]]:
    return [
        indicator
        for plan in PLANS
        for component in plan["components"]
        for objective in component["objectives"]
        for project in objective["projects"]
        for indicator in project["indicators"]
    ]


def test_the_canton_has_six_urban_and_thirteen_rural_parishes() -> None:
    kinds = Counter(row["kind"] for row in PARISHES.values())
    assert kinds == {Parish.Kind.URBAN: 6, Parish.Kind.RURAL: 13}
    assert {row["name"] for row in PARISHES.values() if not row["dpa_code"]} == {
        "Punzara",
        "Carigán",
    }


def test_no_code_is_given_twice() -> None:
    for name in ("parishes", "barrios", "places", "devices"):
        codes = Counter(row["code"] for row in files.table(name))
        assert not [code for code, times in codes.items() if times > 1]


def test_everything_lies_within_the_outline_of_the_canton() -> None:
    canton = shape(files.document("canton.geojson")["features"][0]["geometry"])
    rows = [*PARISHES.values(), *BARRIOS.values(), *PLACES.values(), *DEVICES.values()]
    astray = [
        row["code"]
        for row in rows
        if row["lat"] and not canton.contains(Point(float(row["lon"]), float(row["lat"])))
    ]
    assert astray == []


def test_every_seat_says_that_it_is_approximate() -> None:
    assert {row["seat_precision"] for row in PARISHES.values()} == {"approximate"}
    assert all(row["seat_precision"] == "approximate" for row in BARRIOS.values() if row["lat"])
    assert {row["precision"] for row in PLACES.values()} == {"approximate"}


def test_a_population_nobody_knows_is_empty_and_not_zero() -> None:
    for row in PARISHES.values():
        assert (row["population_basis"] == "unknown") == (row["population_2010"] == "")


def test_barrios_places_and_devices_name_parishes_that_exist() -> None:
    assert {row["parish"] for row in BARRIOS.values()} <= set(PARISHES)
    for row in [*PLACES.values(), *DEVICES.values()]:
        assert row["parish"] in PARISHES
        assert row["barrio"] == "" or BARRIOS[row["barrio"]]["parish"] == row["parish"]
    assert {row["place"] for row in DEVICES.values()} - {""} <= set(PLACES)


def test_there_are_enough_places_of_each_kind() -> None:
    kinds = Counter(row["kind"] for row in PLACES.values())
    assert set(kinds) <= set(Place.Kind)
    assert kinds["park"] >= 20
    assert kinds["market"] >= 4
    assert kinds["square"] >= 6
    assert kinds["school"] >= 8


def test_there_are_devices_of_every_kind_and_state() -> None:
    assert {row["kind"] for row in DEVICES.values()} == set(Device.Kind.values)
    assert {row["state"] for row in DEVICES.values()} == set(State) - {State.REFUSED}
    out = [row for row in DEVICES.values() if row["state"] == State.OUT]
    assert {row["cause"] for row in out} <= set(Cause)
    assert all(row["cause"] for row in out)


def test_half_of_the_cameras_are_past_their_life() -> None:
    cameras = [row for row in DEVICES.values() if row["kind"] == Device.Kind.CAMERA]
    past = [row for row in cameras if row["end_of_life_on"] < files.WRITTEN_ON.isoformat()]
    assert len([row for row in past if row["end_of_life_on"]]) == len(cameras) / 2


def test_the_life_of_a_device_goes_forward() -> None:
    for row in DEVICES.values():
        dates = [row[name] for name in ("requested_on", "installed_on", "accepted_on") if row[name]]
        assert dates == sorted(dates), row["code"]
        assert row["state_since"] >= dates[-1], row["code"]


def test_a_date_moves_with_the_calendar() -> None:
    later = files.WRITTEN_ON + timedelta(days=400)
    assert files.moved("2026-11-20", today=later) == later
    assert files.moved("", today=later) is None
    assert files.moved("2026-11-19", today=date(2025, 1, 1)) == date(2024, 12, 31)


def test_there_are_people_of_every_role_in_barrios_that_exist() -> None:
    people = files.table("people")
    assert {row["role"] for row in people} == set(Role)
    assert {row["barrio"] for row in people} - {""} <= set(BARRIOS)


def test_every_unit_has_a_base_and_own_patrols_a_vehicle() -> None:
    for row in files.table("units"):
        assert row["agency"] in Unit.Agency.values
        assert row["base"] in PLACES
        assert (row["agency"] == Unit.Agency.OWN) == bool(row["device"])
        assert not row["device"] or DEVICES[row["device"]]["kind"] == Device.Kind.VEHICLE


def test_every_kind_of_alert_says_what_to_ask_and_do() -> None:
    kinds = files.document("alert_kinds.json")["kinds"]
    assert {kind["urgency"] for kind in kinds} == set(Urgency)
    for kind in kinds:
        assert 3 <= len(kind["protocol"]["ask"]) <= 5
        assert 4 <= len(kind["protocol"]["do"]) <= 6
    codes = Counter(code for kind in kinds for code in kind["device_codes"])
    assert not [code for code, times in codes.items() if times > 1]


def test_every_urgency_and_zone_has_a_time_with_its_source() -> None:
    targets = files.document("time_targets.json")["targets"]
    assert {(one["urgency"], one["zone"]) for one in targets} == {
        (urgency, zone) for urgency in Urgency for zone in Parish.Kind.values
    }
    assert all(one["source"] for one in targets)


def test_every_objective_says_whether_its_title_was_confirmed() -> None:
    objectives = [one for catalogue in CATALOGUES.values() for one in catalogue["objectives"]]
    assert {one["basis"] for one in objectives} == {"sourced", "unconfirmed"}
    assert len(CATALOGUES["ods"]["objectives"]) == 17


def test_the_plans_carry_the_figures_of_their_documents() -> None:
    targets = {
        (indicator["slug"], target["value"], target["source_words"])
        for indicator in indicators()
        for target in indicator["targets"]  # type: ignore[attr-defined]
        if target["basis"] == "document"
    }
    assert {
        ("motocicletas-entregadas", "10", "10 motocicletas, segunda fase"),
        ("planteles-que-participan", "30", "30% de los colegios y escuelas"),
        ("parques-y-zonas-recreativas-con-auxilio", "50", "50% de parques y zonas recreativas"),
        ("barrios-con-sistema-de-seguridad", "60", "60% de territorio"),
        ("estudiantes-formados", "500", "500 estudiantes"),
        ("centro-de-monitoreo-actualizado", "80", "80% del centro de monitoreo"),
    } <= targets
    assert all(len(words) <= 40 for _, _, words in targets), "no sentence of a document is kept"


def test_every_target_is_typed_and_a_share_names_its_universe() -> None:
    of_documents = set(Plan.Kind) - {Plan.Kind.PLURIANNUAL}
    assert {plan["kind"] for plan in PLANS} == of_documents
    for indicator in indicators():
        assert indicator["direction"] in Indicator.Direction.values
        for target in indicator["targets"]:  # type: ignore[attr-defined]
            assert target["kind"] in Target.Kind.values
            assert target["kind"] != Target.Kind.SHARE or target["universe"]
            assert (target["kind"] == Target.Kind.FREQUENCY) == bool(target["every_days"])


def test_every_alignment_names_an_objective_of_a_catalogue() -> None:
    known = {code: {o["number"] for o in one["objectives"]} for code, one in CATALOGUES.items()}
    known[SERVED.code] = {one.number for one in SERVED.objectives}
    for plan in PLANS:
        for component in plan["components"]:
            for objective in component["objectives"]:
                for one in objective["alignment"]:
                    assert one["number"] in known[one["catalogue"]]


@pytest.mark.parametrize(
    ("component", "project", "years", "responsible", "promised"),
    [
        (
            "Vinculación social",
            "Capacitación en seguridad ciudadana y gestión de riesgos",
            ("2024", "2025"),
            "Proyectos",
            ("share", "100"),
        ),
        (
            "Vinculación social",
            "Videovigilancia en las parroquias rurales",
            ("2025", "2026"),
            "Proyectos Tecnológicos",
            ("share", "100"),
        ),
        (
            "Vinculación social",
            "Líderes estudiantiles de seguridad",
            ("2025", "2026"),
            "Proyectos",
            ("share", "30"),
        ),
        (
            "Tecnológico",
            "Videovigilancia y megafonía en puntos críticos",
            ("2025", "2026"),
            "Proyectos Tecnológicos",
            ("share", "100"),
        ),
        (
            "Tecnológico",
            "Alarmas comunitarias y botones de pánico en parques",
            ("2025", "2026"),
            "Proyectos Tecnológicos",
            ("share", "50"),
        ),
        (
            "Cooperación e imagen institucional",
            "Operativos interinstitucionales",
            ("2025", "2027"),
            "Dirección Ejecutiva",
            ("frequency", None),
        ),
        (
            "Cooperación e imagen institucional",
            "Proyectos mancomunados de seguridad",
            ("2025", "2027"),
            "Dirección Ejecutiva",
            ("share", "100"),
        ),
        (
            "Cooperación e imagen institucional",
            "Motocicletas para el patrullaje preventivo",
            ("2024", "2025"),
            "Dirección Ejecutiva",
            ("quantity", "10"),
        ),
        (
            "Financiero",
            "Plan operativo anual 2024",
            ("2024", "2024"),
            "Unidad Financiera y Proyectos",
            ("share", "100"),
        ),
    ],
)
def test_a_commitment_stands_with_its_component_years_unit_and_goal(
    component: str,
    project: str,
    years: tuple[str, str],
    responsible: str,
    promised: tuple[str, str | None],
) -> None:
    plan = next(plan for plan in PLANS if plan["code"] == "plan-de-trabajo-2024")
    (found,) = (
        (one["name"], done)
        for one in plan["components"]
        for objective in one["objectives"]
        for done in objective["projects"]
        if done["name"] == project
    )
    assert found[0] == component
    told = found[1]
    assert (told["starts_on"][:4], told["ends_on"][:4]) == years
    assert told["responsible_unit"] == responsible
    assert told["suggestion"]
    target = told["indicators"][0]["targets"][0]
    assert (target["kind"], target["value"]) == promised
    asked = files.document("asked.json")["matters"]
    assert sum(one["project"] == project for one in asked) == 1
