"""The settings of the tests: Sereno's own, with a data folder that each process throws away."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="sereno-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# A setting of the person who runs the tests must not change what they say.
_FOR_TESTS = {
    "SERENO_REQUIRE_ALL",
    "SERENO_CHROMIUM",
    "SERENO_MQTT_URL",
    "SERENO_NATS_URL",
    "SERENO_PICTURES",
}
for _name in [name for name in os.environ if name.startswith("SERENO_")]:
    if _name not in _FOR_TESTS:
        del os.environ[_name]
os.environ["SERENO_DATA"] = str(_folder)

from sereno.settings import *  # noqa: E402, F403
from sereno.settings import CACHES, DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, so that threads can contend for it; without waiting for the disk.
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] |= {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
else:
    # One connection a thread, closed with it: a pool would outlive the test database.
    DATABASES["default"]["OPTIONS"] = {}
    _run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:8]
    DATABASES["default"]["TEST"] = {"NAME": f"sereno_test_{_run}"}
# The people of the tests carry no telephone; tests/people/test_middleware.py gives them one.
SECOND_FACTOR = "offered"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
# Tests change records behind the logbook's back; tests/reports/views/test_page.py keeps pages.
CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
