"""The rules of the house that no linter knows, each as a function from a text to its faults."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

LONGEST_FILE = 400
PREPOSITIONS = {"by", "at", "about", "after"}

# Built from parts, so that this file does not hold what it looks for.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("crates", "io"),
    )
)
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "lorem" + " ipsum")) + r")\b")

INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "an inline stylesheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^<>]*\sstyle\s*=", re.IGNORECASE),
    "a handler in an attribute": re.compile(r"<[^<>]*\s(hx-)?on[a-z:-]+\s*=", re.IGNORECASE),
    "a script in an address": re.compile(r"javascript:", re.IGNORECASE),
}

IRREGULAR_PASTS = {
    *(
        "begun",
        "built",
        "came",
        "fell",
        "found",
        "given",
        "gone",
        "heard",
        "held",
        "kept",
        "left",
        "lost",
        "made",
    ),
    *("met", "put", "said", "seen", "sent", "set", "shown", "spoken", "taken", "told", "won"),
    *("withdrawn", "written", "cut"),
}

WRITES = {"save", "delete", "create", "get_or_create", "update_or_create", "update"}
WRITES_MANY = {"bulk_create", "bulk_update"}
CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"),
    *("timezone.now", "timezone.localdate", "timezone.localtime"),
}


def shape(text: str) -> Iterator[str]:
    """A Python file opens with a sentence and stays short; an empty one says nothing wrong."""
    if text.strip() and not ast.get_docstring(ast.parse(text)):
        yield "open the file with one sentence that says what it is for"
    yield from length(text)


def length(text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines: split it by subject, not by size"


def opening_comment(text: str) -> Iterator[str]:
    """Scripts and styles of the browser open with a comment, for the same reason."""
    if not text.lstrip().startswith(("/*", "//")):
        yield "open the file with a comment that says what it is for"


def may_write(path: PurePath) -> bool:
    """Only actions write, and migrations, which are how the tables came to be."""
    return path.name == "actions.py" or bool({"actions", "migrations"} & set(path.parts))


def writes(text: str) -> Iterator[str]:
    """Calls that change the database.

    ``update`` counts with keywords only, and ``delete`` and ``save`` without positional
    arguments: dictionaries, caches and storages have verbs of the same names.
    """
    for call in _calls(text):
        verb = call.func.attr.removeprefix("a")  # asave() is save()
        by_name = any(keyword.arg for keyword in call.keywords)
        if (
            verb in WRITES_MANY
            or (verb in {"save", "delete"} and not call.args)
            or (verb in WRITES - {"save", "delete"} and by_name)
        ):
            yield f"line {call.lineno}: .{call.func.attr}(): move the write to actions"


def clocks(text: str) -> Iterator[str]:
    """Calls that read the clock, with no argument to read it for."""
    for call in _calls(text):
        if isinstance(call.func.value, ast.Name | ast.Attribute) and not (
            call.args and call.func.attr.startswith("local")
        ):
            owner = call.func.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr
            if f"{name}.{call.func.attr}" in CLOCKS:
                yield f"line {call.lineno}: take `at` as an argument; only edges read the clock"


def overrides(text: str) -> Iterator[str]:
    """Models that act behind the back of whoever saves them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}:
            yield f"line {node.lineno}: {node.name}(): say it in an action, not in the model"


def prepositions(text: str) -> Iterator[str]:
    """by, at, about and after are said by name at every call."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = {word.arg for word in [*node.args.posonlyargs, *node.args.args]}
            for word in sorted(said & PREPOSITIONS):
                yield f"line {node.lineno}: {node.name}(): put a * before {word}"


def inline(text: str) -> Iterator[str]:
    """What the content security policy of the pages would refuse."""
    for fault, pattern in INLINE.items():
        for found in pattern.finditer(text):
            yield f"line {_line(text, found.start())}: {fault}"


def registries(text: str) -> Iterator[str]:
    for host in REGISTRIES:
        if host in text:
            yield f"names the host of a package registry: {host}"


def unfinished(text: str) -> Iterator[str]:
    for found in UNFINISHED.finditer(text):
        yield f"line {_line(text, found.start())}: unfinished by its own word: {found[0]}"


def events(text: str) -> Iterator[tuple[str, str, str]]:
    """Every event of an events file: its class, its name, its fault or nothing."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id == "Event" for base in node.bases
        ):
            name = _text_of(node, "name")
            yield node.name, name, _fault_of_event(node, name)


def in_the_past(words: list[str]) -> bool:
    return any(word.endswith("ed") or word in IRREGULAR_PASTS for word in words)


def twin(test: PurePath) -> tuple[PurePath, ...]:
    """The files a test may be about: `alerts/test_rules.py` is about `alerts/rules`."""
    stem = test.name.removeprefix("test_").removesuffix(".py")
    browser = test.parent / "static" / test.parent.name
    return (
        test.parent / f"{stem}.py",
        test.parent / stem / "__init__.py",
        browser / f"{stem}.css",
        browser / f"{stem}.js",
    )


def _fault_of_event(node: ast.ClassDef, name: str) -> str:
    words_of_class = re.findall(r"[A-Z][a-z]*", node.name)
    if not name:
        return "it has no name"
    if not re.fullmatch(r"[a-z]+(\.[a-z]+(_[a-z]+)*)", name):
        return f"{name}: a name is thing.what_happened"
    if not in_the_past(name.split(".")[-1].split("_")):
        return f"{name}: an event is named in the past tense"
    if not in_the_past([word.lower() for word in words_of_class]):
        return f"{node.name}: an event's class is named in the past tense"
    return ""


def _text_of(node: ast.ClassDef, attribute: str) -> str:
    for line in node.body:
        if (
            isinstance(line, ast.Assign)
            and isinstance(line.targets[0], ast.Name)
            and line.targets[0].id == attribute
            and isinstance(line.value, ast.Constant)
        ):
            return str(line.value.value)
    return ""


class _Call(ast.Call):
    """A call of a method, as far as these rules look at it."""

    func: ast.Attribute


def _calls(text: str) -> Iterator[_Call]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node  # type: ignore[misc]


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
