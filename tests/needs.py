"""What some tests need besides Python, and whether this machine has it."""

import os
import shutil
import socket
from functools import cache
from urllib.parse import urlsplit

import psycopg

from sereno.documents.readers.formats.scan import tesseract

SQLITE = "SQLite"
POSTGRESQL = "PostgreSQL"
MOSQUITTO = "Mosquitto"
NATS = "NATS"
CHROMIUM = "Chromium"
TESSERACT = "Tesseract"
CURL = "curl"
ALL = (SQLITE, POSTGRESQL, MOSQUITTO, NATS, CHROMIUM, TESSERACT, CURL)

POSTGRESQL_HERE = "postgres://postgres@127.0.0.1:5432/postgres"
MOSQUITTO_HERE = "mqtt://127.0.0.1:1883"
NATS_HERE = "nats://127.0.0.1:4222"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def postgresql_url() -> str:
    """The server to test on: the one of DATABASE_URL, else the usual one of this machine."""
    given = os.environ.get("DATABASE_URL", "")
    return given if given.startswith("postgres") else POSTGRESQL_HERE


def mqtt_url() -> str:
    return os.environ.get("SERENO_MQTT_URL") or MOSQUITTO_HERE


def nats_url() -> str:
    return os.environ.get("SERENO_NATS_URL") or NATS_HERE


def chromium_path() -> str | None:
    """The browser of SERENO_CHROMIUM, else the first one that the machine has."""
    given = os.environ.get("SERENO_CHROMIUM")
    found = (shutil.which(name, path="/usr/bin") for name in BROWSERS)
    return shutil.which(given) if given else next((path for path in found if path), None)


@cache
def is_here(need: str) -> bool:
    match need:
        case "SQLite":
            return True  # it comes with Python
        case "PostgreSQL":
            return _postgresql_answers(postgresql_url())
        case "Mosquitto":
            return _port_answers(mqtt_url(), 1883)
        case "NATS":
            return _port_answers(nats_url(), 4222)
        case "Tesseract":
            return bool(tesseract.program())
        case "curl":
            return shutil.which("curl") is not None
        case "Chromium":
            return chromium_path() is not None
    raise LookupError(f"no such need: {need}; there are {', '.join(ALL)}")


def missing() -> list[str]:
    return [need for need in ALL if not is_here(need)]


def all_required() -> bool:
    """With SERENO_REQUIRE_ALL=1 a test that cannot run is a test that failed."""
    return os.environ.get("SERENO_REQUIRE_ALL") == "1"


def _postgresql_answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.Error:
        return False
    return True


def _port_answers(url: str, usual_port: int) -> bool:
    place = urlsplit(url)
    try:
        with socket.create_connection((place.hostname, place.port or usual_port), timeout=2):
            return True
    except OSError:
        return False
