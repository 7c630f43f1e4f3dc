"""Signing in: plain, safe from guessing, and never away from the site."""

from datetime import timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from directory.accounts.throttle import (
    MOST_FOR_AN_EMAIL,
    MOST_FROM_AN_ADDRESS,
    WINDOW,
    TooManyAttempts,
    count_attempt,
    link_limits,
    sign_in_limits,
)
from directory.models.account import RoleName
from directory.models.sign_in_attempt import SignInAttempt
from tests.accounts.staff import PASSWORD, make_account, signed_in, token_in, with_password
from tests.conftest import CheckedClient
from tests.factories import NOW

EMAIL = "mele@example.org"


@pytest.fixture
def mele(app: Flask, session: Session) -> Any:
    account = make_account(session, RoleName.CHAMPION, RoleName.LINK_WORKER, email=EMAIL)
    return with_password(app, session, account)


def try_to_sign_in(
    client: CheckedClient, email: str, password: str, query: str = "", **fields: str
) -> TestResponse:
    page = client.get(f"/sign-in{query}")
    data = {"csrf_token": token_in(page.text), "email": email, "password": password, **fields}
    return client.post(f"/sign-in{query}", data=data)


def test_the_right_password_leads_to_the_staff_page(client: CheckedClient, mele: Any) -> None:
    response = try_to_sign_in(client, "Mele@Example.org", PASSWORD)
    assert response.status_code == 302
    assert response.location == "/staff"
    assert "My listings" in client.get("/staff").text


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_a_wrong_password_says_the_same_with_and_without_an_account(
    client: CheckedClient, mele: Any, email: str
) -> None:
    response = try_to_sign_in(client, email, "not the password")
    assert response.status_code == 422
    assert response.text.count("The email address and password do not match") == 1
    assert "<title>Error: Sign in" in response.text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
    ],
)
def test_signing_in_never_leads_to_another_site(
    client: CheckedClient, mele: Any, elsewhere: str
) -> None:
    response = try_to_sign_in(client, EMAIL, PASSWORD, next=elsewhere)
    assert response.status_code == 302
    target = urlsplit(urljoin("https://localhost/sign-in", response.location))
    assert (target.scheme, target.netloc) == ("https", "localhost")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(
    client: CheckedClient, mele: Any
) -> None:
    asked = client.get("/champion")
    assert asked.status_code == 302
    assert asked.location.startswith("/sign-in?next=")
    response = try_to_sign_in(client, EMAIL, PASSWORD, query="?next=/champion")
    assert response.location == "/champion"


def test_guessing_is_stopped_even_with_the_right_password_in_the_end(
    client: CheckedClient, mele: Any
) -> None:
    for _ in range(MOST_FOR_AN_EMAIL):
        assert try_to_sign_in(client, EMAIL, "not the password").status_code == 422
    response = try_to_sign_in(client, EMAIL, PASSWORD)
    assert response.status_code == 429
    assert "Wait 15 minutes" in response.text


@pytest.mark.parametrize(
    "spelling",
    ["MELE@Example.org", "mele@\uff45xample.org", "mele@example\u3002org", "mele@example\uff0eorg"],
)
def test_another_spelling_of_the_address_is_no_new_beginning(
    client: CheckedClient, mele: Any, spelling: str
) -> None:
    assert try_to_sign_in(client, spelling, PASSWORD).status_code == 302
    client = CheckedClient(client.application, client.application.response_class)
    for _ in range(MOST_FOR_AN_EMAIL):
        try_to_sign_in(client, EMAIL, "not the password")
    assert try_to_sign_in(client, spelling, PASSWORD).status_code == 429


def test_another_spelling_of_the_address_gets_no_more_links() -> None:
    assert link_limits("s", EMAIL) == link_limits("s", "Mele@\uff45xample\uff0eorg ")


