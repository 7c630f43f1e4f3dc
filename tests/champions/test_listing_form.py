"""The long form: nothing that was typed is lost, and nothing that it does not show."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.champions.current import facts_of
from directory.listings.facts import PlaceFacts, Provenance, ScheduleFacts
from directory.listings.queries import whole_listing
from directory.models.account import Account, RoleName
from directory.models.listing import Listing
from directory.models.organisation import Organisation
from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    ListingStatus,
    Mode,
)
from tests.accounts.staff import (
    StaffClient,
    answers_in,
    make_account,
    make_practice,
    signed_in,
)
from tests.factories import HALL, NOW, TUESDAYS, make_listing

ALLOTMENT: dict[str, Any] = {
    "name": "Practice allotment",
    "kind": "group",
    "organisation": "another",
    "new_organisation": "Friends of the surgery",
    "description": "We dig, plant and drink tea.",
    "first_visit": "Mele meets you at the gate.",
    "modes": ["in_person"],
    "place-locality": "Papatoetoe",
    "time-0-every": "week",
    "time-0-days": ["TU"],
    "time-0-starts_at": "10:00",
    "time-0-ends_at": "12:00",
    "offers-nature": ["nature.garden"],
    "languages": ["en", "sm"],
}


@pytest.fixture
def mele(session: Session) -> Account:
    practice = make_practice(session)
    return make_account(session, RoleName.CHAMPION, name="Mele", practice_id=practice.id)


@pytest.fixture
def client(app: Flask, mele: Account) -> StaffClient:
    return signed_in(app, mele)


def saved(session: Session, location: str) -> Listing:
    session.expire_all()
    listing = whole_listing(session, location.split("/")[2])
    assert listing is not None
    return listing


def test_a_new_listing_is_saved_as_a_draft_with_all_that_was_said(
    client: StaffClient, session: Session, mele: Account
) -> None:
    answer = client.send(
        "/champion/new",
        **ALLOTMENT,
        **{
            "is_hosted": "y",
            "min_age": "18",
            "max_age": "90",
            "gender": "women",
            "audience_for": "carers\nnew neighbours",
            "audience_not_for": "dogs",
            "other_languages": "Tongan",
            "access-step_free": "yes",
            "access-parking": "no",
            "access-quiet_space": "",
            "feature-dogs_welcome": "no",
            "cost": "paid",
            "cost_amount": "$3.50",
            "joining": ["drop_in"],
            "capacity": "open",
            "places_left": "4",
            "phone": "09 555 0101",
            "website": "kowhai.example",
            "time-0-except_on": "22 December 2026",
            "time-1-every": "-1",
            "time-1-days": ["FR"],
            "time-1-starts_at": "2pm",
        },
    )
    assert answer.status_code == 303
    facts = facts_of(saved(session, answer.location))
    listing = saved(session, answer.location)
    assert listing.status is ListingStatus.DRAFT
    assert listing.proposed_by_id == mele.id
    assert facts.practice_id == mele.practice_id
    assert facts.modes == {Mode.IN_PERSON}
    assert (facts.min_age, facts.max_age, facts.gender) == (18, 90, Gender.WOMEN)
    assert facts.audience_for == ("carers", "new neighbours")
    assert facts.languages == {"en", "sm", "to"}
    assert facts.places[0].access == {Access.STEP_FREE: True, Access.PARKING: False}
    assert facts.features == {Feature.DOGS_WELCOME: False}
    assert (facts.cost, str(facts.cost_amount)) == (CostKind.PAID, "3.50")
    assert (facts.capacity, facts.places_left) == (CapacityStatus.OPEN, 4)
    # At NOW it is already Tuesday 24 November in Auckland.
    assert str(facts.capacity_on) == "2026-11-24"
    assert facts.website == "https://kowhai.example"
    assert [schedule.rrule for schedule in facts.schedules] == [
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
    ]
    assert str(facts.schedules[0].except_on[0]) == "2026-12-22"
    assert facts.assured_by == "a champion at Kōwhai Medical Centre"


def test_the_place_is_looked_up_and_is_never_at_nought(
    client: StaffClient, session: Session
) -> None:
    (place,) = saved(session, client.send("/champion/new", **ALLOTMENT).location).places
    assert place.lat == pytest.approx(-36.97, abs=0.1)
    assert place.lng == pytest.approx(174.85, abs=0.1)
    # A suburb is near enough to measure from.
    assert place.is_exact


def test_the_preview_says_when_it_next_happens(client: StaffClient) -> None:
    page = client.get(client.send("/champion/new", **ALLOTMENT).location).text
    assert "Next: Tuesday 24 November, 10am" in page
    assert "Send to the coordinator" in page


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"name": ""}, "Give it a name"),
        ({"kind": "nonsense"}, "Choose what kind of thing it is"),
        ({"description": "x" * 20_000}, "Shorten it to 10,000 characters or fewer"),
        ({"description": ""}, "Say in a sentence or two"),
        ({"website": "javascript:alert(1)"}, "Give a web address such as"),
        ({"email": "nobody"}, "Give an email address"),
        ({"phone": "ring me"}, "Give a phone number"),
        ({"min_age": "200"}, "Enter an age from 0 to 120"),
        ({"min_age": "60", "max_age": "18"}, "This age is below the first one"),
        ({"min_age": "-3"}, "Enter a whole number"),
        ({"cost": "paid", "cost_amount": "lots"}, "Enter an amount of money"),
        ({"cost": "paid", "cost_amount": "NaN"}, "Enter an amount from 0"),
        ({"places_left": "99999999999999999999"}, "Enter a whole number"),
        ({"other_languages": "Klingonish"}, "We don’t know the language"),
        ({"time-0-ends_at": "09:00"}, "The end is before the start"),
        ({"time-0-starts_at": "25:00"}, "Enter a time, such as"),
        ({"time-0-days": []}, "Tick the day or days"),
        ({"time-0-every": "once"}, "Enter the date"),
        ({"time-0-every": "once", "time-0-first_on": "2026-02-31"}, "Enter a real date"),
        ({"time-0-every": "once", "time-0-first_on": "9999-12-31"}, "Enter a real date"),
        ({"time-0-every": "second_week"}, "Enter one date it happens"),
        ({"time-0-first_on": "2026-12-03"}, "That date is a Thursday"),
        ({"time-0-except_on": "31 February 2026"}, "is not a date"),
        ({"time-0-every": ""}, "Choose how often it happens"),
        ({"place-locality": ""}, "Enter the suburb or town where it meets"),
        ({"place-locality": "Papatoetoo"}, "We don’t know that place"),
        ({"new_organisation": ""}, "Enter the name of the people"),
        ({"audience_for": "x\n" * 40}, "Write up to 12 short lines"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(
    client: StaffClient, session: Session, answers: dict[str, Any], message: str
) -> None:
    answer = client.send("/champion/new", **{**ALLOTMENT, **answers})
    assert answer.status_code == 422
    page = answer.text.replace("&#39;", "'")
    # Once in the summary and once at the field.
    assert page.count(message) == 2
    assert "<title>Error: " in page
    assert "Mele meets you at the gate." in page
    assert session.scalar(select(Listing.id)) is None


def test_a_place_that_is_not_known_is_offered_its_likely_names(client: StaffClient) -> None:
    page = client.send("/champion/new", **{**ALLOTMENT, "place-locality": "Papatoetoo"}).text
    assert 'type="radio" value="Papatoetoe' in page


def test_choosing_an_offered_name_settles_the_place(client: StaffClient, session: Session) -> None:
    page = client.send("/champion/new", **{**ALLOTMENT, "place-locality": "Papatoetoo"}).text
    chosen = page.split('type="radio" value="Papatoetoe')[1].split('"')[0]
    answers = {"place-locality": "Papatoetoo", "place-meant": f"Papatoetoe{chosen}"}
    answer = client.send("/champion/new", **{**ALLOTMENT, **answers})
    assert answer.status_code == 303
    assert saved(session, answer.location).places[0].lat is not None


def test_markup_is_shown_as_it_was_typed(client: StaffClient) -> None:
    typed = "<script>alert(1)</script> 🌱 & more"
    answer = client.send("/champion/new", **{**ALLOTMENT, "description": typed})
    page = client.get(answer.location).text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 🌱 &amp; more" in page


def test_an_organisation_that_is_known_is_not_made_twice(
    client: StaffClient, session: Session
) -> None:
    client.send("/champion/new", **ALLOTMENT)
    client.send("/champion/new", **{**ALLOTMENT, "new_organisation": "friends of the SURGERY"})
    assert session.scalars(select(Organisation.name)).all() == ["Friends of the surgery"]


def test_saving_without_a_change_keeps_everything(
    client: StaffClient, session: Session, mele: Account
) -> None:
    odd = ScheduleFacts(
        starts_on=TUESDAYS.starts_on,
        starts_at=TUESDAYS.starts_at,
        rrule="FREQ=WEEKLY;BYMONTH=5,6,7;BYDAY=TU",
        place=1,
    )
    library = PlaceFacts(name="Library", locality="Ōtara", lat=-36.96, lng=174.87)
    listing = make_listing(
        session,
        practice_id=mele.practice_id,
        places=(HALL, library),
        schedules=(TUESDAYS, odd),
        languages=frozenset({"en", "fj"}),
        serves=frozenset({"mind.lowmood", "nature.garden"}),
        offers=frozenset({"nature.garden", "body.pain"}),
        provenance=Provenance("a feed", "7", "digest", "Source: a feed"),
        capacity=CapacityStatus.FULL,
        capacity_on=NOW.date().replace(day=1),
    )
    before = facts_of(saved(session, f"/x/{listing.id}"))
    url = f"/champion/{listing.id}/edit"
    answer = client.post(url, data=answers_in(client.get(url).text))
    assert answer.status_code == 303
    after = facts_of(saved(session, answer.location))
    for name in type(before).__dataclass_fields__:
        if name not in {"assured_on", "assured_by"}:
            assert getattr(after, name) == getattr(before, name), name


def test_an_odd_time_goes_only_when_it_is_unticked(
    client: StaffClient, session: Session, mele: Account
) -> None:
    odd = ScheduleFacts(
        starts_on=TUESDAYS.starts_on, starts_at=TUESDAYS.starts_at, rrule="FREQ=DAILY", place=0
    )
    listing = make_listing(session, practice_id=mele.practice_id, schedules=(odd,))
    url = f"/champion/{listing.id}/edit"
    page = client.get(url).text
    assert "Times that we keep as they are" in page
    answers = answers_in(page)
    del answers["kept_times"]
    assert saved(session, client.post(url, data=answers).location).schedules == []


def test_two_people_who_edit_at_once_do_not_lose_each_others_words(
    client: StaffClient, session: Session, mele: Account
) -> None:
    listing = make_listing(session, practice_id=mele.practice_id)
    url = f"/champion/{listing.id}/edit"
    answers = {**answers_in(client.get(url).text), "first_visit": ["My words"], "version": ["old"]}
    refused = client.post(url, data=answers)
    assert refused.status_code == 409
    assert "Somebody else changed this listing" in refused.text
    assert "My words" in refused.text
    assert client.post(url, data=answers_in(refused.text)).status_code == 303
    assert saved(session, f"/x/{listing.id}").first_visit == "My words"


def test_names_of_organisations_are_suggested(client: StaffClient) -> None:
    client.send("/champion/new", **ALLOTMENT)
    found = client.send("/champion/organisations", q="surg").get_json()
    assert [each["label"] for each in found["suggestions"]] == ["Friends of the surgery"]
    assert client.send("/champion/organisations", q="%").get_json() == {"suggestions": []}


def test_a_time_can_be_taken_out(client: StaffClient, session: Session, mele: Account) -> None:
    listing = make_listing(session, practice_id=mele.practice_id)
    url = f"/champion/{listing.id}/edit"
    answers = {**answers_in(client.get(url).text), "time-0-every": "taken_out"}
    assert saved(session, client.post(url, data=answers).location).schedules == []
