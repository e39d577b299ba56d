"""A file goes in and its reading comes out, or a refusal that names itself."""

import json

import pytest

from sereno.documents import readers
from sereno.documents.readers.printing import as_json
from sereno.documents.readers.refusals import Unreadable

TABLE = "Lugar;Luminarias\nParque Alto;12\nParque Bajo;7\n".encode("cp1252")


def test_a_table_nobody_knows_is_left_for_someone_to_map() -> None:
    reading = readers.read(TABLE, "luces.xyz")
    assert reading.kind == "mapped"
    assert [words.text for words in reading.unplaced] == [
        "Lugar",
        "Luminarias",
        "Parque Alto",
        "12",
        "Parque Bajo",
        "7",
    ]


def test_a_mapping_made_once_reads_the_table() -> None:
    mapping = {"lugar | luminarias": {"lugar": "place", "luminarias": "planned"}}
    reading = readers.read(TABLE, "luces.csv", mapping)
    printed = json.loads(json.dumps(as_json(reading)))
    assert printed["file"]["format"] == "csv"
    assert [row["fields"]["place"]["text"] for row in printed["tables"][0]["rows"]] == [
        "Parque Alto",
        "Parque Bajo",
    ]
    assert printed["tables"][0]["rows"][0]["fields"]["planned"]["value"] == 12
    assert printed["unplaced"] == []
    assert printed["tables"][0]["rows"][0]["fields"]["place"]["source"] == [
        {"table": 1, "row": 2, "column": 1}
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"MZ\x90\0", "wrong-type"),
        (b"PK\x03\x04 cut", "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        readers.read(data, "x.pdf")
    assert refusal.value.code == code