def test_the_right_password_forgets_earlier_slips(
    client: CheckedClient, mele: Any, session: Session
) -> None:
    try_to_sign_in(client, EMAIL, "a slip")
    try_to_sign_in(client, EMAIL, PASSWORD)
    assert session.scalar(select(func.count(SignInAttempt.id))) == 0


def test_waiting_lets_somebody_try_again(session: Session) -> None:
    engine = session.get_bind()
    limits = sign_in_limits("secret", EMAIL, None)
    for _ in range(MOST_FOR_AN_EMAIL):
        count_attempt(engine, limits, now=NOW)
    with pytest.raises(TooManyAttempts):
        count_attempt(engine, limits, now=NOW + WINDOW - timedelta(seconds=1))
    count_attempt(engine, limits, now=NOW + WINDOW)


def test_many_addresses_tried_from_one_machine_are_stopped(session: Session) -> None:
    engine = session.get_bind()
    for number in range(MOST_FROM_AN_ADDRESS):
        count_attempt(engine, sign_in_limits("s", f"{number}@example.org", "192.0.2.7"), now=NOW)
    with pytest.raises(TooManyAttempts):
        count_attempt(engine, sign_in_limits("s", "more@example.org", "192.0.2.7"), now=NOW)
    count_attempt(engine, sign_in_limits("s", "more@example.org", "192.0.2.8"), now=NOW)


def test_the_count_of_guesses_holds_neither_email_nor_address(session: Session) -> None:
    count_attempt(session.get_bind(), sign_in_limits("s", EMAIL, "192.0.2.7"), now=NOW)
    kept = session.scalars(select(SignInAttempt.key)).all()
    assert len(kept) == 2
    assert not any("mele" in key or "192" in key for key in kept)


def test_signing_out_needs_a_post_with_a_token(app: Flask, session: Session) -> None:
    client = signed_in(app, make_account(session, RoleName.CHAMPION))
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 400
    assert client.send("/sign-out").status_code == 302
    assert client.get("/champion").location.startswith("/sign-in")


def test_changing_a_password_asks_for_the_one_before(
    app: Flask, session: Session, mele: Any
) -> None:
    client = signed_in(app, mele)
    new = {"new_password": "four plain new words", "new_password_confirm": "four plain new words"}
    refused = client.send("/change-password", password="a guess", **new)
    assert refused.status_code == 422
    assert "That is not the password you have now" in refused.text
    assert client.send("/change-password", password=PASSWORD, **new).status_code == 302
    assert (
        try_to_sign_in(CheckedClient(app, app.response_class), EMAIL, PASSWORD).status_code == 422
    )


def test_guessing_the_password_of_a_page_left_open_is_stopped(
    app: Flask, session: Session, mele: Any
) -> None:
    client = signed_in(app, mele)
    new = {"new_password": "four plain new words", "new_password_confirm": "four plain new words"}
    for _ in range(MOST_FOR_AN_EMAIL):
        assert client.send("/change-password", password="a guess", **new).status_code == 422
    stopped = client.send("/change-password", password=PASSWORD, **new)
    assert stopped.status_code == 429
    assert "Wait 15 minutes" in stopped.text


def test_demonstration_accounts_are_shown_in_a_demonstration_only(
    client: CheckedClient, demo_client: CheckedClient
) -> None:
    assert "whatmatters.example" in demo_client.get("/sign-in").text
    assert "whatmatters.example" not in client.get("/sign-in").text


@pytest.mark.parametrize(
    ("role", "page"),
    [(RoleName.LINK_WORKER, "/find"), (RoleName.CHAMPION, "/champion")],
)
def test_somebody_with_one_thing_to_do_is_taken_straight_to_it(
    app: Flask, session: Session, role: RoleName, page: str
) -> None:
    response = signed_in(app, make_account(session, role)).get("/staff")
    assert response.location == page


def test_a_coordinator_sees_what_they_may_do(app: Flask, session: Session) -> None:
    page = signed_in(app, make_account(session, RoleName.COORDINATOR)).get("/staff").text
    assert "/coordinator/waiting" in page
    assert "/staff/people" in page
