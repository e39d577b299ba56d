"""The command line: prepare, serve, verify, read. A refusal is one line and exit 1."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

    from sereno.verify.witness import Seen


class Refusal(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def main() -> NoReturn:
    arguments = parser().parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    try:
        if arguments.command == "read":
            sys.exit(accept(arguments) if arguments.accept else read(arguments))
        sys.exit(
            run(
                arguments.command,
                prepare_first=getattr(arguments, "prepare", False),
                seals=getattr(arguments, "seal", []),
                files=getattr(arguments, "files", []),
                lay=getattr(arguments, "lay", False),
            )
        )
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
    verify = commands.add_parser("verify", help="recalcula todo lo firmado y nombra lo que no es")
    verify.add_argument(
        "files", nargs="*", metavar="ARCHIVO", help="un PDF, XLSX, CSV o paquete publicado"
    )
    verify.add_argument(
        "--seal", action="append", default=[], help="NÚMERO:SELLO que usted guardó de la página"
    )
    roles = commands.add_parser(
        "roles", help="escribe los roles de PostgreSQL que bastan para servir"
    )
    roles.add_argument("--lay", action="store_true", help="los crea y les da lo suyo")
    commands.add_parser(
        "probe", help="visita los enlaces de la evidencia y de los registros y anota qué son"
    )
    commands.add_parser("late", help="marca las cifras publicadas que datos tardíos cambiaron")
    add_read(commands)
    return spoken


def add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    reading = commands.add_parser("read", help="lee documentos y dice lo que entendió")
    reading.add_argument("files", nargs="+", metavar="ARCHIVO", help="PDF, Word, Excel, CSV…")
    reading.add_argument(
        "--json", action="store_true", help="todo, como lo describe docs/reading.md"
    )
    reading.add_argument("--kind", default="", metavar="CLASE", help="si no acierta, dígala usted")
    reading.add_argument("--accept", action="store_true", help="acepta las filas sin revisarlas")
    reading.add_argument("--by", default="", metavar="USUARIO", help="con --accept: quién acepta")
    reading.add_argument(
        "--plan", default="", metavar="PLAN", help="con --accept: a qué plan entra"
    )
    reading.add_argument("--year", type=int, metavar="AÑO", help="con --accept: de un presupuesto")
    reading.add_argument("--month", type=int, metavar="MES", help="con --accept: de un presupuesto")


def read(arguments: argparse.Namespace) -> int:
    """What each file says, without a database; one that is refused does not stop the others.

    Each is opened in a child process with limits, as the house itself opens what is brought to it.
    """
    import json
    from pathlib import Path

    from sereno.documents.readers import apart
    from sereno.documents.readers.kinds import KINDS
    from sereno.documents.readers.printing import as_json, refusal_json
    from sereno.documents.readers.refusals import Unreadable
    from sereno.documents.readers.summary import summary

    if arguments.kind and arguments.kind not in KINDS:
        raise Refusal(f"no hay una clase {arguments.kind!r}. Hay: {', '.join(KINDS)}")
    told, well = [], True
    for path in map(Path, arguments.files):
        data = contents(path)
        found = apart.read(path, path.name, kind=arguments.kind)
        if found.reading is None:
            well = False
            told.append(refusal_json(path.name, data, Unreadable(found.code, found.says)))
            print(f"sereno: {path.name}: {found.says}", file=sys.stderr)
            continue
        told.append(as_json(found.reading))
        if not arguments.json:
            print("\n".join(summary(found.reading)))
    if arguments.json:
        print(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2))
    return 0 if well else 1


def accept(arguments: argparse.Namespace) -> int:
    """Each file kept, read and accepted in the name of whoever ``--by`` says."""
    from pathlib import Path

    import django

    django.setup()
    knock_at_the_database()
    from django.utils import timezone

    from sereno.documents.management import CannotAccept, Order, accept_file

    order = Order(arguments.by, arguments.plan, arguments.year, arguments.month)
    well = True
    for path in map(Path, arguments.files):
        contents(path)
        try:
            print(accept_file(path, order, kind=arguments.kind, at=timezone.now()))
        except CannotAccept as problem:
            well = False
            print(f"sereno: {problem}", file=sys.stderr)
    return 0 if well else 1


def contents(path: "Path") -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Refusal(f"no se puede abrir {path}: revise el nombre y los permisos") from problem


def run(
    command: str,
    *,
    prepare_first: bool = False,
    seals: Sequence[str] = (),
    files: Sequence[str] = (),
    lay: bool = False,
) -> int:
    """Set Django up, then do it. Imports wait until the settings are known to be good."""
    import django

    django.setup()
    if command == "verify" and files:
        return verify_files(files)
    knock_at_the_database()
    if command == "roles":
        return say_roles(lay=lay)
    if command == "prepare" or prepare_first:
        from sereno import prepare

        prepare.everything()
    if command == "serve":
        from sereno import serve

        serve.forever(once_open=try_the_keys)
    if command == "probe":
        return probe()
    if command == "late":
        return late()
    if command == "verify":
        return verify(list(seals))
    return 0


def probe() -> int:
    """Only where the council lets Sereno speak to servers of others."""
    from django.conf import settings
    from django.utils import timezone

    from sereno.reports import watch as registers
    from sereno.results import watch

    if not settings.PROBE_LINKS:
        raise Refusal(
            "los enlaces no se visitan: encienda SERENO_PROBE_LINKS=1 si el consejo lo permite."
        )
    visited = watch.probe_all(clock=timezone.now) + registers.probe_registers(clock=timezone.now)
    print(f"Enlaces visitados: {visited}")
    return 0


def late() -> int:
    """Never silently: the public page says that a figure was overtaken before it is corrected."""
    from django.utils import timezone

    from sereno.reports import actions
    from sereno.reports.queries.late import overtaken

    print(f"Cifras superadas: {actions.mark_overtaken(overtaken(), at=timezone.now())}")
    return 0


def knock_at_the_database() -> None:
    """Ask once, directly: the pool would go on asking for a while before it says no."""
    import psycopg
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.wrap_database_errors:
            psycopg.connect(**connection.get_connection_params()).close()


def try_the_keys() -> None:
    """What second factors are kept with opens them, and the public site cannot read a person."""
    from sereno.people.adapters import FactorKeyLost, try_the_key
    from sereno.verify import roles

    try:
        try_the_key()
    except FactorKeyLost as problem:
        raise Refusal(str(problem)) from problem
    try:
        roles.knock()
    except roles.ReadsTooMuch as problem:
        raise Refusal(
            "SERENO_PUBLIC_DATABASE_URL: ese usuario puede leer a las personas. Use el rol que "
            "crea «sereno roles --lay», que solo lee lo publicado."
        ) from problem


def say_roles(*, lay: bool) -> int:
    """Print what the owner of the database may run, or run it."""
    from sereno.verify import roles

    try:
        if lay:
            roles.lay()
            print(f"Listos: {roles.worker()} sirve y {roles.reader()} lee lo publicado.")
            print("Deles contraseña con \\password en psql; docs/operate.md dice cómo usarlos.")
        else:
            print(";\n".join(roles.statements()) + ";")
    except roles.NoRoles as problem:
        raise Refusal(
            "solo PostgreSQL tiene roles. Indique DATABASE_URL con la dirección de su dueño."
        ) from problem
    return 0


def verify(said: list[str]) -> int:
    """Work everything out again; name whatever does not hold, on one line each."""
    from django.conf import settings

    from sereno import verify as verifying
    from sereno.logbook.models import Entry
    from sereno.verify import witness

    remembered = [*witness.read(settings.WITNESS), *map(seen, said)]
    found = [*verifying.faults(), *witness.faults(remembered)]
    for fault in found:
        print(f"sereno: {fault}", file=sys.stderr)
    if found:
        return 1
    last = Entry.objects.order_by("-number").first()
    lines, seal = (last.number, last.seal) if last else (0, "-")
    print(f"La bitácora está íntegra: {lines} líneas. Último sello: {seal}")
    print("Coinciden con ella metas, mediciones, cifras, sumas, evidencias, funciones y plazos.")
    return 0


def verify_files(names: Sequence[str]) -> int:
    """Published files against what they seal, without a database; a line for whatever is not."""
    from pathlib import Path

    from django.conf import settings

    from sereno.verify import files

    well = True
    for path in map(Path, names):
        try:
            found = files.check(path)
        except files.CannotCheck as problem:
            raise Refusal(str(problem)) from problem
        for sentence in found:
            print(f"sereno: {path.name}: {sentence}", file=sys.stderr)
        for sentence in files.signatures(path, settings.SIGNATURE_ROOTS):
            print(f"{path.name}: {sentence}")
        if not found:
            print(f"{path.name}: íntegro. Coinciden el contenido, sus cifras y su sello.")
        well = well and not found
    return 0 if well else 1


def seen(said: str) -> "Seen":
    """A seal that somebody copied from the public page: ``1520:9f86d0…``."""
    from django.utils import timezone

    from sereno.verify.witness import Seen

    number, _, seal = said.partition(":")
    if not number.isdecimal() or len(seal) != 64:
        raise Refusal(f"--seal {said}: escriba el número de la línea y su sello, así: 1520:9f86d0…")
    return Seen(int(number), seal, timezone.now())


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
