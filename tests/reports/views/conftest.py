"""The year of documents, for the pages that show them."""

from tests.reports.queries.papers.conftest import scene as scene
