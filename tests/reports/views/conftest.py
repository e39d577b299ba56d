"""The year of documents, for the pages that show them; all are read within that year."""

from datetime import datetime

import pytest

from tests.reports.queries.papers.conftest import scene as scene


@pytest.fixture(autouse=True)
def _read_in(november: datetime) -> datetime:
    return november
