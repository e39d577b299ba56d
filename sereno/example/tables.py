"""Plans of the example that are kept as tables, a goal a row, as pages like those of plan.json."""

from itertools import groupby
from typing import Any

from django.utils.text import slugify

from sereno.example import files

Page = dict[str, Any]
LEVELS = {
    "governing": "Procesos gobernantes",
    "value": "Procesos que agregan valor",
    "advice": "Apoyo y asesoría",
    "support": "Gestión institucional",
    "local": "Procesos desconcentrados",
}
ONLY_STUDIES = "Solo hay estudios: no se ejecutó por falta de financiamiento"
NO_GOAL = "El documento dice que no aplica: el plan operativo lo forman los programas de inversión"
WHOLE = "Obra o servicio previsto"
UNKNOWN, NOT_APPLICABLE = "unknown", "not_applicable"
UNTIL_NOW = "El documento marca {} de los cuatro años 2023-2026; no se conoce {}: {}"
MARKS = {
    "todo": "",
    "1": UNTIL_NOW.format("uno", "cuál", "el período es todo el plan."),
    "3": UNTIL_NOW.format("tres", "cuáles", "el período es aproximado."),
    "5": "El documento trae cinco marcas para cuatro años: el período es todo el plan.",
    "6": "El documento trae seis marcas para cuatro años: el período es todo el plan.",
}


def filled(page: Page) -> Page:
    """The page of a plan with the goals and the diagnosis of its tables in it."""
    if "works" in page:
        return page | {"components": _by_level(page)}
    if "activities" in page:
        return _with_activities(page)
    if "goals" not in page:
        return page
    rows = files.table(f"plans/{page['goals']}")
    for component in page["components"]:
        for objective in component["objectives"]:
            own = [row for row in rows if row["objective"] == objective["code"]]
            of = page | objective
            objective["projects"] = [
                _project(list(some), of) for _, some in groupby(own, key=lambda row: row["project"])
            ]
    return page | {"problems": _problems(page)}


def _with_activities(page: Page) -> Page:
    """Each activity under its project, from the first month it is programmed for to the last."""
    rows = files.table(page["activities"])
    for component in page["components"]:
        for objective in component["objectives"]:
            for project in objective["projects"]:
                own = [row for row in rows if row["project"] == project["name"]]
                project["tasks"] = [_activity(row) for row in own]
    return page


def _activity(row: files.Row) -> Page:
    shares = row["shares"].split()
    months = [month for month, share in enumerate(shares, 1) if int(share)]
    return row | {"shares": shares, "first": months[0], "last": months[-1]}


def _problems(page: Page) -> list[Page]:
    """The diagnosis; objectives are numbered through the plan, here by component and place."""
    numbers = {
        objective["code"]: f"{place}.{number}"
        for place, component in enumerate(page["components"], 1)
        for number, objective in enumerate(component["objectives"], 1)
    }
    rows = files.table(f"plans/{page['diagnosis']}") if "diagnosis" in page else []
    return [
        row | {"objectives": [numbers[code] for code in row["objectives"].split()]} for row in rows
    ]


def _project(rows: list[files.Row], of: Page) -> Page:
    first = rows[0]
    starts_on, ends_on, note = _years(first.get("years", ""), of)
    said = (row["partners"] for row in rows)
    partners = list(dict.fromkeys(one.strip() for some in said for one in some.split(";") if one))
    return {
        "name": first["project"],
        "responsible_unit": of["responsible_unit"],
        "partners": partners,
        "suggestion": "",
        "starts_on": starts_on,
        "ends_on": ends_on,
        "period_note": note,
        "indicators": [_indicator(row, starts_on, ends_on) for row in rows if row["slug"]],
    }


def _years(said: str, of: Page) -> tuple[str, str, str]:
    """``2023-2025``, one of the marks, or nothing for the whole period of the objective or plan."""
    if not said or said in MARKS:
        return of["starts_on"], of["ends_on"], MARKS.get(said, "")
    first, last = said.split("-")
    return f"{first}-01-01", f"{last}-12-31", ""


def _indicator(row: files.Row, starts_on: str, ends_on: str) -> Page:
    source, condition = row.get("source", ""), row.get("condition", "")
    words = {"kind": row["kind"], "value": row["value"], "said": row["said"]}
    target = _target(starts_on, ends_on, condition=condition, **words)
    target["universe"] = row.get("universe", "")
    target["every_days"] = int(row["every_days"]) if row.get("every_days") else None
    return _counted(row["slug"], row["indicator"], row["unit"], target) | {
        "source": source,
        "formula": row.get("formula", ""),
        "achieved": row.get("achieved", ""),
        "note": row.get("note", ""),
    }


def _counted(slug: str, name: str, unit: str, target: Page) -> Page:
    return {
        "slug": slug,
        "name": name,
        "unit": unit,
        "direction": "rise",
        "definition": "",
        "source": "",
        "formula": "",
        "baseline": None,
        "baseline_note": "",
        "targets": [target],
    }


def _target(
    starts_on: str, ends_on: str, *, kind: str, value: str, said: str, condition: str = ""
) -> Page:
    return {
        "kind": kind,
        "value": value or None,
        "universe": "",
        "universe_size": None,
        "every_days": None,
        "condition": condition,
        "source_words": said,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "basis": "document",
    }


def chart() -> dict[str, files.Row]:
    """The units of the organisation chart by their key."""
    return {row["key"]: row for row in files.table("chart")}


def _by_level(page: Page) -> list[Page]:
    """A component a process level, an objective a unit, a project each work that it promised."""
    units, works = chart(), files.table(f"plans/{page['works']}")
    return [
        {
            "name": name,
            "objectives": [
                {
                    "name": f"{unit['name']}: {_small(unit['objective'])}",
                    "alignment": [],
                    "projects": [_work(row, unit, page) for row in works if row["unit"] == key],
                }
                for key, unit in units.items()
                if unit["level"] == level and any(row["unit"] == key for row in works)
            ],
        }
        for level, name in LEVELS.items()
    ]


def _work(row: files.Row, unit: files.Row, page: Page) -> Page:
    days = page["starts_on"], page["ends_on"]
    name = row["work"] or f"Plan operativo: {unit['name']}"
    studies = ONLY_STUDIES if row["state"] else ""
    if row["share"]:
        said = f"{row['share']}%"
        target = _target(*days, kind="share", value=row["share"], said=said, condition=studies)
        target["universe"] = WHOLE
        counted = _counted(f"2019-{slugify(name)[:70]}", f"{name}: avance", "%", target)
    else:
        target = _target(*days, kind="observed", value="", said="no aplica", condition=NO_GOAL)
        counted = _counted(f"2019-{slugify(name)[:70]}", f"{unit['name']}: metas", "metas", target)
    missing = UNKNOWN if row["share"] else NOT_APPLICABLE
    return {
        "name": name,
        "responsible_unit": unit["name"],
        "partners": [],
        "suggestion": "",
        "starts_on": days[0],
        "ends_on": days[1],
        "period_note": "",
        "indicators": [counted | {"achieved": missing, "note": studies or target["condition"]}],
    }


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
