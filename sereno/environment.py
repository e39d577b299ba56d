"""Reading settings from the environment, refusing a bad one by name."""

import os
import re
import secrets
from pathlib import Path
from typing import Any

import dj_database_url


class BadSetting(Exception):
    """A variable holds a value Sereno cannot work with; the text says which and what to do."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise BadSetting(f"{name}={value}: debe ser 1 (sí) o 0 (no).")
    return value == "1"


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """The first of ``allowed`` is the default."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise BadSetting(f"{name}={value}: debe ser uno de estos valores: {', '.join(allowed)}.")
    return value


def whole_number(name: str, default: int, *, low: int, high: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or not low <= int(value) <= high:
        raise BadSetting(f"{name}={value}: debe ser un número entero de {low} a {high}.")
    return int(value)


def names(name: str, default: str) -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def address(name: str, schemes: tuple[str, ...]) -> str:
    """An address such as ``mqtt://127.0.0.1:1883``, or nothing."""
    value = text(name)
    if value and not value.startswith(tuple(f"{scheme}:" for scheme in schemes)):
        allowed = " o ".join(f"{scheme}:…" for scheme in schemes)
        raise BadSetting(f"{name}={value}: la dirección debe empezar con {allowed}.")
    return value


def database(name: str, default: str) -> dict[str, Any]:
    """Django's settings of a database, from an address such as ``postgres://user@host/name``."""
    value = text(name, default)
    try:
        found: dict[str, Any] = dict(dj_database_url.parse(value))
    except ValueError as problem:
        raise BadSetting(
            f"{name}={_without_password(value)}: no es la dirección de una base de datos. "
            "Use postgres://usuario@servidor/base o quite la variable para usar la incorporada."
        ) from problem
    if found["ENGINE"].rpartition(".")[2] not in {"sqlite3", "postgresql"}:
        raise BadSetting(
            f"{name}={_without_password(value)}: Sereno trabaja con PostgreSQL "
            "(postgres://usuario@servidor/base) o con la base incorporada (sin la variable)."
        )
    return found


def same_engine(databases: dict[str, dict[str, Any]], name: str) -> None:
    """A second connection is to the same PostgreSQL: the embedded database has no roles."""
    if any(not one["ENGINE"].endswith("postgresql") for one in databases.values()):
        raise BadSetting(
            f"{name}: solo PostgreSQL tiene roles. Indique también DATABASE_URL con la dirección "
            "de PostgreSQL, o quite esta variable."
        )


def word(name: str, default: str) -> str:
    """A plain word, such as goes before the name of a role."""
    value = text(name, default)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", value):
        raise BadSetting(
            f"{name}={value}: use letras minúsculas, números y _, hasta 40, empezando por letra."
        )
    return value


def _without_password(address: str) -> str:
    return re.sub(r"//[^@/]*@", "//…@", address)


def folder(name: str, default: Path) -> Path:
    """A folder that can be written, made when it is not there."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
        trial = path / f".trial-{os.getpid()}"
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as problem:
        raise BadSetting(
            f"{name}={path}: no se puede escribir en esta carpeta ({problem.strerror}). "
            f"Dele permiso a su usuario o indique otra carpeta en {name}."
        ) from problem
    return path


def secret(name: str, kept_in: Path) -> str:
    """The secret of the environment, or one made at the first start and kept in a file."""
    value = text(name)
    if value:
        if len(value) < 32:
            raise BadSetting(f"{name}: es demasiado corta ({len(value)}); use 32 letras o más.")
        return value
    if not kept_in.exists():
        kept_in.touch(mode=0o600)
        kept_in.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return kept_in.read_text(encoding="utf-8")
