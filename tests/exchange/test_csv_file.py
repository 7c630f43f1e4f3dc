import csv
import string
from datetime import date, time
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.csv_file import COLUMNS, read_csv
from directory.exchange.csv_table import read_table
from directory.exchange.reading import read_file
from directory.exchange.row import FeedUnreadable, Format, Refusal, Row
from directory.listings.facts import ScheduleFacts
from directory.models.vocabulary import Access, CostKind, Feature, ListingKind
from tests.exchange.conftest import CONTEXT

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-listings.csv"
GOOD = {"id": "a1", "name": "Shed", "organisation": "Neighbours"}


def written(*rows, columns=None, separator=","):
    out = StringIO()
    writer = csv.DictWriter(out, columns or list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def read(text):
    return list(read_csv(read_table(text), CONTEXT))


def one(**cells):
    (row,) = read(written(GOOD | cells))
    return row


def refused(**cells):
    row = one(**cells)
    assert isinstance(row, Refusal)
    return row.row, row.field


def test_the_example_in_the_documentation_is_taken_whole():
    feed = read_file(EXAMPLE, Format.AUTO, CONTEXT)
    assert [type(row) for row in feed.rows] == [Row, Row, Row]
    assert [row.remarks for row in feed.rows] == [(), (), ()]


def test_the_example_shows_every_column():
    assert tuple(read_table(EXAMPLE.read_text(encoding="utf-8")).columns) == COLUMNS


def test_the_documentation_tells_of_every_column():
    told = (EXAMPLE.parent / "importing.md").read_text(encoding="utf-8")
    assert [column for column in COLUMNS if f"`{column}`" not in told] == []


def test_an_empty_cell_is_unknown_and_not_no():
    listing = one(step_free="", hearing_loop="no", child_welcome="yes", carer_welcome="").listing
    assert listing.places[0].access == {Access.HEARING_LOOP: False}
    assert listing.features == {Feature.CHILD_WELCOME: True}
    assert listing.cost is None
    assert listing.gender is None


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator_is_understood(separator):
    (row,) = read(written(GOOD | {"description": "a, b; c"}, separator=separator))
    assert row.listing.description == "a, b; c"


def test_a_wrong_column_is_named_with_the_right_one():
    with pytest.raises(FeedUnreadable) as error:
        read(written(GOOD | {"websit": "https://a.example"}))
    assert "“websit” is not a column (did you mean “website”?)" in error.value.reason


def test_a_missing_column_is_named_with_all_that_are_expected():
    with pytest.raises(FeedUnreadable) as error:
        read("id,name\n1,Shed\n")
    assert "“organisation” is missing" in error.value.reason
    assert all(column in error.value.reason for column in COLUMNS)


def test_a_column_that_is_there_twice_is_refused():
    with pytest.raises(FeedUnreadable):
        read("id,name,organisation,name\n1,a,b,c\n")


def test_empty_columns_at_the_end_do_no_harm():
    (row,) = read("id,name,organisation,,\n1,Shed,Us,,\n")
    assert row.listing.name == "Shed"


def test_an_open_quotation_mark_says_where_it_began():
    with pytest.raises(FeedUnreadable) as error:
        read('id,name,organisation\n1,Shed,Us\n2,"Choir,Us\n3,Club,Us\n')
    assert error.value.where == "line 3"


def test_a_file_that_stops_inside_a_row_is_refused_whole():
    with pytest.raises(FeedUnreadable) as error:
        read("id,name,organisation\n1,Shed,Us\n2,Cho")
    assert error.value.where == "row 3"


def test_a_row_with_a_cell_too_many_is_refused_and_the_rest_is_taken():
    rows = read("id,name,organisation\n1,Shed,Us,x\n2,Choir,Us\n")
    assert rows[0] == Refusal(2, "row", "it has 4 cells and the header has 3")
    assert rows[1].source_id == "2"


def test_everything_wrong_with_a_row_is_told_at_once():
    rows = read(written(GOOD | {"min_age": "old", "cost": "cheap", "languages": "Klingonish"}))
    assert [(row.row, row.field) for row in rows] == [(2, "min_age"), (2, "cost"), (2, "languages")]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("id", " "),
        ("name", ""),
        ("organisation", ""),
        ("kind", "thing"),
        ("step_free", "maybe"),
        ("max_age", "200"),
        ("min_age", "5.5"),
        ("cost_amount", "-3"),
        ("cost_amount", "NaN"),
        ("assured_on", "31/02/2026"),
        ("offers", "no such subject"),
        ("assured_on", "0001-01-01"),
        ("times", "FREQ=SECONDLY"),
        ("times", "FREQ=WEEKLY;UNTIL=00010101"),
        ("times", "FREQ=WEEKLY;COUNT=999999999999"),
        ("times", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        ("day", "0001-01-01"),
        ("day", "31/12/9999"),
        ("lat", "north"),
        ("name", "x" * 201),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_field(column, text):
    assert refused(**{column: text}) == (2, column)


def test_ages_the_wrong_way_round_are_refused():
    assert refused(min_age="60", max_age="20") == (2, "min_age")


def test_a_script_for_a_website_is_left_out_and_the_listing_kept():
    row = one(website="javascript:alert(1)")
    assert row.listing.website == ""
    assert [remark.field for remark in row.remarks] == ["website"]


@pytest.mark.parametrize(("lat", "lng"), [("0", "0"), ("nan", "nan"), ("", ""), ("100", "10")])
def test_a_point_that_is_nowhere_leaves_the_place_without_one(lat, lng):
    (place,) = one(lat=lat, lng=lng, locality="Porirua").listing.places
    assert (place.lat, place.lng) == (None, None)


@pytest.mark.parametrize(
    ("cells", "schedule"),
    [
        (
            {"day": "Tuesdays and Fridays", "starts": "2.30pm", "ends": "4pm"},
            ScheduleFacts(date(2024, 1, 1), time(14, 30), time(16), "FREQ=WEEKLY;BYDAY=TU,FR"),
        ),
        (
            {"day": "5/2/2026", "starts": "10:00", "times": "FREQ=WEEKLY;INTERVAL=2"},
            ScheduleFacts(date(2026, 2, 5), time(10), rrule="FREQ=WEEKLY;INTERVAL=2"),
        ),
        ({"day": "2026-02-05", "starts": "10:00"}, ScheduleFacts(date(2026, 2, 5), time(10))),
    ],
)
def test_days_and_times_become_a_schedule(cells, schedule):
    assert one(**cells).listing.schedules == (schedule,)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"day": "Tuesday"}, "starts"),
        ({"starts": "10:00"}, "day"),
        ({"starts": "10:00", "times": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"}, "day"),
        ({"day": "Someday", "starts": "10:00"}, "day"),
        ({"day": "Tuesday", "starts": "25:00"}, "starts"),
    ],
)
def test_half_a_time_is_refused(cells, field):
    assert refused(**cells) == (2, field)


