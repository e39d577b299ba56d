"""The results in the shape of IATI 2.03: a project an activity, a target a period of an indicator.

The council reports no aid, so that these are its own projects in a shape that other programs read;
a target without a number, and what is unknown, have no value rather than a nought.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from sereno.reports.formats.opened.cells import said
from sereno.reports.formats.opened.package import Publisher

VERSION, GOVERNMENT, IMPLEMENTING = "2.03", "10", "4"
UNDER_WAY, FINISHED, PLANNED = "2", "4", "1"
UNITS, SHARE, WORDS = "1", "2", "5"
RESULTS = "A08"  # a document on results, outcomes and outputs
XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Reached:
    """A promise of a period with what was published of it."""

    first: date
    last: date
    aimed: Decimal | None
    words: str
    actual: Decimal | None


@dataclass(frozen=True)
class Counted:
    """An indicator with its periods."""

    slug: str
    name: str
    about: str
    is_share: bool
    is_words: bool
    should_rise: bool
    periods: tuple[Reached, ...]


@dataclass(frozen=True)
class Done:
    """A project of a published plan."""

    number: int
    name: str
    about: str
    responsible: str
    starts_on: date
    ends_on: date
    indicators: tuple[Counted, ...]


def activities(projects: Iterable[Done], *, by: Publisher, today: date) -> bytes:
    root = etree.Element("iati-activities", version=VERSION)
    root.set("generated-datetime", said(by.at))
    for project in projects:
        _activity(root, project, by=by, today=today)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _activity(root: etree._Element, project: Done, *, by: Publisher, today: date) -> None:
    one = etree.SubElement(root, "iati-activity", {f"{XML}lang": "es", "default-currency": "USD"})
    own = by.host.partition("://")[2]
    etree.SubElement(one, "iati-identifier").text = f"{own}-{project.number}"
    _told(etree.SubElement(one, "reporting-org", ref=own, type=GOVERNMENT), by.council)
    _told(etree.SubElement(one, "title"), project.name)
    _told(etree.SubElement(one, "description", type="2"), project.about)
    part = etree.SubElement(one, "participating-org", role=IMPLEMENTING, type=GOVERNMENT)
    _told(part, project.responsible)
    etree.SubElement(one, "activity-status", code=_status(project, today))
    etree.SubElement(one, "activity-date", {"type": "1", "iso-date": said(project.starts_on)})
    etree.SubElement(one, "activity-date", {"type": "3", "iso-date": said(project.ends_on)})
    etree.SubElement(one, "recipient-country", code="EC", percentage="100")
    for indicator in project.indicators:
        _result(one, indicator, host=by.host)


def _result(activity: etree._Element, told: Counted, *, host: str) -> None:
    result = etree.SubElement(activity, "result", {"type": "1", "aggregation-status": "0"})
    _told(etree.SubElement(result, "title"), told.name)
    measure = WORDS if told.is_words else SHARE if told.is_share else UNITS
    rise = "1" if told.should_rise else "0"
    indicator = etree.SubElement(result, "indicator", measure=measure, ascending=rise)
    _told(etree.SubElement(indicator, "title"), told.name)
    if told.about:
        _told(etree.SubElement(indicator, "description"), told.about)
    link = {"format": "text/html", "url": f"{host}/metas/{told.slug}/"}
    page = etree.SubElement(indicator, "document-link", link)
    _told(etree.SubElement(page, "title"), told.name)
    etree.SubElement(page, "category", code=RESULTS)
    for period in told.periods:
        _period(indicator, period, told.is_words)


def _period(indicator: etree._Element, told: Reached, is_words: bool) -> None:  # noqa: FBT001
    period = etree.SubElement(indicator, "period")
    etree.SubElement(period, "period-start", {"iso-date": said(told.first)})
    etree.SubElement(period, "period-end", {"iso-date": said(told.last)})
    target = etree.SubElement(period, "target")
    if told.aimed is not None and not is_words:
        target.set("value", said(told.aimed))
    if told.words:
        _told(etree.SubElement(target, "comment"), told.words)
    if told.actual is not None:
        etree.SubElement(period, "actual", value=said(told.actual))


def _status(project: Done, today: date) -> str:
    if today < project.starts_on:
        return PLANNED
    return FINISHED if today > project.ends_on else UNDER_WAY


def _told(element: etree._Element, words: str) -> None:
    etree.SubElement(element, "narrative").text = words
