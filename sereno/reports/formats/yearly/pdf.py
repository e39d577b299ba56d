"""The yearly report as a tagged PDF (PDF/UA-1), set by Typst with the faces it carries."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from sereno.reports.formats.yearly.content import Content

TEMPLATE = Path(__file__).parent / "report.typ"


class CannotPrint(Exception):
    """The PDF could not be set; the message is Typst's own first line."""


class FontMissing(CannotPrint):
    """A face that the template asks for is not there, so that another would take its place."""


def pdf(content: Content, *, address: str, template: Path = TEMPLATE) -> bytes:
    """Set the report. ``address`` is where a reader finds it and checks it, on every page.

    Fonts of the machine are not used: the same content gives the same pages everywhere.
    """
    given = {"content": json.dumps(asdict(content), ensure_ascii=False), "address": address}
    try:
        printed, warnings = typst.compile_with_warnings(
            template,
            format="pdf",
            sys_inputs=given,
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as problem:
        raise CannotPrint(problem.message) from problem
    for warning in warnings:
        if "font" in warning.message:
            raise FontMissing(warning.message)
    return printed
