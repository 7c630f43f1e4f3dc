"""Accounts for tests, and clients that are signed in to them."""

import re
from typing import Any
from uuid import uuid4

from flask import Flask
from flask_security import hash_password
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from directory.accounts.roles import ensure_roles
from directory.models.account import Account, RoleName
from directory.models.organisation import Practice
from directory.models.vocabulary import Region
from tests.conftest import CheckedClient
from tests.factories import NOW

PASSWORD = "three plain words"


def make_account(session: Session, *roles: RoleName, **facts: Any) -> Account:
    """An account that can sign in by its session; see ``with_password`` for signing in by hand."""
    known = ensure_roles(session)
    usual = {
        "email": f"{uuid4().hex[:8]}@example.org",
        "name": "Sefa",
        "password": "set",
        "active": True,
        "fs_uniquifier": uuid4().hex,
        "invited_at": NOW,
    }
    account = Account(**(usual | facts), roles=[known[name] for name in roles])
    session.add(account)
    session.commit()
    return account


def with_password(app: Flask, session: Session, account: Account) -> Account:
    with app.app_context():
        account.password = hash_password(PASSWORD)
    session.commit()
    return account


def make_practice(session: Session, **facts: Any) -> Practice:
    usual = {"slug": uuid4().hex[:8], "name": "Kōwhai Medical Centre", "region": Region.NZ}
    practice = Practice(**(usual | facts))
    session.add(practice)
    session.commit()
    return practice


def signed_in(app: Flask, account: Account) -> "StaffClient":
    client = StaffClient(app, app.response_class)
    with client.session_transaction(base_url="https://localhost") as kept:
        kept["_user_id"] = account.fs_uniquifier
        kept["_fresh"] = True
    return client


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None, "the page has no form"
    return found.group(1)


def answers_in(page: str) -> dict[str, list[str]]:
    """What a browser would post of the page's last big form, as it stands."""
    fields: dict[str, list[str]] = {}
    for control in re.findall(r"<input[^>]*>", page):
        parts = dict(re.findall(r'([\w-]+)="([^"]*)"', control))
        is_choice = parts.get("type") in {"radio", "checkbox"}
        if "name" in parts and (not is_choice or " checked" in control):
            fields.setdefault(parts["name"], []).append(_plain(parts.get("value", "")))
    areas = re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>', page, re.S)
    for name, value in areas:
        fields[name] = [_plain(value)]
    for name, body in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        fields[name] = [_plain(chosen.group(1)) if chosen else ""]
    return fields


class StaffClient(CheckedClient):
    """Posts with the token that the page of a signed-in person carries."""

    def send(self, url: str, **fields: Any) -> TestResponse:
        token = token_in(self.get("/change-password").text)
        return self.post(url, data={**fields, "csrf_token": token})


def _plain(text: str) -> str:
    for code, character in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(code, character)
    return text.replace("&amp;", "&")
