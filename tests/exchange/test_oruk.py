from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from directory.exchange.oruk import service_row
from directory.exchange.row import Refusal
from directory.listings.facts import ScheduleFacts
from directory.models.vocabulary import Access, CostKind, Mode, Reach, Region
from tests.exchange.conftest import CONTEXT

SERVICE = {
    "id": "s1",
    "name": "Tea and talk",
    "status": "active",
    "organization": {"id": "o1", "name": "Example Neighbours"},
}


def row(**parts):
    return service_row(1, SERVICE | parts, CONTEXT)


def listing(**parts):
    return row(**parts).listing


def at(location, **parts):
    return {"id": "at1", "location": {"location_type": "physical", **location}, **parts}


def test_a_service_without_a_name_is_refused():
    assert service_row(3, {"id": "s1"}, CONTEXT) == Refusal(3, "name", "give it a name")


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_a_service_that_does_not_run_is_not_live(status):
    assert not row(status=status).is_live


def test_no_name_or_address_of_a_person_is_taken():
    said = repr(
        row(
            email="ngaire.example@council.example",
            contacts=[
                {"name": "Ngaire Example", "title": "Lead", "email": "n@x.example", "phones": []}
            ],
            service_at_locations=[
                at({"addresses": [{"attention": "Ngaire Example", "address_1": "1 Example Road"}]})
            ],
        )
    ).casefold()
    assert "1 example road" in said
    assert "ngaire" not in said
    assert "n@x" not in said


def test_a_group_email_is_kept_where_nobody_is_named_in_it():
    assert listing(email="kiaora@x.example", contacts=[{"name": "A Person"}]).email != ""


def test_the_first_number_is_the_services_own():
    numbers = {
        "phones": [{"number": '"+64 4 555 0100"'}],
        "contacts": [{"name": "A Person", "phones": [{"number": "04 555 0199"}]}],
    }
    assert listing(**numbers).phone == "+64 4 555 0100"


@pytest.mark.parametrize(
    ("schedule", "facts"),
    [
        (
            {"freq": "WEEKLY", "byday": "TU,FR", "opens_at": "10:00", "closes_at": "12:00:00Z"},
            ScheduleFacts(date(2024, 1, 1), time(10), time(12), "FREQ=WEEKLY;BYDAY=TU,FR"),
        ),
        (
            {
                "freq": "WEEKLY",
                "interval": 2,
                "byday": "tu",
                "bymonthday": "2,3",
                "dtstart": "2026-02-03",
                "opens_at": "10:00",
            },
            ScheduleFacts(date(2026, 2, 3), time(10), rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ),
        (
            {
                "freq": "MONTHLY",
                "bymonthday": "1, 15",
                "valid_from": "2026-01-01",
                "valid_to": "2027-01-01",
                "opens_at": "18:30",
            },
            ScheduleFacts(
                date(2026, 1, 1),
                time(18, 30),
                rrule="FREQ=MONTHLY;BYMONTHDAY=1,15;UNTIL=20270101",
            ),
        ),
        (
            {"dtstart": "2026-12-24", "opens_at": "18:30"},
            ScheduleFacts(date(2026, 12, 24), time(18, 30)),
        ),
    ],
)
def test_a_schedule_becomes_a_rule(schedule, facts):
    assert listing(schedules=[schedule]).schedules == (facts,)


def test_a_fortnight_without_a_first_day_is_left_out_and_said():
    schedule = {"freq": "WEEKLY", "interval": 2, "byday": "TU", "opens_at": "10:00"}
    found = row(schedules=[schedule])
    assert found.listing.schedules == ()
    assert [remark.field for remark in found.remarks] == ["schedules"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_first_day_that_cannot_be_is_left_out_and_said(day):
    schedule = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "dtstart": day}
    found = row(schedules=[schedule])
    assert found.listing.schedules[0].starts_on == date(2024, 1, 1)
    assert day in found.remarks[0].reason


def test_the_last_day_there_is_means_no_last_day():
    schedule = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "valid_to": "9999-12-31"}
    assert listing(schedules=[schedule]).schedules[0].rrule == "FREQ=WEEKLY;BYDAY=TU"


