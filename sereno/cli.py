"""The command line: prepare, serve, verify. A refusal is one line and exit 1."""

import argparse
import os
import sys
from typing import NoReturn


class Refusal(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def main() -> NoReturn:
    arguments = parser().parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    try:
        sys.exit(run(arguments.command, prepare_first=getattr(arguments, "prepare", False)))
    except KeyboardInterrupt:
        sys.exit(0)
    except Exception as problem:
        if arguments.traceback:
            raise
        print(f"sereno: {explain(problem)}", file=sys.stderr)
        sys.exit(1)


def parser() -> argparse.ArgumentParser:
    spoken = argparse.ArgumentParser(
        prog="sereno", description="Del llamado del barrio a la cuenta."
    )
    spoken.add_argument("--traceback", action="store_true", help="muestra el detalle de un fallo")
    commands = spoken.add_subparsers(dest="command", required=True, metavar="ORDEN")
    commands.add_parser("prepare", help="prepara la base de datos, los archivos y el ejemplo")
    serve = commands.add_parser("serve", help="atiende páginas, canales y seguidores")
    serve.add_argument("--prepare", action="store_true", help="prepara antes de atender")
    commands.add_parser("verify", help="recalcula los sellos de toda la bitácora")
    return spoken


def run(command: str, *, prepare_first: bool = False) -> int:
    """Set Django up, then do it. Imports wait until the settings are known to be good."""
    import django

    django.setup()
    knock_at_the_database()
    if command == "prepare" or prepare_first:
        from sereno import prepare

        prepare.everything()
    if command == "serve":
        from sereno import serve

        serve.forever()
    if command == "verify":
        return verify()
    return 0


def knock_at_the_database() -> None:
    """Ask once, directly: the pool would go on asking for a while before it says no."""
    import psycopg
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.wrap_database_errors:
            psycopg.connect(**connection.get_connection_params()).close()


def verify() -> int:
    from sereno.logbook import queries
    from sereno.logbook.models import Entry

    broken = queries.first_break()
    if broken is None:
        last = Entry.objects.order_by("-number").first()
        lines, seal = (last.number, last.seal) if last else (0, "-")
        print(f"La bitácora está íntegra: {lines} líneas. Último sello: {seal}")
        return 0
    what = {"missing": "falta", "altered": "fue alterada"}[broken.why]
    print(f"La cadena se rompe en la línea {broken.number}: {what}.", file=sys.stderr)
    return 1


def explain(problem: Exception) -> str:
    """One line a person can act on; what nobody foresaw keeps its class beside it."""
    from django.db import OperationalError

    from sereno.environment import BadSetting

    if isinstance(problem, BadSetting | Refusal):
        return str(problem)
    if isinstance(problem, OperationalError):
        return (
            f"no se pudo usar la base de datos: {' '.join(str(problem).split())}. Revise "
            "DATABASE_URL, que el servidor esté encendido y que haya espacio en el disco."
        )
    return f"{type(problem).__name__}: {problem} (use --traceback para ver el detalle)"
