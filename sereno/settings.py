"""Every setting, in one file, read from the environment."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from sereno import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = environment.folder("SERENO_DATA", BASE_DIR / "var")
SECRET_KEY = environment.secret("SERENO_SECRET_KEY", DATA / "secret-key")
FACTOR_KEY = environment.secret("SERENO_FACTOR_KEY", DATA / "factor-key")
DEBUG = environment.flag("SERENO_DEBUG", default=False)
HOST = environment.text("SERENO_HOST", "127.0.0.1")
PORT = environment.whole_number("SERENO_PORT", 8000, low=1, high=65535)
ALLOWED_HOSTS = environment.names("SERENO_HOSTS", "127.0.0.1,localhost,[::1]")
BEHIND_HTTPS = environment.flag("SERENO_BEHIND_HTTPS", default=False)
EXAMPLE = environment.choice("SERENO_EXAMPLE", ("none", "loja"))
SIMULATE = environment.flag("SERENO_SIMULATE", default=EXAMPLE != "none")
MINIMUM_COUNT = environment.whole_number("SERENO_MINIMUM_COUNT", 5, low=3, high=100)
SIGNATURE_ROOTS = Path(roots) if (roots := environment.text("SERENO_SIGNATURE_ROOTS")) else None
SECOND_FACTOR = environment.choice("SERENO_SECOND_FACTOR", ("required", "offered"))
MQTT_URL = environment.address("SERENO_MQTT_URL", ("mqtt", "mqtts"))
NATS_URL = environment.address("SERENO_NATS_URL", ("nats", "tls"))
WITNESS = Path(environment.text("SERENO_WITNESS", str(DATA / "witness"))).expanduser()
ROLE_PREFIX = environment.word("SERENO_ROLE_PREFIX", "sereno")
PROBE_LINKS = environment.flag("SERENO_PROBE_LINKS", default=False)
TILES_URL = environment.address("SERENO_TILES_URL", ("http", "https"))

ROOMS = (
    "web",
    "logbook",
    "territory",
    "people",
    "devices",
    "alerts",
    "incidents",
    "community",
    "plans",
    "plans.budget",
    "assemblies",
    "results",
    "documents",
    "reports",
    "api",
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    *(f"sereno.{room}" for room in ROOMS),
    "sereno.example",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "servestatic",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "sereno.web.middleware.files",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sereno.web.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sereno.people.middleware.FirstThingsMiddleware",
]
ROOT_URLCONF = "sereno.urls"
ASGI_APPLICATION = "sereno.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sereno.web.context.shell",
                "sereno.territory.queries.house.shell",
            ],
        },
    },
]

# PostgreSQL when DATABASE_URL says so; the embedded database otherwise.
DATABASES = {
    "default": environment.database("DATABASE_URL", f"sqlite:///{DATA / 'sereno.sqlite3'}"),
}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["CONN_MAX_AGE"] = None  # opening the file costs more than most questions
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    _database["OPTIONS"] = {"pool": {"min_size": 2, "max_size": 20, "timeout": 20}}

# The public site may read through a role that can read only what is published.
if environment.text("SERENO_PUBLIC_DATABASE_URL"):
    DATABASES["public"] = environment.database("SERENO_PUBLIC_DATABASE_URL", "") | {
        "OPTIONS": _database["OPTIONS"],
        "TEST": {"MIRROR": "default"},
    }
    environment.same_engine(DATABASES, "SERENO_PUBLIC_DATABASE_URL")
DATABASE_ROUTERS = ["sereno.web.reading.Router"]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_memory = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _memory},
    # Apart, so that documents, public pages and counted requests do not push one another out.
    "pages": {
        "BACKEND": _memory,
        "LOCATION": "pages",
        "TIMEOUT": 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    "limits": {"BACKEND": _memory, "LOCATION": "limits", "OPTIONS": {"MAX_ENTRIES": 10_000}},
}
# What a program may ask for: anyone by their address, staff by their token.
API_RATES = {"address": "600/m", "token": "300/s"}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:home"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "sereno.people.adapters.Door"
ACCOUNT_FORMS = {"login": "sereno.people.forms.SignIn"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,10/5m/key",
    # Wide enough for a whole assembly behind one connection.
    "suggest": "60/10m/ip",
    "support": "120/10m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_HTTPS else 0
MFA_ADAPTER = "sereno.people.adapters.SecondFactor"
MFA_TOTP_ISSUER = "Sereno"
MFA_TOTP_TOLERANCE = 1  # half a minute: the clocks of telephones differ

LANGUAGE_CODE = "es-ec"
LANGUAGES = [("es-ec", _("Español")), ("en", _("Inglés"))]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
LOCALE_PATHS = [BASE_DIR / "sereno" / "locale"]
FORMAT_MODULE_PATH = ["sereno.web.formats"]
TIME_ZONE = "America/Guayaquil"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
MEDIA_ROOT = DATA / "evidence"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 12 * 3600  # seconds; a neighbour's lasts longer, people/rules.py says how long
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_tiles = [TILES_URL.split("/{")[0].replace("{s}", "*")] if TILES_URL else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *_tiles],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"sereno": {"level": "INFO"}},
}
