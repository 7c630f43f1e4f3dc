"""A listing's page: what is known, what is not, and never one for the other."""

from dataclasses import replace
from datetime import date, time

import pytest
from icalendar import Calendar

from directory.listings.facts import ScheduleFacts
from directory.models.vocabulary import Access, Feature, ListingStatus
from tests.factories import HALL, TUESDAYS, make_listing, make_organisation


def test_it_answers_first_what_happens_when_i_walk_in(client, session):
    listing = make_listing(session, name="Garden mornings", first_visit="Ask for Mere at the gate.")
    page = client.get(f"/listings/{listing.id}").text
    assert page.index("What happens when I walk in?") < page.index("What it is")
    assert "Ask for Mere at the gate." in page


@pytest.mark.parametrize(
    "status", [ListingStatus.DRAFT, ListingStatus.PROPOSED, ListingStatus.HIDDEN]
)
def test_what_is_not_live_is_not_found(client, session, status):
    listing = make_listing(session, status=status)
    assert client.get(f"/listings/{listing.id}").status_code == 404
    assert client.get(f"/listings/{listing.id}/calendar.ics").status_code == 404


def test_what_was_never_there_is_not_found(client):
    assert client.get("/listings/nothing").status_code == 404


def test_unknown_is_kept_apart_from_no(client, session):
    place = replace(HALL, access={Access.STEP_FREE: False, Access.PARKING: True})
    listing = make_listing(session, places=(place,))
    page = client.get(f"/listings/{listing.id}").text
    assert "No step-free way in" in page
    assert "<span>Parking</span>" in page
    unknown = page[page.index("Nobody has told us about: ") :]
    assert "hearing loop" in unknown[:400]
    assert "step-free" not in unknown[:400]


def test_features_are_told_asked_about_or_denied(client, session):
    features = {Feature.CHILD_WELCOME: False, Feature.TRANSPORT: True}
    page = client.get(f"/listings/{make_listing(session, features=features).id}").text
    assert "Not a place for children" in page
    assert "Help with getting there" in page
    assert "dogs can come" in page
    assert "children can come" not in page


def test_whom_it_is_not_for_is_said(client, session):
    listing = make_listing(session, min_age=55, audience_not_for=("people who need a carer",))
    page = client.get(f"/listings/{listing.id}").text
    assert "Aged 55 and over" in page
    assert "people who need a carer" in page


def test_an_empty_listing_says_what_nobody_has_told(client, session):
    listing = make_listing(
        session,
        first_visit="",
        places=(),
        schedules=(),
        cost=None,
        joining=frozenset(),
        modes=frozenset(),
        assured_on=None,
    )
    page = client.get(f"/listings/{listing.id}").text
    for words in ("told us the times", "told us where", "told us whether", "confirmed this yet"):
        assert words in page


def test_a_number_can_be_rung_and_a_website_is_not_told_who_came(client, session):
    listing = make_listing(
        session, phone="09 555 0101", email="kia.ora@example.org", website="https://a.example"
    )
    page = client.get(f"/listings/{listing.id}").text
    assert 'href="tel:095550101"' in page
    assert 'href="mailto:kia.ora@example.org"' in page
    assert 'href="https://a.example" rel="noreferrer"' in page


def test_the_organisation_is_rung_where_the_listing_has_no_number(client, session):
    organisation = make_organisation(session, phone="09 555 0102")
    listing = make_listing(session, organisation_id=organisation.id)
    assert "09 555 0102" in client.get(f"/listings/{listing.id}").text


def test_it_says_when_it_was_checked_and_by_whom(client, session):
    page = client.get(f"/listings/{make_listing(session).id}").text
    assert "Checked 3 weeks ago by a champion" in page


def test_it_says_since_when_nobody_has_checked(client, session):
    listing = make_listing(session, assured_on=date(2026, 3, 2))
    assert "Not confirmed since March 2026" in client.get(f"/listings/{listing.id}").text


def test_an_invented_group_is_said_to_be_invented(client, session):
    invented, real = make_listing(session, is_demonstration=True), make_listing(session)
    assert "There is no such group" in client.get(f"/listings/{invented.id}").text
    assert "There is no such group" not in client.get(f"/listings/{real.id}").text


def test_the_next_five_times_are_told(client, session):
    page = client.get(f"/listings/{make_listing(session).id}").text
    assert "Tuesdays, 10am to midday" in page
    assert "Tuesday 24 November, 10am to midday" in page
    assert "Tuesday 22 December, 10am to midday" in page
    assert "Tuesday 29 December" not in page


def test_words_from_outside_are_never_markup(client, session):
    listing = make_listing(session, name="<b>Bold</b> & brave", description="<script>x</script>")
    page = client.get(f"/listings/{listing.id}").text
    assert "<b>Bold" not in page
    assert "<script>x" not in page


@pytest.mark.parametrize(
    "said",
    [
        {"rrule": "FREQ=WEEKLY;COUNT=999999999999"},
        {"rrule": "FREQ=DAILY;UNTIL=99991231"},
        {"rrule": "every Tuesday"},
        {"rrule": "", "starts_on": date(9999, 12, 31)},
        {"rrule": "", "starts_on": date(1, 1, 1)},
    ],
)
def test_a_time_that_no_calendar_can_hold_leaves_the_others_in_the_list(client, session, said):
    broken = make_listing(session, schedules=(replace(TUESDAYS, **said),))
    whole = make_listing(session, name="Tuesday plot")
    ids = f"{broken.id},{whole.id}"
    answer = client.post("/my-list/calendar", data={"ids": ids})
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Tuesday plot"]
    assert client.get(f"/listings/{broken.id}/calendar.ics").status_code == 200


def test_the_calendar_repeats_as_the_group_does(client, session):
    schedule = ScheduleFacts(
        starts_on=date(2026, 2, 2),
        starts_at=time(10),
        ends_at=time(12),
        rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222",
        except_on=(date(2026, 4, 28),),
        place=0,
    )
    listing = make_listing(session, name="Tuesday plot", schedules=(schedule,))
    answer = client.get(f"/listings/{listing.id}/calendar.ics")
    event = Calendar.from_ical(answer.data).walk("VEVENT")[0]
    # The Monday it was said to start on is no Tuesday: the first session is the day after.
    assert event["DTSTART"].dt.isoformat() == "2026-02-03T10:00:00+13:00"
    assert event["DTSTART"].params["TZID"] == "Pacific/Auckland"
    assert event["DTEND"].dt.isoformat() == "2026-02-03T12:00:00+13:00"
    assert event["EXDATE"].dts[0].dt.date() == date(2026, 4, 28)
    assert event["RRULE"]["UNTIL"][0].isoformat() == "2026-12-22T10:59:59+00:00"
    assert "Kōwhai Hall, 12 Example Road, Papatoetoe, 2025" in str(event["LOCATION"])