def test_what_has_run_out_is_left_out():
    ended = {"valid_to": "2026-11-20"}
    found = listing(
        schedules=[ended | {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00"}],
        cost_options=[ended | {"amount": 5}],
    )
    assert (found.schedules, found.cost) == ((), None)


def test_times_in_words_only_are_kept_in_the_description():
    assert listing(description="Tea.", schedules=[{"description": "Most days"}]).description == (
        "Tea.\n\nMost days"
    )


def test_a_schedule_of_a_place_is_at_that_place():
    schedule = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00"}
    places = [at({"name": "Hall"}), {**at({"name": "Shed"}, schedules=[schedule]), "id": "at2"}]
    (found,) = listing(service_at_locations=places).schedules
    assert found.place == 1


@pytest.mark.parametrize(
    ("parts", "kind", "amount"),
    [
        ({}, None, None),
        ({"fees": "Ask us"}, None, None),
        ({"fees": "Free of charge"}, CostKind.FREE, None),
        ({"cost_options": [{"amount": 0}]}, CostKind.FREE, None),
        ({"cost_options": [{"amount": 0}, {"amount": 3.5}]}, CostKind.PAID, Decimal("3.50")),
        ({"cost_options": [{"amount": "NaN"}, {"amount": -2}]}, None, None),
    ],
)
def test_a_cost_is_known_only_where_it_is_said(parts, kind, amount):
    found = listing(**parts)
    assert (found.cost, found.cost_amount) == (kind, amount)


def test_access_is_taken_both_ways_and_doubt_is_left_unknown():
    words = "Induction loop. No wheelchair access! Accessible toilet is not always open"
    place = at({"accessibility": [{"description": words.replace("!", ".")}]})
    (found,) = listing(service_at_locations=[place]).places
    assert found.access == {Access.HEARING_LOOP: True, Access.STEP_FREE: False}


@pytest.mark.parametrize("point", [(0, 0), (100, 101), ("x", 1), (float("nan"), 5), (None, None)])
def test_a_point_that_is_nowhere_is_no_point(point):
    lat, lng = point
    place = at({"name": "Hall", "latitude": lat, "longitude": lng})
    (found,) = listing(service_at_locations=[place]).places
    assert (found.lat, found.lng) == (None, None)


def test_somewhere_online_is_no_place():
    found = listing(service_at_locations=[at({"location_type": "virtual", "name": "Call"})])
    assert (found.places, found.modes) == ((), {Mode.ONLINE})


def test_nothing_said_of_how_leaves_it_unknown():
    assert listing().modes == frozenset()


def test_languages_become_codes_and_unknown_ones_are_left():
    named = [{"name": "Samoan"}, {"code": "ur"}, {"id": "x"}, {"name": "Klingonish"}]
    assert listing(languages=named).languages == {"sm", "ur"}


def test_attributes_are_taken_where_they_are_one_of_our_terms():
    named = [{"taxonomy_term": {"id": "1", "name": name}} for name in ("Gardening", "Debt", "name")]
    found = listing(attributes=named)
    assert (found.offers, found.serves) == ({"nature.garden"}, {"money.debt"})


def test_a_country_decides_the_region_before_the_default():
    place = at({"addresses": [{"address_1": "1 Example Road", "country": "GB"}]})
    assert listing(service_at_locations=[place]).region is Region.ENGLAND
    assert listing().region is Region.NZ


def test_a_whole_country_as_its_area_is_national():
    assert listing(service_areas=[{"name": "England"}]).reach is Reach.NATIONAL
    assert listing(service_areas=[{"name": "Porirua"}]).reach is Reach.LOCAL


def test_impossible_ages_are_left_out():
    assert listing(minimum_age=18, maximum_age=999).max_age is None
    found = listing(minimum_age=60, maximum_age=20)
    assert (found.min_age, found.max_age) == (None, None)


@pytest.mark.parametrize(
    "value", [None, 7, True, "text", [], [None], [[]], {"a": 1}, [{"location": 3}], [{"x": "y"}]]
)
@pytest.mark.parametrize(
    "key",
    [
        "description",
        "organization",
        "schedules",
        "service_at_locations",
        "cost_options",
        "contacts",
        "languages",
        "attributes",
        "minimum_age",
        "url",
        "status",
    ],
)
def test_a_value_of_any_shape_never_breaks_the_reading(key, value):
    found = row(**{key: value})
    assert replace(found.listing, name="").name == ""
