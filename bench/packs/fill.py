"""Fills the database that the documents are written from: ``python -m bench.packs.fill FOLDER``."""

import os
import sys
from pathlib import Path
from typing import Any

from bench.packs.table import AT, REGISTERED
from bench.packs.tasks import MONTH


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"SERENO_DATA": str(folder), "SERENO_EXAMPLE": "none"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "sereno.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from bench import plan_data
    from sereno.territory.models import Canton

    call_command("migrate", verbosity=0, interactive=False)
    Canton.objects.create(code="1101", name="Loja")
    planner, _targets, _token = plan_data.build(100, 4, 12, slug="w1", at=AT)
    _registers(planner)
    _said(planner)


def _said(planner: Any) -> None:
    """One line says that something was published: a year without any has no report."""
    from sereno.logbook.actions import write
    from sereno.reports import events
    from sereno.reports.models import Figure

    figure = Figure.objects.select_related("measurement").latest("pk")
    published = events.FigurePublished(value=figure.printed_value, seal=figure.measurement.seal)
    write(published, about=figure, by=planner, at=AT)


def _registers(planner: Any) -> None:
    from sereno.reports import actions
    from sereno.reports.queries.transparency import COMPUTED, Asked
    from sereno.reports.rules import lotaip

    asked = Asked(*MONTH, "")
    for numeral in lotaip.in_force(asked.last):
        if numeral.code not in COMPUTED:
            rows = [
                [f"{column.name} {number}" for column in numeral.columns]
                for number in range(REGISTERED)
            ]
            draft = actions.RegisterDraft(numeral.code, *MONTH, "rows", rows=rows)
            actions.keep_register(draft, by=planner, at=AT)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
