"""Every shape of file, made up here or real in ../shared."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from directory.exchange.actions import import_rows
from directory.exchange.place_finding import with_points
from directory.exchange.reading import read_file, source_name
from directory.exchange.row import Context, FeedUnreadable, Format, Refusal, Row
from directory.models.listing import Listing
from directory.models.vocabulary import ListingKind, Region
from tests.exchange.conftest import CONTEXT, NOW, shared

STAND_IN = (-41.10882, 174.919308)


def read(path, format=Format.AUTO):
    return read_file(path, format, CONTEXT)


@pytest.fixture
def written(tmp_path):
    def write(content, name="feed"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


REAL = [
    ("data/porirua_nz/services_grouped_145.json", 145, 145, 0, 0),
    ("data/porirua_nz/services_flat_530.json", 530, 160, 261, 109),
    ("data/porirua_nz/services_flat_434.json", 434, 143, 220, 71),
    ("data/relevance/porirua_listings.jsonl", 145, 145, 0, 0),
]


@pytest.mark.parametrize(("path", "rows", "listings", "repeats", "joined"), REAL)
def test_a_real_directory_is_taken_whole_and_twice_is_once(
    session, path, rows, listings, repeats, joined
):
    feed = read(shared(path))
    assert (feed.read, feed.repeats, feed.joined) == (rows, repeats, joined)
    report = import_rows(session, with_points(feed.rows, None), "feed", NOW)
    assert (report.created, report.refused) == (listings, [])
    again = import_rows(session, with_points(read(shared(path)).rows, None), "feed", NOW)
    assert (again.created, again.updated, again.unchanged) == (0, 0, listings)


def entries(path):
    return json.loads(shared(path).read_text(encoding="utf-8"))["services"]


def test_joining_lines_loses_no_words_of_any():
    path = "data/porirua_nz/services_flat_530.json"
    rows = {row.source_id: row for row in read(shared(path)).rows}
    for entry in entries(path):
        said = " ".join(rows[entry["id"]].listing.description.split())
        assert " ".join(entry["description"].split()) in said


def test_a_grouped_entry_keeps_the_words_of_its_services():
    path = "data/porirua_nz/services_grouped_145.json"
    for entry, row in zip(entries(path), read(shared(path)).rows, strict=True):
        said = " ".join(row.listing.description.split())
        for service in entry.get("services", []):
            assert " ".join(service["description"].split()) in said


def test_ids_of_the_relevance_set_are_kept_and_agree_with_the_grouped_file():
    path = shared("data/relevance/porirua_listings.jsonl")
    ids = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row.source_id for row in read(path).rows] == ids
    grouped = read(shared("data/porirua_nz/services_grouped_145.json"))
    assert [row.source_id for row in grouped.rows] == ids


def test_real_stand_in_points_are_not_measured_from():
    feed = read(shared("data/relevance/porirua_listings.jsonl"))
    found = [
        (place.is_exact, (place.lat, place.lng))
        for row in with_points(feed.rows, None)
        for place in row.listing.places
    ]
    assert [is_exact for is_exact, point in found if point == STAND_IN] == [False] * 12
    assert sum(not is_exact for is_exact, _ in found) < 30


def test_the_real_listings_are_found_by_their_source_id(session):
    feed = read(shared("data/relevance/porirua_listings.jsonl"))
    import_rows(session, feed.rows, "porirua_listings", NOW)
    session.commit()
    found = set(session.scalars(select(Listing.source_id).where(Listing.status == "live")))
    assert found == {row.source_id for row in feed.rows}


MOCKS = "standards/oruk3/validator_mocks/"


@pytest.mark.parametrize("profile", ["Default", "Test", "Warn"])
def test_a_good_full_service_is_taken(profile):
    (row,) = read(shared(f"{MOCKS}V3.0-UK-{profile}/service_full.json")).rows
    assert row.listing.name == "Community Counselling"
    assert (row.listing.min_age, row.listing.max_age) == (12, 100)


def test_services_without_a_name_are_refused_one_by_one():
    feed = read(shared(f"{MOCKS}V3.0-UK-Fail/service_list.json"))
    assert [(row.row, row.field) for row in feed.rows] == [(n, "name") for n in range(1, 5)]


def test_a_service_of_the_same_id_that_says_otherwise_is_refused():
    feed = read(shared(f"{MOCKS}V3.0-UK-Test/service_list.json"))
    taken = [row for row in feed.rows if isinstance(row, Row)]
    assert len(taken) == 1
    assert {row.field for row in feed.rows if isinstance(row, Refusal)} == {"id"}


@pytest.mark.parametrize(
    "path", ["oruk3/examples/service_full.json", "hsds/3.0/examples/service_full.json"]
)
@pytest.mark.parametrize("format", [Format.AUTO, Format.ORUK, Format.HSDS])
def test_the_standards_examples_are_taken(path, format):
    (row,) = read(shared(f"standards/{path}"), format).rows
    assert row.organisation.name == "Example Organization Inc."


@pytest.mark.parametrize(
    "path",
    [
        "data/miami211_hsds",
        "data/miami211_hsds/datapackage.json",
        "data/miami211_hsds/services.csv",
        "data/dc_hsds/services.csv",
    ],
)
def test_a_package_of_tables_is_refused_with_what_to_ask_for(path):
    with pytest.raises(FeedUnreadable) as error:
        read(shared(path))
    assert "HSDS 3.0" in error.value.reason


FSD = (
    "FSD_ID,PROVIDER_NAME,PUBLISHED_PHONE_1,PHYSICAL_ADDRESS,LEVEL_1_CATEGORY,"
    "SERVICE_ID,SERVICE_NAME,SERVICE_DETAIL,LATITUDE,LONGITUDE\n"
    '7,Example Trust,04 555 0100,"1 Example Road, Elsdon, Porirua, 5022",Health,'
    '70,Kai,"• Cook\n• Eat",-41.13,174.83\n'
    '7,Example Trust,04 555 0100,"1 Example Road, Elsdon, Porirua, 5022",Food,'
    '70,Kai,"• Cook\n• Eat",-41.13,174.83\n'
    "7,Example Trust,04 555 0100,,Health,71,Kōrero,Talk,,\n"
)


def test_the_directorys_csv_gives_a_listing_for_each_service(written):
    feed = read(written(FSD.encode(), "fsd.csv"))
    kai, korero = feed.rows
    assert (feed.read, feed.repeats) == (3, 1)
    assert (kai.source_id, kai.listing.name, kai.listing.description) == (
        "70",
        "Kai",
        "• Cook\n• Eat",
    )
    assert kai.organisation == korero.organisation
    assert (kai.listing.places[0].address, kai.listing.places[0].postcode) == (
        "1 Example Road",
        "5022",
    )


def test_the_directorys_csv_without_its_columns_is_refused(written):
    with pytest.raises(FeedUnreadable) as error:
        read(written(b"FSD_ID,NAME\n1,a\n"))
    assert "PROVIDER_NAME" in error.value.reason


def test_lines_of_json_are_read(written):
    line = {"id": "a", "name": "Rānui choir", "org": "Us", "text": "<b>Sing</b>", "country": "GB"}
    lines = "\n".join(json.dumps(line | {"id": id}) for id in "ab")
    first, _ = read(written(lines.encode())).rows
    assert (first.listing.kind, first.listing.description) == (ListingKind.GROUP, "Sing")
    assert first.listing.region is Region.ENGLAND


def test_lines_of_open_referral_services_are_read(written):
    lines = "\n".join(json.dumps({"id": id, "name": id, "status": "active"}) for id in "ab")
    assert [row.source_id for row in read(written(lines.encode())).rows] == ["a", "b"]


def test_one_page_of_several_is_taken_and_said(written):
    page = {"total_pages": 7, "contents": [{"id": "a", "name": "Choir", "status": "active"}]}
    feed = read(written(page))
    assert len(feed.rows) == 1
    assert "one page of 7" in feed.notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"PK\x03\x04...", "save the sheet as CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"<!doctype html><p>Listings", "web page"),
        (b'{"contents": [{"id": "a", "na', "cut off"),
        (b'{"id": "a"}\n{"id": "b", "na', "line 2"),
        (b'{"contents": [], }', "not JSON"),
        ('{"name": "Café"}'.encode("latin-1"), "not UTF-8"),
        (b'{"weather": "fine"}', "shape"),
        (b"[1, 2]", "shape"),
        (b"[" * 100_000, "nesting"),
        (b"id,name\n", "“organisation” is missing"),
        (b"\x00\x01\x02\x03", "not a text file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(written, content, said):
    with pytest.raises(FeedUnreadable) as error:
        read(written(content))
    assert said in str(error.value)


def test_a_windows_spreadsheet_is_read_and_said(written):
    text = "id;name;organisation;description\n1;Café Zoë;Us;Très bien, à côté – naïve façade\n"
    feed = read(written(text.encode("cp1252"), "list.csv"))
    (row,) = feed.rows
    assert row.listing.name == "Café Zoë"
    assert "Windows-1252" in feed.notes[0]


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(FeedUnreadable) as error:
        read(tmp_path / "none.csv")
    assert "cannot be read" in error.value.reason


def test_the_name_of_a_feed_never_holds_a_path_or_a_query():
    assert source_name("/home/me/lists/groups.csv") == "groups"
    assert source_name("https://me:secret@feed.example:8443/v3/?key=1") == "feed.example:8443/v3"


def test_the_day_decides_what_has_run_out(written):
    price = {"amount": 5, "valid_to": "2026-06-01"}
    path = written({"id": "a", "name": "b", "status": "active", "cost_options": [price]})
    (before,) = read_file(path, Format.AUTO, Context(Region.NZ, date(2026, 5, 1))).rows
    (after,) = read(path).rows
    assert (before.listing.cost_amount, after.listing.cost_amount) == (5, None)
