"""What is known of the canton goes along when a document is read apart."""

from pathlib import Path

import pytest

from sereno.documents import queries
from sereno.documents.readers import apart
from sereno.territory.models import Canton, Parish

pytestmark = pytest.mark.django_db


def test_the_parishes_are_counted_by_kind_and_an_unknown_kind_is_left_out(tmp_path: Path) -> None:
    assert queries.territory() == {}
    canton = Canton.objects.create(code="1101", name="Loja")
    for name in ("La Loma", "La Vega"):
        Parish.objects.create(canton=canton, name=name, kind=Parish.Kind.RURAL)
    assert queries.territory() == {"parroquias rurales": 2}
    paper = tmp_path / "plan.txt"
    paper.write_text("Plan de la noche\n\nSe cuidarán las 5 parroquias rurales.\n", "utf-8")
    read = apart.read(paper, paper.name, territory=queries.territory()).reading
    assert read is not None
    assert [finding.code for finding in read.findings] == ["territory-impossible"]
