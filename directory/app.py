"""Puts the site together. It wires and decides nothing."""

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from directory.accounts.security import install_accounts
from directory.blueprints import register_blueprints
from directory.config import PROJECT, Settings, settings_from
from directory.matching.engine import install_matching
from directory.places.site import install_places
from directory.safety.crisis_lines import read_crisis_lines
from directory.web.access import refuse_undeclared
from directory.web.assets import install_assets
from directory.web.clock import Clock, install_clock, system_clock
from directory.web.context import install_context
from directory.web.csrf import install_csrf
from directory.web.database import install_database
from directory.web.errors import install_errors
from directory.web.form_bodies import refuse_unreadable_forms
from directory.web.headers import install_headers

LARGEST_FORM = 1024 * 1024


def create_app(settings: Settings | None = None, clock: Clock = system_clock) -> Flask:
    settings = settings or settings_from()
    app = Flask(
        "directory",
        template_folder=str(PROJECT / "templates"),
        static_folder=str(PROJECT / "directory" / "static" / "build"),
    )
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=not settings.is_demo,
        SESSION_COOKIE_NAME="session" if settings.is_demo else "__Host-session",
        SEND_FILE_MAX_AGE_DEFAULT=31_536_000,
        SETTINGS=settings,
    )
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies
        )
    _set_up_templates(app)
    install_clock(app, clock)
    database = install_database(app, settings.database_url)
    install_accounts(app, settings, database)
    install_csrf(app)
    install_matching(app, settings, database)
    install_places(app, settings)
    install_assets(app)
    register_blueprints(app)
    install_context(app, settings, read_crisis_lines())
    install_headers(app, settings.map_tiles)
    install_errors(app)
    refuse_unreadable_forms(app)
    refuse_undeclared(app)
    return app


def _set_up_templates(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
