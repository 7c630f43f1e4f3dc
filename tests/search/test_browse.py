"""Looking around: by interest and by day, in the deployment's own region."""

from datetime import date, time, timedelta

import pytest

from directory.listings.facts import ScheduleFacts
from directory.models.vocabulary import ListingStatus, Region
from directory.search.interests import SENTENCES, interests
from tests.factories import TUESDAYS, make_listing

SATURDAY_EVENING = ScheduleFacts(
    starts_on=date(2026, 11, 28), starts_at=time(19), ends_at=time(21), place=0
)


def test_every_interest_has_a_sentence_and_a_page(client):
    page = client.get("/browse").text
    assert {each.id for each in interests()} == set(SENTENCES)
    for each in interests():
        assert f'href="/browse/{each.id}"' in page
        assert client.get(f"/browse/{each.id}").status_code == 200


def test_an_interest_lists_its_own_by_name_with_a_count(client, session):
    make_listing(session, name="Zinnias")
    make_listing(session, name="Apples")
    make_listing(session, name="Choir", offers=frozenset({"arts.singing"}))
    page = client.get("/browse/nature").text
    assert page.index("Apples") < page.index("Zinnias")
    assert "Choir" not in page
    assert "2 things." in page
    assert "Gardening (2)" in page


def test_a_narrower_interest_lists_only_its_own(client, session):
    make_listing(session, name="Apples")
    make_listing(session, name="Bird walk", offers=frozenset({"nature.birds"}))
    page = client.get("/browse/nature/birds").text
    assert "Bird walk" in page
    assert "Apples" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/browse/nothing",
        "/browse/nature/nothing",
        "/browse/nothing/garden",
        "/browse/nature?page=2",
        "/browse/nature?page=0",
        "/browse/nature?page=x",
        "/this-week?part=noon",
        "/this-week?interest=nothing",
    ],
)
def test_an_address_that_leads_nowhere_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_hidden_listings_and_other_regions_are_not_listed(client, session):
    make_listing(session, name="Hidden beds", status=ListingStatus.HIDDEN)
    make_listing(session, name="English beds", region=Region.ENGLAND)
    assert "There is nothing here yet" in client.get("/browse/nature").text


def test_a_demonstration_shows_every_region_and_says_which(demo_client, session):
    make_listing(session, name="Auckland beds")
    make_listing(session, name="A bed in Dorset", region=Region.ENGLAND)
    page = demo_client.get("/browse/nature").text
    assert page.index("Auckland beds") < page.index("A bed in Dorset")
    assert ">England<" in page
    assert ">New Zealand<" not in page


def test_a_long_list_has_pages(client, session):
    for number in range(21):
        make_listing(session, name=f"Group {number:02d}")
    first, second = client.get("/browse/nature").text, client.get("/browse/nature?page=2").text
    assert "Group 19" in first
    assert "Group 20" not in first
    assert "Group 20" in second
    assert 'href="/browse/nature?page=2"' in first


def test_the_week_is_told_day_by_day_in_local_time(client, session):
    make_listing(session, name="Saturday supper", schedules=(SATURDAY_EVENING,))
    make_listing(session, name="Tuesday plot")
    page = client.get("/this-week").text
    assert page.index("Tuesday 24 November") < page.index("Saturday 28 November")
    assert "10am to midday" in page
    assert "7pm to 9pm" in page


def test_what_is_over_or_further_off_is_not_in_the_week(client, session):
    over = ScheduleFacts(starts_on=date(2026, 11, 24), starts_at=time(8), place=0)
    later = ScheduleFacts(starts_on=date(2026, 12, 5), starts_at=time(8), place=0)
    make_listing(session, name="This morning", schedules=(over,))
    make_listing(session, name="Next month", schedules=(later,))
    page = client.get("/this-week").text
    assert "This morning" not in page
    assert "Next month" not in page


def test_the_week_can_be_narrowed_by_time_and_interest(client, session):
    make_listing(session, name="Late songs", schedules=(SATURDAY_EVENING,), offers={"arts.singing"})
    make_listing(session, name="Tuesday plot")
    assert "Tuesday plot" not in client.get("/this-week?part=eve").text
    assert "Late songs" in client.get("/this-week?part=eve").text
    assert "Late songs" not in client.get("/this-week?interest=nature").text
    assert "Late songs" in client.get("/this-week?interest=arts&part=eve").text


def test_what_starts_together_has_an_order(client, session):
    for name in ("Walnut", "Almond", "Cashew"):
        make_listing(session, name=name)
    page = client.get("/this-week").text
    assert page.index("Almond") < page.index("Cashew") < page.index("Walnut")


def test_a_day_left_out_is_not_in_the_week(client, session):
    made = TUESDAYS.starts_on + timedelta(weeks=42)
    assert made == date(2026, 11, 24)
    holiday = ScheduleFacts(
        starts_on=TUESDAYS.starts_on,
        starts_at=TUESDAYS.starts_at,
        rrule=TUESDAYS.rrule,
        except_on=(made,),
        place=0,
    )
    make_listing(session, name="On holiday", schedules=(holiday,))
    assert "On holiday" not in client.get("/this-week").text


def test_home_offers_interests_and_what_is_on(client, session):
    make_listing(session, name="Tuesday plot")
    page = client.get("/").text
    assert "Nature and animals" in page
    assert "Tuesday plot" in page
