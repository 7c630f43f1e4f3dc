"""Forms say what to do, even to somebody whose answers were not made with our page."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from directory.models.account import RoleName
from tests.accounts.staff import make_account, signed_in

CHOOSE = "Choose one of the answers"
FORGED = [
    (RoleName.LINK_WORKER, "/find", "travel", "rocket"),
    (RoleName.LINK_WORKER, "/find", "times", "never"),
    (RoleName.LINK_WORKER, "/find", "must", "rocket"),
    (RoleName.LINK_WORKER, "/find", "terms", "rocket"),
    (RoleName.LINK_WORKER, "/find", "max_km", "rocket"),
    (RoleName.CHAMPION, "/champion/new", "modes", "rocket"),
    (RoleName.CHAMPION, "/champion/new", "access-step_free", "rocket"),
    (RoleName.CHAMPION, "/champion/new", "offers-nature", "rocket"),
    (RoleName.CHAMPION, "/champion/new", "time-0-every", "rocket"),
    (RoleName.COORDINATOR, "/staff/people/invite", "practice", "rocket"),
    (RoleName.COORDINATOR, "/staff/people/invite", "roles", "rocket"),
]


@pytest.mark.parametrize(("role", "url", "field", "value"), FORGED)
def test_an_answer_that_was_not_offered_is_refused_in_plain_words(
    app: Flask, session: Session, role: RoleName, url: str, field: str, value: str
) -> None:
    client = signed_in(app, make_account(session, role))
    answer = client.send(url, **{field: value})
    assert answer.status_code == 422
    assert CHOOSE in answer.text
    assert "valid choice" not in answer.text
