"""The link worker's page: one situation in, a few options out, nothing kept."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from directory.app import create_app
from directory.config import Settings
from directory.models.account import RoleName
from directory.models.vocabulary import ListingKind
from tests.accounts.staff import StaffClient, make_account, signed_in
from tests.conftest import CheckedClient
from tests.factories import NOW, make_listing, make_organisation
from tests.mail_server import Inbox, mail_server

SITUATION = {"what_matters": "He used to love gardening", "place": "Papatoetoe"}


@pytest.fixture
def worker(app: Flask, session: Session) -> StaffClient:
    return signed_in(app, make_account(session, RoleName.LINK_WORKER))


def test_what_fits_comes_with_its_reason(worker: StaffClient, session: Session) -> None:
    listing = make_listing(session, name="Tuesday plot")
    page = worker.send("/find", **SITUATION).text
    assert "Tuesday plot" in page
    assert "Why this fits" in page
    assert f'value="{listing.id}"' in page


def test_what_does_not_fit_is_set_aside_with_its_reason(
    worker: StaffClient, session: Session
) -> None:
    make_listing(session, name="Young growers", max_age=24)
    page = worker.send("/find", **{**SITUATION, "age": "70"}).text
    aside = page[page.index("Set aside") :]
    assert "Young growers" in aside
    assert "24" in aside or "25" in aside


def test_an_unknown_place_is_asked_about_and_nothing_is_lost(worker: StaffClient) -> None:
    response = worker.send("/find", **{**SITUATION, "place": "Manuerwa", "avoid": "church"})
    assert response.status_code == 422
    assert "Did you mean Manurewa" in response.text
    assert "He used to love gardening" in response.text
    assert 'value="church"' in response.text


def test_an_ambiguous_place_is_chosen_and_then_used(worker: StaffClient, session: Session) -> None:
    make_listing(session, name="Tuesday plot")
    asked = worker.send("/find", **{**SITUATION, "place": "Avondale"})
    assert asked.status_code == 422
    assert "Avondale, Christchurch" in asked.text
    settled = worker.send(
        "/find", **{**SITUATION, "place": "Avondale", "place_choice": "Avondale, Auckland"}
    )
    assert settled.status_code == 200
    assert "near Avondale, Auckland" in settled.text


def test_a_choice_of_place_that_was_not_offered_is_not_taken(worker: StaffClient) -> None:
    response = worker.send(
        "/find", **{**SITUATION, "place": "Avondale", "place_choice": "Gateshead"}
    )
    assert response.status_code == 422


def test_an_empty_form_gets_a_helpful_start(worker: StaffClient) -> None:
    response = worker.send("/find", **{})
    assert response.status_code == 200
    assert "Start with what the person said" in response.text


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("age", "old", "Give the age as a number"),
        ("age", "200", "between 0 and 120"),
        ("languages", "Klingonese", "do not know the language"),
        ("what_matters", "x" * 20_001, "20,000 characters"),
    ],
)
def test_bad_input_is_named_at_its_field(
    worker: StaffClient, field: str, value: str, message: str
) -> None:
    response = worker.send("/find", **{**SITUATION, field: value})
    assert response.status_code == 422
    assert message in response.text


def test_what_is_typed_is_shown_as_text(worker: StaffClient) -> None:
    response = worker.send("/find", **{**SITUATION, "what_matters": "<script>alert(1)</script> 🌱"})
    assert "<script>alert" not in response.text


def test_words_that_may_mean_danger_put_help_first(worker: StaffClient) -> None:
    page = worker.send("/find", **{**SITUATION, "what_matters": "She says she wants to die"}).text
    assert "somebody is in danger" in page


def test_the_shortlist_becomes_words_to_say(worker: StaffClient, session: Session) -> None:
    chosen = make_listing(session, name="Tuesday plot", phone="09 555 0123")
    make_listing(session, name="Other plot")
    page = worker.send("/find/summary", **{**SITUATION, "shortlist": chosen.id}).text
    words = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
    assert words is not None
    assert "Tuesday plot" in words[1] and "09 555 0123" in words[1]
    assert "Other plot" not in words[1]


def test_a_summary_of_nothing_goes_back_to_the_results(
    worker: StaffClient, session: Session
) -> None:
    make_listing(session, name="Tuesday plot")
    response = worker.send("/find/summary", **SITUATION)
    assert "Tuesday plot" in response.text
    assert "Tick at least one" in response.text


def test_one_can_go_back_from_the_summary_to_what_was_asked(
    worker: StaffClient, session: Session
) -> None:
    chosen = make_listing(session, name="Tuesday plot")
    page = worker.send("/find/summary", **SITUATION, shortlist=chosen.id).text
    assert 'name="what_matters" value="He used to love gardening"' in page
    assert f'name="shortlist" value="{chosen.id}"' in page


def test_the_words_say_the_street_and_the_number_to_ring(
    worker: StaffClient, session: Session
) -> None:
    organisation = make_organisation(session, phone="09 555 0199")
    chosen = make_listing(session, organisation_id=organisation.id)
    page = worker.send("/find/summary", **SITUATION, shortlist=chosen.id).text
    assert "12 Example Road 2025" in page and "09 555 0199" in page


def test_help_is_that_of_the_country_the_person_lives_in(
    worker: StaffClient, session: Session
) -> None:
    page = worker.send("/find", **{**SITUATION, "place": "Gateshead"}).text
    help_now = page[page.index('id="help-now"') :]
    assert "999" in help_now and "1737" not in help_now


def test_a_summary_of_an_unknown_listing_is_no_error(worker: StaffClient) -> None:
    assert worker.send("/find/summary", **{**SITUATION, "shortlist": "nonsense"}).status_code == 200


def test_a_listing_is_found_by_a_name_typed_badly(worker: StaffClient, session: Session) -> None:
    make_listing(session, name="Māngere Bridge bowls")
    assert "Māngere Bridge bowls" in worker.send("/find/by-name", **{"q": "mangere brige"}).text


def test_suggestions_come_as_one_types(worker: StaffClient, session: Session) -> None:
    listing = make_listing(session, name="Tuesday plot", kind=ListingKind.GROUP)
    found = worker.send("/find/suggest", **{"q": "tues"}).json
    assert found["suggestions"][0]["label"] == "Tuesday plot"
    assert found["suggestions"][0]["url"].endswith(listing.id)


def test_nothing_that_is_typed_reaches_an_address_or_a_log(
    worker: StaffClient, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    make_listing(session)
    caplog.set_level(logging.DEBUG)
    response = worker.send("/find", **{**SITUATION, "what_matters": "unmistakable gardening"})
    assert "unmistakable" not in caplog.text
    assert response.headers["Cache-Control"] == "no-store"
    assert all("unmistakable" not in link for link in re.findall(r'href="([^"]*)"', response.text))


@pytest.mark.parametrize("role", [RoleName.CHAMPION])
def test_others_may_not_find_for_a_person(app: Flask, session: Session, role: RoleName) -> None:
    other = signed_in(app, make_account(session, role))
    assert other.get("/find").status_code == 403


def test_a_stranger_is_asked_to_sign_in(client: CheckedClient) -> None:
    response = client.get("/find")
    assert response.status_code == 302
    assert "/sign-in" in response.headers["Location"]


def test_a_form_that_another_site_sent_is_refused(worker: StaffClient) -> None:
    assert worker.post("/find", data=SITUATION).status_code == 400


@pytest.fixture
def sending(
    settings: Settings, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[StaffClient, Inbox]]:
    monkeypatch.setattr("directory.matching.engine.load_encoder", lambda _folder: None)
    with mail_server() as (inbox, server):
        app = create_app(replace(settings, mail=server), clock=lambda: NOW)
        account = make_account(session, RoleName.LINK_WORKER, email="aroha@example.org")
        yield signed_in(app, account), inbox


def test_the_words_are_sent_with_answers_going_to_the_worker(
    sending: tuple[StaffClient, Inbox],
) -> None:
    worker, inbox = sending
    page = worker.send("/find/send", words="Kia ora. Try the plot.", email="sefa@example.org")
    assert "on its way" in page.text
    (message,) = inbox.messages
    assert message["To"] == "sefa@example.org"
    assert message["Reply-To"] == "aroha@example.org"
    assert "Try the plot" in message.get_content()
    assert "plot" not in message["Subject"] and "sefa" not in message["Subject"].lower()


@pytest.mark.parametrize("email", ["", "nobody", "a@example.org\nBcc: b@example.org"])
def test_a_wrong_address_sends_nothing_and_loses_nothing(
    sending: tuple[StaffClient, Inbox], email: str
) -> None:
    worker, inbox = sending
    response = worker.send("/find/send", words="Kia ora. Try the plot.", email=email)
    assert response.status_code == 422
    assert "Try the plot" in response.text
    assert inbox.messages == []


def test_a_mail_server_that_is_down_loses_nothing(
    settings: Settings, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.matching.engine.load_encoder", lambda _folder: None)
    with mail_server() as (_inbox, server):
        pass
    app = create_app(replace(settings, mail=server), clock=lambda: NOW)
    worker = signed_in(app, make_account(session, RoleName.LINK_WORKER))
    response = worker.send("/find/send", words="Try the plot.", email="sefa@example.org")
    assert response.status_code == 503
    assert "Try the plot." in response.text and "could not be sent" in response.text
