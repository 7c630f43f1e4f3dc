"""Who may open what."""

import re

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from directory.models.account import RoleName
from directory.web.access import DECLARED_ELSEWHERE, is_declared
from tests.accounts.staff import make_account, signed_in
from tests.conftest import CheckedClient

OPEN, REFUSED, ASKED_TO_SIGN_IN = 200, 403, 302
# Who opens it: nobody in particular, a link worker, a champion, a coordinator, a manager.
PUBLIC = (OPEN, OPEN, OPEN, OPEN, OPEN)
LINK_WORKERS = (ASKED_TO_SIGN_IN, OPEN, REFUSED, OPEN, OPEN)
CHAMPIONS = (ASKED_TO_SIGN_IN, REFUSED, OPEN, OPEN, OPEN)
COORDINATORS = (ASKED_TO_SIGN_IN, REFUSED, REFUSED, OPEN, OPEN)
VISITORS = (
    None,
    RoleName.LINK_WORKER,
    RoleName.CHAMPION,
    RoleName.COORDINATOR,
    RoleName.MANAGER,
)
PAGES = {
    "/": PUBLIC,
    "/browse": PUBLIC,
    "/this-week": PUBLIC,
    "/my-list": PUBLIC,
    "/about/": PUBLIC,
    "/health/live": PUBLIC,
    "/find": LINK_WORKERS,
    "/champion": CHAMPIONS,
    "/champion/new": CHAMPIONS,
    "/coordinator/waiting": COORDINATORS,
    "/staff/people": COORDINATORS,
    "/staff/people/invite": COORDINATORS,
}
# These say in their own ways who may use them, and tests/accounts holds them to it.
LOOKED_AFTER_ELSEWHERE = {
    "static",
    "security.login",
    "security.logout",
    "security.forgot_password",
    "security.reset_password",
    "security.change_password",
    "security.verify",
}


def test_every_view_says_who_may_open_it(app: Flask) -> None:
    silent = [name for name in app.view_functions if not is_declared(app, name)]
    assert silent == []


def test_only_flask_and_its_sign_in_pages_declare_their_access_elsewhere(app: Flask) -> None:
    elsewhere = {name for name in app.view_functions if name.split(".")[0] in DECLARED_ELSEWHERE}
    assert elsewhere == LOOKED_AFTER_ELSEWHERE


def test_a_view_that_does_not_say_is_not_found(app: Flask, client: CheckedClient) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    assert client.get("/forgotten").status_code == 404


@pytest.mark.parametrize(("path", "statuses"), PAGES.items(), ids=PAGES)
def test_a_page_opens_for_those_it_is_for(
    app: Flask, session: Session, path: str, statuses: tuple[int, ...]
) -> None:
    answers = [_client(app, session, role).get(path).status_code for role in VISITORS]
    assert tuple(answers) == statuses


def test_every_page_without_a_name_in_it_is_in_the_table(app: Flask) -> None:
    """A new page is added to the table above, so that somebody has thought about it."""
    own = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and not rule.arguments
        and rule.endpoint not in LOOKED_AFTER_ELSEWHERE
    }
    told_elsewhere = {"/staff", "/about/your-information", "/about/accessibility", "/about/sources"}
    assert own - told_elsewhere == set(PAGES)


def test_nobody_gets_into_a_staff_view_without_signing_in(app: Flask) -> None:
    visitor = CheckedClient(app, app.response_class)
    answers = {
        (method, rule.rule): visitor.open(_address(rule), method=method).status_code
        for rule in app.url_map.iter_rules()
        if getattr(app.view_functions[rule.endpoint], "access", "public") != "public"
        for method in (rule.methods or set()) & {"GET", "POST"}
    }
    assert len(answers) > 15
    assert set(answers.values()) == {ASKED_TO_SIGN_IN}, answers


def test_the_staff_page_leads_whoever_has_one_task_straight_to_it(
    app: Flask, session: Session
) -> None:
    answer = _client(app, session, RoleName.LINK_WORKER).get("/staff")
    assert (answer.status_code, answer.location) == (303, "/find")


def _address(rule: Rule) -> str:
    """The rule with something in the place of each name."""
    return re.sub(r"<[^>]+>", "1", rule.rule)


def _client(app: Flask, session: Session, role: RoleName | None) -> CheckedClient:
    if role is None:
        return CheckedClient(app, app.response_class)
    return signed_in(app, make_account(session, role))
