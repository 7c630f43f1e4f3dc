"""Invented accounts, made for demonstrations only; and the first account of a real site."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.accounts.demonstration import (
    DEMONSTRATION_ACCOUNTS,
    DEMONSTRATION_PASSWORD,
    NotADemonstration,
    save_demonstration_accounts,
)
from directory.cli import main
from directory.config import PROJECT, Settings
from directory.models.account import Account, RoleName
from tests.accounts.staff import make_account, signed_in, token_in
from tests.conftest import SECRETS, CheckedClient
from tests.factories import NOW


def test_demonstration_accounts_are_never_made_on_a_real_site(
    session: Session, settings: Settings
) -> None:
    with pytest.raises(NotADemonstration):
        save_demonstration_accounts(session, settings, now=NOW)


def test_making_demonstration_accounts_twice_changes_nothing(
    session: Session, demo_settings: Settings
) -> None:
    for _ in range(2):
        save_demonstration_accounts(session, demo_settings, now=NOW)
        session.commit()
    assert session.scalar(select(func.count(Account.id))) == len(DEMONSTRATION_ACCOUNTS)


def test_a_demonstration_account_signs_in_with_the_password_shown(
    session: Session, demo_settings: Settings, demo_app: Flask
) -> None:
    save_demonstration_accounts(session, demo_settings, now=NOW)
    session.commit()
    client = CheckedClient(demo_app)
    data = {
        "email": DEMONSTRATION_ACCOUNTS[0].email,
        "password": DEMONSTRATION_PASSWORD,
        "csrf_token": token_in(client.get("/sign-in").text),
    }
    assert client.post("/sign-in", data=data).location == "/staff"


def test_a_demonstration_account_does_not_sign_in_on_a_real_site(
    session: Session, demo_settings: Settings, app: Flask
) -> None:
    save_demonstration_accounts(session, demo_settings, now=NOW)
    session.commit()
    client = CheckedClient(app)
    data = {
        "email": DEMONSTRATION_ACCOUNTS[0].email,
        "password": DEMONSTRATION_PASSWORD,
        "csrf_token": token_in(client.get("/sign-in").text),
    }
    assert client.post("/sign-in", data=data).status_code == 422


def test_a_session_of_a_demonstration_ends_when_the_site_becomes_real(
    session: Session, app: Flask, demo_app: Flask
) -> None:
    account = make_account(session, RoleName.CHAMPION, is_demonstration=True)
    assert signed_in(demo_app, account).get("/champion").status_code == 200
    assert signed_in(app, account).get("/champion").location.startswith("/sign-in")


def test_every_demonstration_practice_is_in_the_seeds() -> None:
    known = {
        practice["id"]
        for path in (PROJECT / "seed_assets" / "listings").glob("*.yaml")
        for practice in yaml.safe_load(path.read_text(encoding="utf-8")).get("practices", ())
    }
    named = {account.practice_slug for account in DEMONSTRATION_ACCOUNTS if account.practice_slug}
    assert named
    assert named <= known


def test_demonstration_addresses_belong_to_nobody() -> None:
    assert all(account.email.endswith(".example") for account in DEMONSTRATION_ACCOUNTS)


def test_the_first_manager_is_made_from_the_command_line(
    settings: Settings, app: Flask, session: Session
) -> None:
    asked = ["invite", "--email", "Ana@example.org", "--name", "Ana", "--role", "manager"]
    environment = {**SECRETS, "WHATMATTERS_DATA": str(settings.data)}
    result = CliRunner().invoke(main, asked, env=environment)
    assert result.exit_code == 0, result.output
    path = result.output.strip().splitlines()[-1].removeprefix("http://localhost:8000")
    assert "Choose a password" in CheckedClient(app).get(path).text
    account = session.scalar(select(Account))
    assert account.email == "ana@example.org"
    assert account.is_a(RoleName.MANAGER)
    again = CliRunner().invoke(main, asked, env=environment)
    assert again.exit_code == 2
    assert "already" in again.output


@pytest.mark.parametrize("email", ["ana", "ana@example.org\nBcc: x@example.org", ""])
def test_the_command_refuses_what_is_no_address(settings: Settings, email: str) -> None:
    asked = ["invite", "--email", email, "--name", "Ana", "--role", "manager"]
    environment = {**SECRETS, "WHATMATTERS_DATA": str(settings.data)}
    result = CliRunner().invoke(main, asked, env=environment)
    assert result.exit_code == 2
    assert Path(settings.data).exists()
