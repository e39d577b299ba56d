"""What the documents say of the code, read out of them and out of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOUSE = Path(__file__).parent.parent
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:^ {4}|`)make ([a-z]+)", re.MULTILINE)
COMMAND = re.compile(r"(?:-m sereno|`sereno) ([a-z]+)")
VARIABLE = re.compile(r"\b(SERENO_[A-Z_]+|DATABASE_URL)\b")
PATH = re.compile(r"^[\w.*-]+(/[\w.*-]+)+/?$|^[\w-]+\.(py|md|toml|json|txt|in)$")


class Setting(NamedTuple):
    name: str
    default: str


def documents() -> list[Path]:
    """Every document of the repository that people read."""
    return sorted([*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md")])


def without_fences(text: str) -> str:
    return FENCE.sub("", text)


def slug(heading: str) -> str:
    """The anchor that a heading gets: lower case, no signs, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.lower().replace("`", "")).strip().replace(" ", "-")


def broken_links(document: Path) -> Iterator[str]:
    for target in LINK.findall(without_fences(document.read_text(encoding="utf-8"))):
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        place, _, anchor = target.partition("#")
        file = (document.parent / place).resolve() if place else document
        if not file.exists():
            yield f"{target}: there is no such file"
        elif anchor and anchor not in anchors(file.read_text(encoding="utf-8")):
            yield f"{target}: there is no such heading"


def anchors(text: str) -> set[str]:
    return {slug(heading) for heading in HEADING.findall(without_fences(text))}


def lost_paths(text: str, *, root: Path = HOUSE) -> Iterator[str]:
    """Paths in backquotes that lead nowhere, from the root or from the rooms.

    A word is taken for a path when its first part is a folder that there is, or when it is
    the name of a file; a file that grew into a package of the same name is found too.
    """
    for word in CODE.findall(without_fences(text)):
        path = word.split(":")[0]
        if PATH.match(path) and is_ours(root, path) and not leads_somewhere(root, path):
            yield word


def is_ours(root: Path, path: str) -> bool:
    first, *rest = path.split("/")
    starts = (root / first, root / "sereno" / first)
    return first != ".git" and (not rest or any(start.exists() for start in starts))


def leads_somewhere(root: Path, path: str) -> bool:
    forms = (path.rstrip("/"), path.removesuffix(".py"))
    rooms = root / "sereno"
    look_in_rooms = rooms.glob if "/" in path else rooms.rglob
    return any(any(look(form)) for look in (root.glob, look_in_rooms) for form in forms)


def targets_of_make(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def settings_in_code() -> set[Setting]:
    """Every variable that `sereno/` asks the environment for, with its default."""
    return {
        setting
        for path in (HOUSE / "sereno").rglob("*.py")
        for setting in asked_for(path.read_text(encoding="utf-8"))
    }


def asked_for(source: str) -> Iterator[Setting]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and VARIABLE.fullmatch(node.args[0].value)
        ):
            yield Setting(node.args[0].value, _default(node))


def _default(call: ast.Call) -> str:
    """The default as a person would write it, or nothing where it is worked out."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    given = named.get("default") or (call.args[1] if len(call.args) > 1 else None)
    if isinstance(given, ast.Tuple) and getattr(call.func, "attr", "") == "choice":
        given = given.elts[0]
    if not isinstance(given, ast.Constant):
        return ""
    return str(int(given.value)) if isinstance(given.value, bool) else str(given.value)


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the tables of a document, cell by cell, without the heading's rule."""
    for line in text.splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def settings_in_table(text: str) -> set[Setting]:
    return {
        Setting(found[1], row[1].strip("`"))
        for row in rows(text)
        if len(row) > 1 and (found := re.fullmatch(r"`([A-Z_]+)`", row[0]))
    }