def test_a_note_on_times_without_a_time_goes_with_the_description():
    assert one(description="Tea.", times_note="By arrangement").listing.description == (
        "Tea.\n\nBy arrangement"
    )


words = st.text(string.ascii_letters + "āēīōūé'’(),;|\"-\n ", min_size=1, max_size=60).filter(
    lambda text: any(letter.isalpha() for letter in text)
)


def lines_of(text):
    return "\n".join(line.strip() for line in text.strip().split("\n"))


@given(
    id=st.text(string.ascii_letters + string.digits + "-#", min_size=1, max_size=30),
    name=words,
    description=words.filter(lambda text: "\n\n\n" not in lines_of(text)),
    min_age=st.none() | st.integers(0, 60),
    max_age=st.none() | st.integers(60, 120),
    amount=st.none() | st.decimals(1, 999_999, places=2),
    kind=st.sampled_from(ListingKind),
    step_free=st.none() | st.booleans(),
    lat=st.floats(-89, 89).filter(bool),
    lng=st.floats(-179, 179).filter(bool),
    separator=st.sampled_from(",;\t"),
)
def test_what_is_written_is_what_is_read(
    id, name, description, min_age, max_age, amount, kind, step_free, lat, lng, separator
):
    cells = {
        "id": id,
        "name": name,
        "organisation": name,
        "kind": kind,
        "description": description,
        "min_age": "" if min_age is None else min_age,
        "max_age": "" if max_age is None else max_age,
        "cost_amount": "" if amount is None else amount,
        "step_free": {None: "", True: "yes", False: "no"}[step_free],
        "lat": repr(lat),
        "lng": repr(lng),
    }
    (row,) = read(written(cells, separator=separator))
    listing = row.listing
    assert row.source_id == id
    assert listing.name == row.organisation.name == " ".join(name.split())
    assert listing.description == lines_of(description)
    assert (listing.min_age, listing.max_age, listing.kind) == (min_age, max_age, kind)
    assert listing.cost_amount == (None if amount is None else Decimal(amount))
    assert listing.cost is (None if amount is None else CostKind.PAID)
    (place,) = listing.places
    assert (place.lat, place.lng) == (lat, lng)
    assert place.access == ({} if step_free is None else {Access.STEP_FREE: step_free})
