"""Staying signed in: for a month at most, on one's own browser, and no longer than one likes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from directory.models.account import RoleName
from tests.accounts.staff import PASSWORD, StaffClient, make_account, token_in, with_password
from tests.conftest import CheckedClient

REMEMBER = "__Host-remember"


@pytest.fixture
def remembered(app: Flask, session: Session) -> StaffClient:
    """Signed in by hand, with "Keep me signed in" chosen."""
    account = with_password(app, session, make_account(session, RoleName.CHAMPION))
    client = StaffClient(app, app.response_class)
    page = client.get("/sign-in").text
    answers = {"email": account.email, "password": PASSWORD, "remember": "y"}
    client.post("/sign-in", data={**answers, "csrf_token": token_in(page)})
    return client


def kept(client: CheckedClient, name: str) -> Any:
    cookie = client.get_cookie(name)
    assert cookie is not None, f"there is no cookie {name}"
    return cookie


def copy_of(client: CheckedClient, name: str) -> CheckedClient:
    """Another browser, which got hold of one cookie."""
    other = CheckedClient(client.application, client.application.response_class)
    other.set_cookie(name, kept(client, name).value, secure=True)
    return other


def test_the_cookie_that_keeps_somebody_signed_in_is_safe_and_lasts_a_month(
    remembered: StaffClient,
) -> None:
    cookie = kept(remembered, REMEMBER)
    assert cookie.secure
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.expires - datetime.now(UTC) <= timedelta(days=30)


def test_somebody_who_is_kept_signed_in_needs_no_session(remembered: StaffClient) -> None:
    assert copy_of(remembered, REMEMBER).get("/champion").status_code == 200


@pytest.mark.parametrize("name", [REMEMBER, "__Host-session"])
def test_signing_out_kills_copies_of_a_cookie(remembered: StaffClient, name: str) -> None:
    other = copy_of(remembered, name)
    assert other.get("/champion").status_code == 200
    untouched = copy_of(remembered, name)
    remembered.send("/sign-out")
    assert other.get("/champion").location.startswith("/sign-in")
    assert untouched.get("/champion").location.startswith("/sign-in")
