"""Signing in, through Flask-Security: Argon2 passwords, sessions, password reset by email."""

from datetime import timedelta
from typing import Any

from flask import Flask, render_template, request
from flask_mailman import Mail
from flask_security import Security

from directory.accounts.datastore import AccountStore
from directory.accounts.demonstration import DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD
from directory.accounts.links import RESET_PATH, link_for
from directory.accounts.mail import NEW_LINK_SUBJECT, PostOffice
from directory.accounts.messages import message_settings
from directory.accounts.sign_in_forms import (
    ChoosePasswordForm,
    ForgottenPasswordForm,
    NewPasswordForm,
    SignInForm,
)
from directory.accounts.staying import install_staying
from directory.config import Settings
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
        SECURITY_RESET_URL=RESET_PATH,
        SECURITY_CHANGE_URL="/change-password",
        SECURITY_POST_LOGIN_VIEW="/staff",
        SECURITY_POST_LOGOUT_VIEW="/",
        SECURITY_POST_CHANGE_VIEW="/staff",
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_EMAIL_SENDER=settings.mail_from,
        SECURITY_EMAIL_HTML=False,
        # No look-up in the name system: who asks for a password is nobody else's business.
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_EMAIL_SUBJECT_PASSWORD_RESET=NEW_LINK_SUBJECT,
        SECURITY_EMAIL_SUBJECT_PASSWORD_NOTICE="Your What Matters password has changed",  # noqa: S106
        SECURITY_EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE="Your What Matters password has changed",  # noqa: S106
        SECURITY_RESET_PASSWORD_WITHIN=timedelta(days=3),
        SECURITY_FLASH_MESSAGES=True,
        SECURITY_STATIC_FOLDER=None,
        # directory.web.csrf checks; see there which requests.
        WTF_CSRF_CHECK_DEFAULT=False,
        # As long as the session: nobody loses an hour's writing to a token that ran out.
        WTF_CSRF_TIME_LIMIT=None,
        # Our pages send no Referer, which this would ask for over https. The token is enough.
        WTF_CSRF_SSL_STRICT=False,
        **message_settings(),
    )
    _set_up_mail(app, settings)
    install_staying(app, settings)
    security = Security(
        app,
        AccountStore(database.sessions, is_demo=settings.is_demo),
        login_form=SignInForm,
        forgot_password_form=ForgottenPasswordForm,
        reset_password_form=ChoosePasswordForm,
        change_password_form=NewPasswordForm,
        mail_util_cls=PostOffice,
        render_template=render_security_page,  # type: ignore[arg-type]  # a status may come too
    )
    _tell_pages(security, settings)


def render_security_page(template: str, **context: Any) -> str | tuple[str, int]:
    """Gives our layout its ``form``, and an invalid one the status that the rest of the site uses.

    Flask-Security renders its messages too through here; they have no form.
    """
    form = next((value for name, value in context.items() if name.endswith("_form")), None)
    if form is None:
        return render_template(template, **context)
    form.form_errors = list(dict.fromkeys(form.form_errors))
    page = render_template(template, form=form, back_link=None, **context)
    if request.method != "POST" or not form.errors:
        return page
    return page, 429 if getattr(form, "is_throttled", False) else 422


def _tell_pages(security: Security, settings: Settings) -> None:
    accounts = DEMONSTRATION_ACCOUNTS if settings.is_demo else ()

    @security.login_context_processor
    def sign_in_page() -> dict[str, object]:
        return {
            "demonstration_accounts": accounts,
            "demonstration_password": DEMONSTRATION_PASSWORD,
        }

    @security.forgot_password_context_processor
    def forgotten_password_page() -> dict[str, object]:
        return {"has_mail": settings.mail is not None}

    @security.mail_context_processor
    def message() -> dict[str, object]:
        # Flask-Security's own link takes its site from the request, where a stranger may set it.
        return {"link_for": link_for}


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
