"""Signing in, through Flask-Security: Argon2 passwords, sessions, password reset by e-mail."""

from flask import Flask
from flask_mailman import Mail
from flask_security import Security, SQLAlchemySessionUserDatastore

from directory.config import Settings
from directory.models.account import Account, Role
from directory.web.database import Database


def install_accounts(app: Flask, settings: Settings, database: Database) -> None:
    app.config.update(
        SECURITY_PASSWORD_SALT=settings.password_salt,
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106  the name of a method
        SECURITY_PASSWORD_LENGTH_MIN=10,
        SECURITY_RECOVERABLE=True,
        SECURITY_CHANGEABLE=True,
        SECURITY_SEND_REGISTER_EMAIL=False,
        SECURITY_LOGIN_URL="/sign-in",
        SECURITY_LOGOUT_URL="/sign-out",
        SECURITY_LOGOUT_METHODS=["POST"],
        SECURITY_RESET_URL="/reset-password",
        SECURITY_CHANGE_URL="/change-password",
        SECURITY_POST_LOGIN_VIEW="/staff",
        SECURITY_POST_LOGOUT_VIEW="/",
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_EMAIL_SENDER=settings.mail_from,
        SECURITY_EMAIL_SUBJECT_PASSWORD_RESET="Choose a password for What Matters",  # noqa: S106
        SECURITY_RESET_PASSWORD_WITHIN="3 days",  # noqa: S106
        SECURITY_FLASH_MESSAGES=True,
        # directory.web.csrf checks; see there which requests.
        WTF_CSRF_CHECK_DEFAULT=False,
    )
    _set_up_mail(app, settings)
    datastore = SQLAlchemySessionUserDatastore(database.sessions, Account, Role)
    Security(app, datastore)


def _set_up_mail(app: Flask, settings: Settings) -> None:
    server = settings.mail
    app.config["MAIL_DEFAULT_SENDER"] = settings.mail_from
    if server is None:
        app.config["MAIL_BACKEND"] = "dummy"
    else:
        app.config.update(
            MAIL_SERVER=server.host,
            MAIL_PORT=server.port,
            MAIL_USERNAME=server.username,
            MAIL_PASSWORD=server.password,
            MAIL_USE_TLS=server.use_tls,
            MAIL_TIMEOUT=10,
        )
    Mail(app)
