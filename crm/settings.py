"""Every knob comes from the environment; README.md has the table."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from crm import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# Where an instance lives. The defaults are the embedded form: one directory, one process.
RAPPORT_DATA = Path(environment.text("RAPPORT_DATA", str(BASE_DIR / "data"))).resolve()
RAPPORT_DATA.mkdir(parents=True, exist_ok=True)
REDIS_URL = environment.redis_url("REDIS_URL")
EMBEDDED = not REDIS_URL
PORT = environment.port("PORT", default=8000)
SITE_URL = environment.site_url("SITE_URL", default=f"http://localhost:{PORT}")
DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key(
    "SECRET_KEY", keep_in=RAPPORT_DATA / "secret-key" if EMBEDDED else None
)

_site = urlsplit(SITE_URL)
ALLOWED_HOSTS = [_site.hostname or "", *(["localhost", "127.0.0.1", "[::1]"] if EMBEDDED else [])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _site.scheme == "https"
if SESSION_COOKIE_SECURE:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30  # 30 days, in seconds
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "crm",
    "contacts",
    "outreach",
    "allauth",
    "allauth.account",
    "django_htmx",
    "template_partials",
    "csp",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "crm.web.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "crm.web.middleware.OwnTimeMiddleware",
    "crm.web.middleware.NoStoreMiddleware",
    "crm.web.middleware.OnlyByButtonMiddleware",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

ROOT_URLCONF = "crm.urls"
WSGI_APPLICATION = "crm.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "crm.web.context.page",
            ]
        },
    }
]
FORM_RENDERER = "crm.web.renderer.RapportRenderer"

DATABASES = {
    "default": environment.database("DATABASE_URL", default_file=RAPPORT_DATA / "rapport.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Log-in limits are counted here: in the database they hold over all processes and without Redis.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rapport_cache",
    }
}

AUTH_USER_MODEL = "crm.User"
# W004 asks for unique=True; our constraint is stricter: once whatever the capitals.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "crm.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Rapport: "

_email = environment.email("EMAIL_URL")
EMAIL_CONFIGURED = bool(_email)
EMAIL_FILE_PATH = RAPPORT_DATA / "mail"
EMAIL_BACKEND = _email.get("EMAIL_BACKEND", "crm.mail.folder.EmailBackend")
EMAIL_HOST = _email.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _email.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _email.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _email.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20  # seconds; a lease on a delivery is longer than this
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text(
    "EMAIL_FROM", f"Rapport <rapport@{_site.hostname}>"
)

CELERY_BROKER_URL = REDIS_URL or "memory://localhost/"

# How long messages may be, and had best be: characters, but for the words of an e-mail. What was
# set for one decides what makes sense for the next.
_SHORTEST, _LONGEST = 50, 10_000  # a letter of more is not kept
LINKEDIN_NOTE_LIMIT = environment.whole_number(
    "LINKEDIN_NOTE_LIMIT", default=200, least=_SHORTEST, most=_LONGEST
)
LINKEDIN_NOTE_LIMIT_PREMIUM = environment.whole_number(
    "LINKEDIN_NOTE_LIMIT_PREMIUM",
    default=max(300, LINKEDIN_NOTE_LIMIT),
    least=LINKEDIN_NOTE_LIMIT,
    most=_LONGEST,
)
LINKEDIN_MESSAGE_WARNING = environment.whole_number(
    "LINKEDIN_MESSAGE_WARNING", default=1000, least=_SHORTEST, most=_LONGEST
)
LINKEDIN_MESSAGE_AIM = environment.whole_number(
    "LINKEDIN_MESSAGE_AIM",
    default=min(400, LINKEDIN_MESSAGE_WARNING),
    least=_SHORTEST,
    most=LINKEDIN_MESSAGE_WARNING,
)
INMAIL_LIMIT = environment.whole_number(
    "INMAIL_LIMIT", default=1900, least=_SHORTEST, most=_LONGEST
)
INMAIL_AIM = environment.whole_number(
    "INMAIL_AIM", default=min(400, INMAIL_LIMIT), least=_SHORTEST, most=INMAIL_LIMIT
)
INMAIL_SUBJECT_LIMIT = environment.whole_number(
    "INMAIL_SUBJECT_LIMIT", default=200, least=20, most=200
)
EMAIL_AIM_WORDS = environment.whole_number("EMAIL_AIM_WORDS", default=120, least=20, most=1000)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {name: {"level": "INFO"} for name in ("crm", "contacts", "outreach")},
}
