"""Inviting people, and closing their accounts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.accounts.actions import EmailTaken, Invitation, RoleNotGiven, invite
from directory.app import create_app
from directory.config import MailServer, Settings
from directory.models.account import Account, RoleName
from tests.accounts.staff import make_account, make_practice, signed_in, token_in, with_password
from tests.conftest import CheckedClient
from tests.factories import NOW
from tests.mail_server import Inbox, mail_server

NEW = {"name": "Sione Tala", "email": "Sione@example.org", "roles": "champion", "practice": ""}
LINK = re.compile(r"http://localhost:8000(/reset-password/[\w.-]+)")
CHOSEN = {"password": "some quiet garden", "password_confirm": "some quiet garden"}


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, MailServer]]:
    with mail_server() as kept:
        yield kept


def site_with(settings: Settings, server: MailServer, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setattr("directory.matching.engine.load_encoder", lambda _folder: None)
    return create_app(replace(settings, mail=server), clock=lambda: NOW)


@pytest.fixture
def tom(session: Session) -> Account:
    return make_account(session, RoleName.COORDINATOR, name="Tom")


def words_of(message: Message) -> str:
    return message.get_payload(decode=True).decode("utf-8")


def test_an_invitation_arrives_by_mail_and_its_link_works_once(
    settings: Settings,
    inbox: tuple[Inbox, MailServer],
    tom: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, server = inbox
    app = site_with(settings, server, monkeypatch)
    assert signed_in(app, tom).send("/staff/people/invite", **NEW).status_code == 303
    (message,) = kept.messages
    assert message["To"] == "sione@example.org"
    path = LINK.search(words_of(message)).group(1)
    visitor = CheckedClient(app, app.response_class)
    token = token_in(visitor.get(path).text)
    assert visitor.post(path, data={**CHOSEN, "csrf_token": token}).location == "/sign-in"
    again = visitor.get(path, follow_redirects=True)
    assert "That link has been used already" in again.text


def test_a_subject_line_names_nobody(
    settings: Settings,
    inbox: tuple[Inbox, MailServer],
    tom: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, server = inbox
    signed_in(site_with(settings, server, monkeypatch), tom).send("/staff/people/invite", **NEW)
    assert kept.messages[0]["Subject"] == "Your invitation to What Matters"


def test_a_forged_host_does_not_get_into_a_link(
    settings: Settings,
    inbox: tuple[Inbox, MailServer],
    tom: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, server = inbox
    client = CheckedClient(site_with(settings, server, monkeypatch))
    token = token_in(client.get("/reset-password", base_url="https://evil.example").text)
    data = {"email": tom.email, "csrf_token": token}
    headers = {"Referer": "https://evil.example/"}
    client.post("/reset-password", data=data, base_url="https://evil.example", headers=headers)
    (message,) = kept.messages
    assert "evil.example" not in words_of(message)
    assert LINK.search(words_of(message))


def test_asking_for_a_link_says_the_same_with_and_without_an_account(
    settings: Settings,
    inbox: tuple[Inbox, MailServer],
    tom: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, server = inbox
    client = CheckedClient(site_with(settings, server, monkeypatch))
    pages = []
    for email in (tom.email, "nobody@example.org"):
        token = token_in(client.get("/reset-password").text)
        answer = client.post("/reset-password", data={"email": email, "csrf_token": token})
        # A token carries the second it was made in, so each page has its own.
        pages.append(answer.text.replace(email, "").replace(token_in(answer.text), ""))
    assert len(kept.messages) == 1
    assert "If that address has an account" in pages[0]
    assert pages[0] == pages[1]


def test_a_link_is_sent_after_the_answer_so_that_its_time_tells_nothing(
    settings: Settings,
    inbox: tuple[Inbox, MailServer],
    tom: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, server = inbox
    client = CheckedClient(site_with(settings, server, monkeypatch))
    token = token_in(client.get("/reset-password").text)
    data = {"email": tom.email, "csrf_token": token}
    answer = client.post("/reset-password", data=data, buffered=False)
    assert "If that address has an account" in answer.text
    assert not kept.messages
    answer.close()
    assert len(kept.messages) == 1


def test_where_no_mail_can_be_sent_the_link_is_shown_once(
    app: Flask, session: Session, tom: Account
) -> None:
    client = signed_in(app, tom)
    shown = client.send("/staff/people/invite", **NEW)
    assert LINK.search(shown.text)
    assert shown.headers["Cache-Control"] == "no-store"
    assert not LINK.search(client.get("/staff/people").text)


def test_a_mail_server_that_is_down_does_not_lose_the_invitation(
    settings: Settings, tom: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = site_with(settings, MailServer("127.0.0.1", 9, None, None, False), monkeypatch)
    assert LINK.search(signed_in(app, tom).send("/staff/people/invite", **NEW).text)


def test_an_invited_person_gets_their_practice_and_role(
    app: Flask, session: Session, tom: Account
) -> None:
    practice = make_practice(session)
    signed_in(app, tom).send("/staff/people/invite", **{**NEW, "practice": practice.id})
    account = session.scalar(select(Account).where(Account.email == "sione@example.org"))
    assert account.practice_id == practice.id
    assert account.is_a(RoleName.CHAMPION)
    assert account.password is None


def test_a_coordinator_cannot_make_a_manager(app: Flask, session: Session, tom: Account) -> None:
    with pytest.raises(RoleNotGiven):
        invite(
            session,
            Invitation("m@example.org", "M", {RoleName.MANAGER}),
            actor=tom,
            now=NOW,
        )
    answer = signed_in(app, tom).send("/staff/people/invite", **{**NEW, "roles": "manager"})
    assert answer.status_code == 422
    assert session.scalar(select(Account).where(Account.email == "sione@example.org")) is None


def test_a_manager_can_make_a_manager(app: Flask, session: Session) -> None:
    client = signed_in(app, make_account(session, RoleName.MANAGER))
    assert client.send("/staff/people/invite", **{**NEW, "roles": "manager"}).status_code == 200


def test_somebody_is_not_invited_twice(app: Flask, session: Session, tom: Account) -> None:
    make_account(session, RoleName.CHAMPION, email="sione@example.org")
    answer = signed_in(app, tom).send("/staff/people/invite", **NEW)
    assert answer.status_code == 422
    assert "Somebody with this address is in the list" in answer.text
    with pytest.raises(EmailTaken):
        invite(
            session, Invitation("SIONE@example.org", "S", {RoleName.CHAMPION}), actor=tom, now=NOW
        )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("sione@example.org", "sione@\uff45xample.org"),
        ("m\u0101ori@example.nz", "ma\u0304ori@example.nz"),
        ("m\u0101ori@example.nz", "M\u0100ORI@example.nz"),
    ],
)
def test_another_spelling_of_an_address_is_not_another_person(
    app: Flask, tom: Account, first: str, second: str
) -> None:
    client = signed_in(app, tom)
    assert client.send("/staff/people/invite", **{**NEW, "email": first}).status_code == 200
    assert client.send("/staff/people/invite", **{**NEW, "email": second}).status_code == 422


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "not an address"),
        ("email", "a@b.nz%0aBcc:x"),
        ("email", ""),
        ("name", ""),
        ("roles", ""),
        ("name", "x" * 201),
    ],
)
def test_an_incomplete_invitation_is_shown_again_with_what_was_typed(
    app: Flask, tom: Account, field: str, value: str
) -> None:
    answer = signed_in(app, tom).send("/staff/people/invite", **{**NEW, field: value})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    kept = "Sione Tala" if field != "name" else "Sione@example.org"
    assert kept in answer.text


def test_closing_an_account_signs_its_owner_out_and_kills_their_link(
    app: Flask, session: Session, tom: Account
) -> None:
    account = make_account(session, RoleName.CHAMPION)
    champion, coordinator = signed_in(app, account), signed_in(app, tom)
    link = LINK.search(coordinator.send(f"/staff/people/{account.id}/link").text).group(1)
    assert champion.get("/champion").status_code == 200
    assert coordinator.send(f"/staff/people/{account.id}/close").status_code == 303
    assert champion.get("/champion").location.startswith("/sign-in")
    assert CheckedClient(app).get(link).location == "/reset-password"
    coordinator.send(f"/staff/people/{account.id}/reopen")
    assert champion.get("/champion").location.startswith("/sign-in")


def test_a_closed_account_cannot_sign_in(app: Flask, session: Session) -> None:
    account = with_password(app, session, make_account(session, RoleName.CHAMPION, active=False))
    client = CheckedClient(app)
    token = token_in(client.get("/sign-in").text)
    data = {"email": account.email, "password": "three plain words", "csrf_token": token}
    assert client.post("/sign-in", data=data).status_code == 422
    assert client.get("/champion").status_code == 302


@pytest.mark.parametrize("step", ["link", "close", "reopen"])
@pytest.mark.parametrize("role", [RoleName.MANAGER, RoleName.COORDINATOR])
def test_a_coordinator_has_no_power_over_people_who_may_do_as_much(
    app: Flask, session: Session, tom: Account, role: RoleName, step: str
) -> None:
    other = make_account(session, role)
    assert signed_in(app, tom).send(f"/staff/people/{other.id}/{step}").status_code == 403
    session.refresh(other)
    assert other.active


@pytest.mark.parametrize("step", ["link", "close", "reopen"])
@pytest.mark.parametrize("number", [2**31, 2**63, 10**30])
def test_a_number_beyond_every_account_is_nobody(
    app: Flask, tom: Account, number: int, step: str
) -> None:
    assert signed_in(app, tom).send(f"/staff/people/{number}/{step}").status_code == 404


def test_nobody_closes_their_own_account(app: Flask, session: Session) -> None:
    manager = make_account(session, RoleName.MANAGER)
    client = signed_in(app, manager)
    assert client.send(f"/staff/people/{manager.id}/close").status_code == 403


@pytest.mark.parametrize("role", [RoleName.CHAMPION, RoleName.LINK_WORKER])
def test_only_coordinators_see_and_invite_people(
    app: Flask, session: Session, role: RoleName
) -> None:
    client = signed_in(app, make_account(session, role))
    assert client.get("/staff/people").status_code == 403
    assert client.get("/staff/people/invite").status_code == 403
    assert client.send("/staff/people/invite", **NEW).status_code == 403


def test_people_are_listed_in_one_order(app: Flask, session: Session, tom: Account) -> None:
    for name in ("Zoe", "aroha", "Mele"):
        make_account(session, RoleName.CHAMPION, name=name)
    make_account(session, RoleName.CHAMPION, name="Abe", active=False)
    names = re.findall(r'wm-card__title">(\w+)<', signed_in(app, tom).get("/staff/people").text)
    assert names == ["aroha", "Mele", "Tom", "Zoe", "Abe"]
