"""The data package holds: by its own description, and cell for cell among its three formats."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import frictionless
import pyarrow.parquet as pq
import pytest

from sereno.reports.formats.opened.cells import finished, said
from sereno.reports.formats.opened.package import Publisher, package
from sereno.reports.queries.opened import TABLES
from sereno.results.models import Measurement
from tests.reports.abundant import WORDS, abound
from tests.reports.conftest import Council

BY = Publisher("Consejo", "https://sereno.example", datetime(2026, 11, 20, tzinfo=UTC))
ON = date(2026, 11, 20)


@pytest.fixture
def packed(council: Council, measured: Callable[..., Measurement]) -> bytes:
    abound(council, measured)
    tables = [(one, finished(one, one.rows(one.source(), on=ON), host=BY.host)) for one in TABLES]
    made = package(tables, by=BY)
    assert package(tables, by=BY) == made
    return made


def test_it_is_valid_and_every_file_has_its_seal(packed: bytes, tmp_path: Path) -> None:
    ZipFile(BytesIO(packed)).extractall(tmp_path)
    told = json.loads((tmp_path / "datapackage.json").read_text())
    assert len(told["resources"]) == 3 * len(TABLES)
    for one in told["resources"]:
        content = (tmp_path / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert one["bytes"] == len(content)
    # The other two formats are held against these cell by cell below.
    told["resources"] = [one for one in told["resources"] if one["format"] == "csv"]
    found = frictionless.Package(told, basepath=str(tmp_path)).validate()
    assert found.valid, found.flatten(["name", "fieldName", "note"])
    told["resources"][0]["schema"]["fields"][4]["type"] = "integer"
    assert not frictionless.Package(told, basepath=str(tmp_path)).validate().valid


def test_the_three_formats_say_the_same(packed: bytes) -> None:
    files = ZipFile(BytesIO(packed))
    compared = 0
    for table in TABLES:
        head, *rows = csv.reader(StringIO(files.read(f"{table.file}.csv").decode(), newline=""))
        items = json.loads(files.read(f"{table.file}.json"))
        columns = pq.read_table(BytesIO(files.read(f"{table.file}.parquet")))
        assert columns.column_names == head
        assert columns.num_rows == len(items) == len(rows)
        for row, item, kept in zip(rows, items, columns.to_pylist(), strict=True):
            for heading, cell in zip(head, row, strict=True):
                plain = cell.removeprefix("'")
                assert said(item[heading]) == plain
                if isinstance(kept[heading], str):
                    assert kept[heading] == plain
                compared += 1
    assert compared > 200


def test_nobody_is_in_it(packed: bytes) -> None:
    files = ZipFile(BytesIO(packed))
    everything = b"\n".join(files.read(name) for name in files.namelist()).decode(errors="replace")
    for word in (WORDS, "Carmen", "Jorge", "Marta", "borrador"):
        assert word not in everything
