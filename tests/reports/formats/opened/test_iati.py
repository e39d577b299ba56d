"""The results in the shape of IATI: in the order of its standard, and nothing made up."""

from datetime import UTC, date, datetime
from decimal import Decimal

from lxml import etree

from sereno.reports.formats.opened.iati import Counted, Done, Reached, activities
from sereno.reports.formats.opened.package import Publisher

BY = Publisher("Consejo", "https://sereno.example", datetime(2026, 11, 20, tzinfo=UTC))
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
