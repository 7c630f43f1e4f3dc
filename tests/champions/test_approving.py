"""From a draft to the next search: who may do what, and who decides."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from directory.champions.actions import ChangedSince, approve
from directory.champions.presenters import version_of
from directory.listings.queries import whole_listing
from directory.matching.engine import EXTENSION, MatchingEngine
from directory.matching.shapes import Person
from directory.models.account import Account, RoleName
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus
from tests.accounts.staff import (
    StaffClient,
    answers_in,
    make_account,
    make_practice,
    signed_in,
)
from tests.champions.test_listing_form import ALLOTMENT
from tests.conftest import CheckedClient
from tests.factories import NOW, make_listing


@pytest.fixture
def mele(session: Session) -> Account:
    return make_account(session, RoleName.CHAMPION, practice_id=make_practice(session).id)


@pytest.fixture
def champion(app: Flask, mele: Account) -> StaffClient:
    return signed_in(app, mele)


@pytest.fixture
def coordinator(app: Flask, session: Session) -> StaffClient:
    return signed_in(app, make_account(session, RoleName.COORDINATOR))


def reread(session: Session, listing_id: str) -> Listing:
    session.expire_all()
    listing = whole_listing(session, listing_id)
    assert listing is not None
    return listing


def found_ids(app: Flask, session: Session) -> set[str]:
    engine: MatchingEngine = app.extensions[EXTENSION]
    session.rollback()
    answer = engine.match(session, Person(what_matters="an allotment"), now=NOW)
    return {match.listing_id for match in answer.matches}


def new_draft(champion: StaffClient) -> str:
    return champion.send("/champion/new", **ALLOTMENT).location.split("/")[2]


def test_a_champions_allotment_is_found_once_it_is_approved_and_not_before(
    app: Flask, session: Session, champion: StaffClient, coordinator: StaffClient
) -> None:
    make_listing(session, name="Knit and natter", description="We knit.", offers=frozenset())
    assert len(found_ids(app, session)) <= 1
    listing_id = new_draft(champion)
    assert listing_id not in found_ids(app, session)
    champion.send(f"/champion/{listing_id}/send")
    assert listing_id not in found_ids(app, session)
    assert CheckedClient(app).get(f"/listings/{listing_id}").status_code == 404
    assert "Practice allotment" in coordinator.get("/coordinator/waiting").text
    page = coordinator.get(f"/coordinator/waiting/{listing_id}").text
    answers = {"version": answers_in(page)["version"]}
    coordinator.send(f"/coordinator/waiting/{listing_id}/approve", **answers)
    assert listing_id in found_ids(app, session)
    assert CheckedClient(app).get(f"/listings/{listing_id}").status_code == 200


def test_a_listing_is_approved_once(session: Session, coordinator: StaffClient) -> None:
    listing = make_listing(session, status=ListingStatus.PROPOSED)
    url = f"/coordinator/waiting/{listing.id}/approve"
    version = version_of(listing)
    assert coordinator.send(url, version=version).status_code == 303
    coordinator.send(url, version=version)
    assert "not waiting any more" in coordinator.get("/coordinator/waiting").text
    assert reread(session, listing.id).status is ListingStatus.LIVE


def test_what_changed_since_it_was_read_is_not_approved(
    session: Session, coordinator: StaffClient
) -> None:
    listing = make_listing(session, status=ListingStatus.PROPOSED)
    earlier = listing.updated_at - timedelta(minutes=5)
    with pytest.raises(ChangedSince):
        approve(session, listing.id, seen=earlier, now=NOW)
    session.rollback()
    answer = coordinator.send(
        f"/coordinator/waiting/{listing.id}/approve", version=earlier.isoformat()
    )
    assert "It was changed while you were reading" in coordinator.get(answer.location).text
    assert reread(session, listing.id).status is ListingStatus.PROPOSED


def test_the_reason_for_sending_back_reaches_the_champion_until_it_is_sent_again(
    session: Session, champion: StaffClient, coordinator: StaffClient
) -> None:
    listing_id = new_draft(champion)
    champion.send(f"/champion/{listing_id}/send")
    version = version_of(reread(session, listing_id))
    url = f"/coordinator/waiting/{listing_id}/send-back"
    empty = coordinator.send(url, version=version, reason=" ")
    assert empty.status_code == 422
    assert "Say what should change" in empty.text
    coordinator.send(url, version=version, reason="Lovely. Which gate <b>exactly</b>?")
    page = champion.get("/champion").text
    assert "Sent back" in page
    assert "Which gate &lt;b&gt;exactly&lt;/b&gt;?" in page
    champion.send(f"/champion/{listing_id}/send")
    assert "Which gate" not in champion.get("/champion").text
    assert reread(session, listing_id).status is ListingStatus.PROPOSED


def test_sending_twice_does_no_harm(session: Session, champion: StaffClient) -> None:
    listing_id = new_draft(champion)
    champion.send(f"/champion/{listing_id}/send")
    assert champion.send(f"/champion/{listing_id}/send").status_code == 303
    assert "It was sent already" in champion.get("/champion").text


def test_what_a_coordinator_sends_is_live(session: Session, coordinator: StaffClient) -> None:
    listing_id = new_draft(coordinator)
    assert "Publish" in coordinator.get(f"/champion/{listing_id}/preview").text
    coordinator.send(f"/champion/{listing_id}/send")
    assert reread(session, listing_id).status is ListingStatus.LIVE


def edited(client: StaffClient, listing_id: str) -> Any:
    url = f"/champion/{listing_id}/edit"
    answers = {**answers_in(client.get(url).text), "first_visit": "Ask for Mele."}
    assert client.post(url, data=answers).status_code == 303


def test_what_the_own_practice_runs_stays_live_when_its_champion_changes_it(
    session: Session, champion: StaffClient, mele: Account
) -> None:
    listing = make_listing(session, practice_id=mele.practice_id)
    edited(champion, listing.id)
    now = reread(session, listing.id)
    assert (now.status, now.first_visit) == (ListingStatus.LIVE, "Ask for Mele.")
    assert str(now.assured_on) == "2026-11-24"


def test_anything_else_a_champion_changes_waits_again(
    session: Session, champion: StaffClient, mele: Account
) -> None:
    listing = make_listing(session)
    listing.proposed_by_id = mele.id
    session.commit()
    assert "until a coordinator has looked" in champion.get(f"/champion/{listing.id}/edit").text
    edited(champion, listing.id)
    assert reread(session, listing.id).status is ListingStatus.PROPOSED


def test_naming_ones_own_practice_does_not_get_round_the_coordinator(
    session: Session, champion: StaffClient, mele: Account
) -> None:
    listing = make_listing(session)
    listing.proposed_by_id = mele.id
    session.commit()
    url = f"/champion/{listing.id}/edit"
    champion.post(url, data={**answers_in(champion.get(url).text), "is_hosted": "y"})
    assert reread(session, listing.id).status is ListingStatus.PROPOSED


def test_still_right_is_one_click_and_changes_nothing_else(
    session: Session, champion: StaffClient, mele: Account
) -> None:
    listing = make_listing(session, practice_id=mele.practice_id, assured_on=None, assured_by="")
    before = version_of(listing)
    assert "Never confirmed" in champion.get("/champion").text
    assert champion.send(f"/champion/{listing.id}/still-right").status_code == 303
    now = reread(session, listing.id)
    assert (str(now.assured_on), now.assured_by) == (
        "2026-11-24",
        "a champion at Kōwhai Medical Centre",
    )
    assert version_of(now) == before
    assert now.status is ListingStatus.LIVE


@pytest.mark.parametrize("page", ["edit", "preview"])
def test_somebody_elses_listing_is_not_there(
    session: Session, champion: StaffClient, page: str
) -> None:
    listing = make_listing(session, practice_id=make_practice(session).id)
    assert champion.get(f"/champion/{listing.id}/{page}").status_code == 404
    assert champion.get(f"/champion/no-such-listing/{page}").status_code == 404


@pytest.mark.parametrize("step", ["edit", "send", "still-right"])
def test_nobody_acts_on_somebody_elses_listing(
    session: Session, champion: StaffClient, step: str
) -> None:
    listing = make_listing(session, status=ListingStatus.DRAFT)
    assert champion.send(f"/champion/{listing.id}/{step}", **ALLOTMENT).status_code == 404
    assert reread(session, listing.id).status is ListingStatus.DRAFT


def test_my_listings_are_what_i_proposed_and_what_my_practice_runs(
    session: Session, champion: StaffClient, mele: Account
) -> None:
    proposed = make_listing(session, name="Mine", status=ListingStatus.PROPOSED)
    proposed.proposed_by_id = mele.id
    session.commit()
    make_listing(session, name="Ours", practice_id=mele.practice_id)
    make_listing(session, name="Theirs")
    page = champion.get("/champion").text
    assert "Mine" in page
    assert "Waiting for a coordinator" in page
    assert "Ours" in page
    assert "Next: Tuesday 24 November, 10am" in page
    assert "Theirs" not in page


@pytest.mark.parametrize(
    "url", ["/champion", "/champion/new", "/coordinator/waiting", "/coordinator/waiting/x"]
)
def test_a_link_worker_does_not_change_listings(app: Flask, session: Session, url: str) -> None:
    client = signed_in(app, make_account(session, RoleName.LINK_WORKER))
    assert client.get(url).status_code == 403
    assert CheckedClient(app).get(url).location.startswith("/sign-in")


@pytest.mark.parametrize("step", ["approve", "send-back"])
def test_a_champion_does_not_decide(session: Session, champion: StaffClient, step: str) -> None:
    listing = make_listing(session, status=ListingStatus.PROPOSED)
    answers = {"version": version_of(listing), "reason": "x"}
    url = f"/coordinator/waiting/{listing.id}/{step}"
    assert champion.send(url, **answers).status_code == 403
    assert reread(session, listing.id).status is ListingStatus.PROPOSED


@pytest.mark.parametrize("step", ["approve", "send-back"])
@pytest.mark.parametrize("version", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-14:00"])
def test_a_version_outside_the_calendar_asks_to_look_again(
    session: Session, coordinator: StaffClient, version: str, step: str
) -> None:
    listing = make_listing(session, status=ListingStatus.PROPOSED)
    url = f"/coordinator/waiting/{listing.id}/{step}"
    answer = coordinator.send(url, version=version, reason="x")
    assert answer.location == f"/coordinator/waiting/{listing.id}"
    assert reread(session, listing.id).status is ListingStatus.PROPOSED


@pytest.mark.parametrize("version", ["", "yesterday", "2026-11-23T20:00:00"])
def test_a_version_that_is_none_is_refused(
    session: Session, coordinator: StaffClient, version: str
) -> None:
    listing = make_listing(session, status=ListingStatus.PROPOSED)
    url = f"/coordinator/waiting/{listing.id}/approve"
    assert coordinator.send(url, version=version).status_code == 400
