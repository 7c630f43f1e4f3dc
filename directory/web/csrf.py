"""Stops forms that another site sent in somebody's name."""

from flask import Flask, request
from flask_security import current_user
from flask_wtf import CSRFProtect

READING = {"GET", "HEAD", "OPTIONS"}


def install_csrf(app: Flask) -> None:
    """Checks every changing request of somebody signed in.

    Public forms change nothing and nobody is signed in, so they carry no token and set no cookie.
    Flask-Security checks its own forms, the sign-in page's among them.
    """
    protection = CSRFProtect(app)

    @app.before_request
    def check_signed_in() -> None:
        if request.method not in READING and current_user.is_authenticated:
            protection.protect()
