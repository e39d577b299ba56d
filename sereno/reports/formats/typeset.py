"""Setting a page with Typst: the one place that knows how, for every document that is printed."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import typst


class CannotPrint(Exception):
    """The PDF could not be set; the message is Typst's own first line."""


class FontMissing(CannotPrint):
    """A face that the template asks for is not there, so that another would take its place."""


def typeset(template: Path, given: Mapping[str, str]) -> bytes:
    """A tagged PDF (PDF/UA-1) from a template and the texts it asks for.

    Fonts of the machine are not used: the same content gives the same pages everywhere.
    """
    try:
        printed, warnings = typst.compile_with_warnings(
            template,
            format="pdf",
            sys_inputs=dict(given),
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as problem:
        raise CannotPrint(problem.message) from problem
    _no_font_missing(warnings)
    return printed


def picture(template: Path, given: Mapping[str, str], form: Literal["png", "svg"]) -> bytes:
    """A page as a picture: one dot for each point of the page."""
    try:
        drawn, warnings = typst.compile_with_warnings(
            template, format=form, ppi=72, sys_inputs=dict(given), ignore_system_fonts=True
        )
    except typst.TypstError as problem:
        raise CannotPrint(problem.message) from problem
    _no_font_missing(warnings)
    if not isinstance(drawn, bytes):
        raise CannotPrint(f"{template.name}: {len(drawn)} pages")
    return drawn


def _no_font_missing(warnings: Sequence[typst.TypstWarning]) -> None:
    for warning in warnings:
        if "font" in warning.message:
            raise FontMissing(warning.message)


def marked(template: Path, given: Mapping[str, str], selector: str) -> list[dict[str, Any]]:
    """What a template left under a label, such as where its boxes to sign came to stand."""
    try:
        found = typst.query(
            template,
            selector,
            field="value",
            format="json",
            sys_inputs=dict(given),
            ignore_system_fonts=True,
        )
    except typst.TypstError as problem:
        raise CannotPrint(problem.message) from problem
    read: list[dict[str, Any]] = json.loads(found)
    return read
