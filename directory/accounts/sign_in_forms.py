"""Flask-Security's forms, with plain labels and a limit on guessing."""

from typing import Any, cast

from flask import current_app, request
from flask_security.forms import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    ResetPasswordForm,
)
from sqlalchemy import Engine

from directory.accounts.messages import MESSAGES
from directory.accounts.throttle import (
    TooManyAttempts,
    count_attempt,
    forget_attempts,
    link_limits,
    sign_in_limits,
)
from directory.web.clock import now
from directory.web.database import db_session

TOO_MANY = "There have been many tries. Wait 15 minutes, then try again."


class SignInForm(LoginForm):
    """Counts a try before it looks at the password."""

    is_throttled = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, ("email", "Email address"), ("remember", "Keep me signed in"))
        if not is_own_page(self.next.data or ""):
            # Dropped without a word: whoever was sent here by a trick still gets in, and safely.
            self.next.data = ""

    def validate(self, **kwargs: Any) -> bool:
        limits = sign_in_limits(_secret(), self.email.data or "", request.remote_addr)
        try:
            count_attempt(_engine(), limits, now=now())
        except TooManyAttempts:
            self.is_throttled = True
            self.form_errors.append(TOO_MANY)
            return False
        if not super().validate(**kwargs):
            return False
        forget_attempts(_engine(), limits[0])
        return True


class ForgottenPasswordForm(ForgotPasswordForm):
    """Answers the same whether or not there is such an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, ("email", "Email address"))

    def validate(self, **kwargs: Any) -> bool:
        if "@" not in (self.email.data or ""):
            self.form_errors.append(MESSAGES["INVALID_EMAIL_ADDRESS"][0])
            return False
        try:
            limits = link_limits(_secret(), self.email.data or "")
            count_attempt(_engine(), limits, now=now())
        except TooManyAttempts:
            # Silently: an inbox is not to be filled, and a stranger learns nothing.
            return False
        return bool(super().validate(**kwargs))


class ChoosePasswordForm(ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, ("password", "New password"), ("password_confirm", "New password again"))


class NewPasswordForm(ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(
            self,
            ("password", "Password now"),
            ("new_password", "New password"),
            ("new_password_confirm", "New password again"),
        )


def is_own_page(path: str) -> bool:
    """True for a path of this site. Browsers read ``//`` and ``/\\`` as another site.

    >>> is_own_page("/champion"), is_own_page("//evil.example"), is_own_page("https://evil.example")
    (True, False, False)
    """
    return path.startswith("/") and path[1:2] not in {"/", "\\"} and path.isprintable()


def _label(form: Any, *labels: tuple[str, str]) -> None:
    for name, text in labels:
        form[name].label.text = text


def _engine() -> Engine:
    return cast(Engine, db_session().get_bind())


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])
