"""How long somebody stays signed in, and how that ends."""

from datetime import timedelta

from flask import Flask
from flask_login import user_logged_out

from directory.accounts.actions import sign_out_everywhere
from directory.config import Settings
from directory.models.account import Account
from directory.web.database import db_session

LONGEST_STAY = timedelta(days=30)


def install_staying(app: Flask, settings: Settings) -> None:
    app.config.update(
        REMEMBER_COOKIE_DURATION=LONGEST_STAY,
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_SECURE=not settings.is_demo,
        REMEMBER_COOKIE_NAME="remember" if settings.is_demo else "__Host-remember",
    )
    user_logged_out.connect(_kill_copies, app)


def _kill_copies(_app: Flask, user: object) -> None:
    """A cookie is only forgotten by the browser that is told to; a copy of it must not live on."""
    if isinstance(user, Account):
        sign_out_everywhere(db_session(), user)
        db_session().commit()
