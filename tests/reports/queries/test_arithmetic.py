"""The public page of the arithmetic shows every case of the suite, and what really comes out."""

from pathlib import Path

import pytest
from django.test import Client

from sereno.reports.queries import arithmetic


def test_every_case_is_worked_out_and_comes_out_as_it_says() -> None:
    rows = [row for _group, of_group in arithmetic.worked() for row in of_group]
    assert len(rows) >= 45
    assert [row.case.name for row in rows if row.differences] == []


def test_a_case_says_its_share_and_its_word() -> None:
    (_first, elementary), *_others = arithmetic.worked()
    said = {row.case.name: row.said.replace("\u00a0", " ") for row in elementary}
    assert said["baja-pero-empeora"] == "−50 %, peor que al inicio"  # noqa: RUF001 - a minus
    assert said["cero-reportado"] == "sin avance: 0 %"


@pytest.mark.django_db
def test_anyone_may_read_the_cases(client: Client) -> None:
    page = client.get("/como-se-calcula/casos/").content.decode()
    assert "Debe bajar de 100 a 80 y va en 90" in page
    assert "sale distinto" not in page
    assert "/como-se-calcula/casos/" in client.get("/como-se-calcula/").content.decode()


@pytest.mark.django_db
def test_where_the_suite_was_not_brought_along_there_is_no_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(arithmetic, "FILE", tmp_path / "cases.toml")
    assert client.get("/como-se-calcula/casos/").status_code == 404
