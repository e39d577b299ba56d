"""Files as offices send them: good rows come in, the others are told one by one."""

import json
from datetime import date
from typing import Any

import pytest

from sereno.logbook.models import Entry
from sereno.territory import actions
from sereno.territory.models import Barrio, Boundary, Parish, Place
from sereno.territory.rules.files import FileFault, Level, Unreadable, Why
from tests.territory.ground import AT, DAY, canton, square

pytestmark = pytest.mark.django_db
NEXT = date(2027, 1, 1)


def features(*rows: tuple[dict[str, Any], dict[str, Any] | None], **more: Any) -> bytes:
    listed = [
        {"type": "Feature", "properties": cells, "geometry": geometry} for cells, geometry in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": listed, **more}).encode()


def test_carmen_brings_in_barrios_and_is_told_of_the_rows_left_out() -> None:
    loja = canton()
    text = (
        "Parroquia;Barrio;Latitud;Longitud\r\n"
        "El Valle;Las Pitas;-3,9600;-79,2100\r\n"
        "EL VALLE;jipiro;-3,9724;-79,2035\r\n"
        "Sucre;Celi Román;;\r\n"
        "El Sagrario;;;\r\n"
        "El Valle;La Paz;-79,21;-3,96\r\n"
        "Taquil;Cera;;\r\n"
    )
    outcome = actions.import_csv(loja, text.encode(), level=Level.BARRIO, by=None, at=AT)
    assert outcome.kept == 3
    assert [(left.row, left.why) for left in outcome.rejects] == [
        (4, Why.PARISH_UNKNOWN),
        (5, Why.NAME_MISSING),
        (6, Why.SWAPPED),
    ]
    assert Barrio.objects.get(name="Jipiro").latitude == -3.9724
    assert not Barrio.objects.filter(name="jipiro").exists()
    assert Barrio.objects.get(name="Cera").latitude is None
    last = Entry.objects.latest("number")
    assert (last.event, last.data["kind"], last.data["rows"]) == ("territory.imported", "barrio", 3)


def test_parishes_come_with_their_numbers_as_written_here() -> None:
    loja = canton()
    text = (
        "Código,Nombre,Tipo,Superficie km2,Población,Fuente\n"
        '110161,Vilcabamba,rural,"157,33","4.778",Censo 2010\n'
        "110160,Chantaco,rural,,,\n"
        "110101,El Sagrario,urbana,,,\n"
    )
    outcome = actions.import_csv(loja, text.encode("cp1252"), level=Level.PARISH, by=None, at=AT)
    assert [(left.row, left.why) for left in outcome.rejects] == [(3, Why.CODE_TAKEN)]
    parish = Parish.objects.get(name="Vilcabamba")
    assert (str(parish.area_km2), parish.population) == ("157.33", 4778)


def test_places_need_a_position_and_a_kind() -> None:
    loja = canton()
    text = (
        "nombre\ttipo\tparroquia\tbarrio\tlat\tlon\n"
        "Mercado Gran Colombia\tMercado\tEl Sagrario\t\t-3.9895\t-79.2036\n"
        "Escuela de Cera\tEscuela\tTaquil\tCera\t\t\n"
        "Plaza X\tcancha\tTaquil\t\t-3.9\t-79.29\n"
        "Plaza Y\tplaza\tTaquil\tNo Hay\t-3.9\t-79.29\n"
        "Parque de Quito\tparque\tTaquil\t\t-0.2\t-78.5\n"
        "Parque en metros\tparque\tTaquil\t\t9558431\t699210\n"
    )
    outcome = actions.import_csv(loja, text.encode("utf-16"), level=Level.PLACE, by=None, at=AT)
    assert [left.why for left in outcome.rejects] == [
        Why.POSITION_MISSING,
        Why.KIND_UNKNOWN,
        Why.BARRIO_UNKNOWN,
        Why.OUTSIDE_CANTON,
        Why.PROJECTED,
    ]
    assert Place.objects.get(name="Mercado Gran Colombia").kind == Place.Kind.MARKET


def test_a_file_of_outlines_begins_an_epoch_for_each_land_it_names() -> None:
    loja = canton()
    data = features(
        ({"DPA_PARROQ": "110160", "DPA_DESPAR": "TAQUIL"}, square(-3.92, -79.29, 0.02)),
        ({"DPA_DESPAR": "El  Valle"}, square(-3.97, -79.2, 0.02)),
        ({"DPA_DESPAR": "Malacatos"}, square(-4.2, -79.2, 0.02)),
        ({"DPA_DESPAR": "El Sagrario"}, None),
    )
    first = actions.import_geojson(
        loja, data, level=Level.PARISH, starts_on=DAY, source="INEC", by=None, at=AT
    )
    assert (first.kept, [left.why for left in first.rejects]) == (
        2,
        [Why.PARISH_UNKNOWN, Why.SHAPE_MISSING],
    )
    actions.import_geojson(
        loja, data, level=Level.PARISH, starts_on=NEXT, source="INEC", by=None, at=AT
    )
    epochs = Boundary.objects.filter(parish__name="Taquil").order_by("starts_on")
    assert list(epochs.values_list("starts_on", "ends_on")) == [(DAY, NEXT), (NEXT, None)]
    late = actions.import_geojson(
        loja, data, level=Level.PARISH, starts_on=DAY, source="INEC", by=None, at=AT
    )
    assert late.kept == 0
    assert [left.why for left in late.rejects].count(Why.NEWER_EPOCH) == 2


def test_a_shape_that_crosses_itself_is_mended_and_told() -> None:
    loja = canton()
    bow_tie = {
        "type": "Polygon",
        "coordinates": [
            [[-79.21, -3.98], [-79.2, -3.97], [-79.2, -3.98], [-79.21, -3.97], [-79.21, -3.98]]
        ],
    }
    outcome = actions.import_geojson(
        loja,
        features(({"nombre": "Jipiro"}, bow_tie)),
        level=Level.BARRIO,
        starts_on=DAY,
        source="prueba",
        by=None,
        at=AT,
    )
    assert (outcome.kept, outcome.mended) == (1, 1)
    assert Boundary.objects.get(barrio__name="Jipiro").geometry["type"] == "MultiPolygon"


def test_a_barrio_whose_name_stands_in_two_parishes_needs_its_parish() -> None:
    loja = canton()
    taquil = Parish.objects.get(name="Taquil")
    actions.put_barrios(loja, [Barrio(parish=taquil, name="Jipiro")], by=None, at=AT)
    shape = square(-3.97, -79.2, 0.005)
    data = features(
        ({"nombre": "Jipiro"}, shape), ({"nombre": "Jipiro", "parroquia": "El Valle"}, shape)
    )
    outcome = actions.import_geojson(
        loja, data, level=Level.BARRIO, starts_on=DAY, source="prueba", by=None, at=AT
    )
    assert [left.why for left in outcome.rejects] == [Why.AMBIGUOUS]
    assert Boundary.objects.get(barrio__isnull=False).barrio == Barrio.objects.get(
        parish__name="El Valle", name="Jipiro"
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b"PK\x03\x04\x00\x00" * 9, FileFault.NOT_TEXT),
        (b"nombre;parroquia", FileFault.EMPTY),
        (b"barrio\nJipiro\n", FileFault.NO_PARISHES),
        (b"a;b\n1;2\n", FileFault.NO_NAMES),
    ],
)
def test_a_table_that_is_none_changes_nothing(data: bytes, fault: FileFault) -> None:
    loja = canton()
    lines = Entry.objects.count()
    with pytest.raises(Unreadable) as refused:
        actions.import_csv(loja, data, level=Level.BARRIO, by=None, at=AT)
    assert refused.value.fault is fault
    assert Entry.objects.count() == lines


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"{", FileFault.NOT_GEOJSON),
        (b"[]", FileFault.NOT_GEOJSON),
        (b'{"type": "FeatureCollection", "features": []}', FileFault.NO_FEATURES),
        (b'{"type": "FeatureCollection", "features": [NaN]}', FileFault.NOT_GEOJSON),
        (b"[" * 100_000, FileFault.NOT_GEOJSON),
        (
            features(({"nombre": "Jipiro"}, None), crs={"properties": {"name": "EPSG:32717"}}),
            FileFault.PROJECTED,
        ),
    ],
)
def test_a_file_of_outlines_that_is_none_changes_nothing(data: bytes, fault: FileFault) -> None:
    loja = canton()
    with pytest.raises(Unreadable) as refused:
        actions.import_geojson(
            loja, data, level=Level.BARRIO, starts_on=DAY, source="prueba", by=None, at=AT
        )
    assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("geometry", "why"),
    [
        (square(9_558_000, 699_000, 100), Why.PROJECTED),
        (square(-79.2, -3.97, 0.01), Why.SWAPPED),
        (square(-0.2, -78.5, 0.01), Why.OUTSIDE_CANTON),
        (square(40.4, -3.7, 0.01), Why.ABROAD),
        ({"type": "Polygon", "coordinates": "x"}, Why.SHAPE_BROKEN),
        ({"type": "Polygon", "coordinates": [[[-79.2, -3.9], [-79.1, -3.9]]]}, Why.SHAPE_BROKEN),
        ({"type": "Polygon", "coordinates": []}, Why.SHAPE_MISSING),
        ({"type": "Point", "coordinates": [-79.2, -3.97]}, Why.SHAPE_MISSING),
    ],
)
def test_an_outline_that_cannot_be_drawn_says_why(geometry: dict[str, Any], why: Why) -> None:
    loja = canton()
    outcome = actions.import_geojson(
        loja,
        features(({"nombre": "Jipiro"}, geometry)),
        level=Level.BARRIO,
        starts_on=DAY,
        source="prueba",
        by=None,
        at=AT,
    )
    assert [left.why for left in outcome.rejects] == [why]
