"""The command line does what it says, and a refusal is one line and exit 1."""

import json
import signal
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import needs
from tests.live import Installation

Install = Callable[..., Installation]


def refusal(installation: Installation, *words: str) -> str:
    """The one line it says on refusing."""
    done = installation.run(*words)
    assert done.returncode == 1, done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    return line


def test_a_port_in_use_is_said_with_what_to_do(server: Install) -> None:
    installation = server()
    with socket.create_server(("127.0.0.1", installation.port)):
        line = refusal(installation, "serve")
    assert f"SERENO_PORT={installation.port}" in line
    assert "elija otro" in line


def test_a_data_folder_that_cannot_be_written_is_said(server: Install) -> None:
    line = refusal(server(SERENO_DATA="/proc/sereno"), "prepare")
    assert line.startswith("sereno: SERENO_DATA=/proc/sereno: no se puede escribir")


def test_a_broken_setting_is_said(server: Install) -> None:
    assert "SERENO_PORT=eighty" in refusal(server(SERENO_PORT="eighty"), "serve")


def test_a_database_that_does_not_answer_is_said(server: Install) -> None:
    with socket.socket() as nobody:  # bound and never listening: the port refuses
        nobody.bind(("127.0.0.1", 0))
        url = f"postgres://127.0.0.1:{nobody.getsockname()[1]}/sereno"
        line = refusal(server(DATABASE_URL=url), "prepare")
    assert "no se pudo usar la base de datos" in line


@pytest.mark.needs(needs.SQLITE)
def test_roles_need_a_database_that_knows_them(server: Install) -> None:
    assert "solo PostgreSQL tiene roles" in refusal(server(), "roles")
    reader = server(SERENO_PUBLIC_DATABASE_URL="postgres://lee@127.0.0.1/sereno")
    assert "SERENO_PUBLIC_DATABASE_URL: solo PostgreSQL" in refusal(reader, "serve")


@pytest.mark.needs(needs.POSTGRESQL)
def test_roles_are_printed_for_whoever_owns_the_database(server: Install) -> None:
    done = server(SERENO_ROLE_PREFIX="quilanga").run("roles")
    assert done.returncode == 0, done.stderr
    assert "CREATE ROLE quilanga_app LOGIN" in done.stdout
    assert "REVOKE UPDATE, DELETE ON logbook_entry FROM quilanga_app;" in done.stdout


@pytest.mark.needs(needs.POSTGRESQL)
def test_the_public_site_does_not_begin_with_a_key_to_everything(server: Install) -> None:
    installation = server()
    installation.prepare()
    owner = installation.environment["DATABASE_URL"]
    installation.environment["SERENO_PUBLIC_DATABASE_URL"] = owner
    line = refusal(installation, "serve")
    assert line.startswith("sereno: SERENO_PUBLIC_DATABASE_URL: ese usuario puede leer")


def test_ctrl_c_ends_it_cleanly(server: Install) -> None:
    installation = server()
    installation.prepare()
    installation.start()
    assert installation.end(signal.SIGINT) == 0
    assert "Traceback" not in installation.said(), installation.said()


def test_the_logbook_of_an_empty_council_is_whole(server: Install) -> None:
    installation = server()
    installation.prepare()
    done = installation.run("verify")
    assert done.returncode == 0
    assert "La bitácora está íntegra: 7 líneas" in done.stdout


@pytest.mark.needs(needs.SQLITE)  # it edits the embedded database's file
def test_verify_names_what_somebody_changed_in_the_file(server: Install) -> None:
    installation = server(SERENO_EXAMPLE="loja")
    installation.prepare()
    assert installation.run("verify").returncode == 0
    change = "UPDATE logbook_entry SET actor = 'person:999' WHERE number = 41"
    with sqlite3.connect(installation.data / "sereno.sqlite3") as database:
        with pytest.raises(sqlite3.IntegrityError, match="lo firmado no se cambia"):
            database.execute(change)
        database.execute("DROP TRIGGER sereno_logbook_entry_update")
        database.execute(change)
    database.close()
    done = installation.run("verify")
    assert done.returncode == 1
    chain, locks = done.stderr.splitlines()
    assert "línea 41: fue alterada" in chain
    assert "faltan los cerrojos sereno_logbook_entry_update" in locks


@pytest.mark.needs(needs.SQLITE)  # it puts an older file in the place of the database
def test_verify_names_an_older_database_put_back(server: Install) -> None:
    installation = server()
    installation.prepare()
    file = installation.data / "sereno.sqlite3"
    older = file.read_bytes()
    installation.environment["SERENO_EXAMPLE"] = "loja"
    installation.prepare()
    file.write_bytes(older)
    assert "El testigo vio la línea" in refusal(installation, "verify")
    seal = "a" * 64
    said = installation.run("verify", "--seal", f"7:{seal}").stderr
    assert "El testigo vio la línea 7" in said
    assert "escriba el número de la línea" in refusal(installation, "verify", "--seal", "7")


def test_a_document_is_read_without_a_database(server: Install, tmp_path: Path) -> None:
    path = tmp_path / "cuadro.txt"
    path.write_text("Sugerencia;Compromiso\nMás luz;Diez lámparas\n", encoding="utf-8")
    empty = tmp_path / "nada.docx"
    empty.touch()
    installation = server(DATABASE_URL="postgres://127.0.0.1:1/sereno")
    done = installation.run("read", str(path), "--json")
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert (read["kind"], read["file"]["format"]) == ("commitments", "csv")
    both = installation.run("read", str(path), str(empty))
    assert both.returncode == 1
    assert "sugerencias y compromisos" in both.stdout
    assert "nada.docx: El archivo está vacío" in both.stderr
    assert "Hay: goals_matrix" in refusal(installation, "read", str(path), "--kind", "otra")
