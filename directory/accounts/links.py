"""One-time links with which somebody chooses a password."""

from flask import current_app
from flask_security.recoverable import generate_reset_password_token

from directory.config import Settings
from directory.models.account import Account

RESET_PATH = "/reset-password"


def password_link(account: Account) -> str:
    """Works once, for three days. Its site comes from the settings, never from a request.

    The token names ``fs_uniquifier``, which choosing a password and closing the account renew.
    """
    token = generate_reset_password_token(account)  # type: ignore[no-untyped-call]
    return link_for(str(token))


def link_for(token: str) -> str:
    settings: Settings = current_app.config["SETTINGS"]
    return f"{settings.site_url}{RESET_PATH}/{token}"
