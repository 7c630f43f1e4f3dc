"""Flask-Security's forms, with plain labels and a limit on guessing."""

from collections.abc import Iterable
from functools import partial
from typing import Any, cast

from flask import current_app, request
from flask_security.forms import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    ResetPasswordForm,
)
from flask_security.recoverable import send_reset_password_instructions
from sqlalchemy import Engine

from directory.accounts.errands import run_after_the_answer
from directory.accounts.messages import MESSAGES
from directory.accounts.queries import account_by_id
from directory.accounts.throttle import (
    Limit,
    TooManyAttempts,
    count_attempt,
    forget_attempts,
    link_limits,
    password_limits,
    sign_in_limits,
)
from directory.models.account import Account
from directory.web.access import signed_in_account
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
        if not _may_try(self, limits) or not super().validate(**kwargs):
            return False
        forget_attempts(_engine(), limits[0])
        return True


class ForgottenPasswordForm(ForgotPasswordForm):
    """Answers the same, in the same time, whether or not there is such an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, ("email", "Email address"))

    def validate(self, **kwargs: Any) -> bool:
        """False always: Flask-Security then does for a known address what it does for any."""
        if "@" not in (self.email.data or ""):
            self.form_errors.append(MESSAGES["INVALID_EMAIL_ADDRESS"][0])
            return False
        try:
            limits = link_limits(_secret(), self.email.data or "")
            count_attempt(_engine(), limits, now=now())
        except TooManyAttempts:
            # Silently: an inbox is not to be filled, and a stranger learns nothing.
            return False
        if super().validate(**kwargs) and isinstance(self.user, Account):
            run_after_the_answer(partial(_send_link, self.user.id))
        return False


class ChoosePasswordForm(ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, ("password", "New password"), ("password_confirm", "New password again"))


class NewPasswordForm(ChangePasswordForm):
    """Counts a try before it looks at the password that is there now."""

    is_throttled = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(
            self,
            ("password", "Password now"),
            ("new_password", "New password"),
            ("new_password_confirm", "New password again"),
        )

    def validate(self, **kwargs: Any) -> bool:
        limits = password_limits(_secret(), signed_in_account().id)
        if not _may_try(self, limits) or not super().validate(**kwargs):
            return False
        forget_attempts(_engine(), limits[0])
        return True


def is_own_page(path: str) -> bool:
    """True for a path of this site. Browsers read ``//`` and ``/\\`` as another site.

    >>> is_own_page("/champion"), is_own_page("//evil.example"), is_own_page("https://evil.example")
    (True, False, False)
    """
    return path.startswith("/") and path[1:2] not in {"/", "\\"} and path.isprintable()


def _label(form: Any, *labels: tuple[str, str]) -> None:
    for name, text in labels:
        form[name].label.text = text


def _may_try(form: SignInForm | NewPasswordForm, limits: Iterable[Limit]) -> bool:
    """Counts the try; where there were too many, says so on the form."""
    try:
        count_attempt(_engine(), limits, now=now())
    except TooManyAttempts:
        form.is_throttled = True
        form.form_errors.append(TOO_MANY)
        return False
    return True


def _send_link(account_id: int) -> None:
    account = account_by_id(db_session(), account_id)
    if account is not None:
        send_reset_password_instructions(account)  # type: ignore[no-untyped-call]


def _engine() -> Engine:
    return cast(Engine, db_session().get_bind())


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])
