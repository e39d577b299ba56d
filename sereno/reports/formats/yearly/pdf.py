"""The yearly report as a tagged PDF (PDF/UA-1), set by Typst with the faces it carries."""

import json
from dataclasses import asdict
from pathlib import Path

from sereno.reports.formats.typeset import CannotPrint, FontMissing, typeset
from sereno.reports.formats.yearly.content import Content

__all__ = ["CannotPrint", "FontMissing", "pdf"]

TEMPLATE = Path(__file__).parent / "report.typ"


def pdf(content: Content, *, address: str, template: Path = TEMPLATE) -> bytes:
    """Set the report. ``address`` is where a reader finds it and checks it, on every page."""
    written = json.dumps(asdict(content), ensure_ascii=False)
    return typeset(template, {"content": written, "address": address})
