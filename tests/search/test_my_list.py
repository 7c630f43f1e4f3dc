"""My list: the ids come from the browser, and nothing of it stays here."""

from icalendar import Calendar

from directory.models.vocabulary import ListingStatus
from directory.search.kept_list import kept_list, picture_of
from tests.factories import make_listing


def test_the_list_is_explained_before_there_is_one(client):
    page = client.get("/my-list").text
    assert "Your list is empty" in page
    assert 'data-my-list-url="/my-list"' in page


def test_the_things_sent_are_shown_in_their_order(client, session):
    first, second = make_listing(session, name="Apples"), make_listing(session, name="Beans")
    page = client.post("/my-list", data={"ids": f"{second.id},{first.id}"}).text
    assert page.index(">Beans<") < page.index(">Apples<")


def test_ticked_boxes_make_the_same_list(client, session):
    listings = [make_listing(session, name=name) for name in ("Apples", "Beans")]
    page = client.post("/my-list", data={"ids": [each.id for each in listings]}).text
    assert ">Apples<" in page
    assert ">Beans<" in page


def test_what_is_gone_is_told_and_not_shown(client, session):
    kept = make_listing(session, name="Apples")
    hidden = make_listing(session, name="Hidden", status=ListingStatus.HIDDEN)
    page = client.post("/my-list", data={"ids": [kept.id, hidden.id, "nobody"]}).text
    assert "2 things on your list are no longer here" in page
    assert "Hidden" not in page


def test_a_list_of_nothing_known_is_empty(client):
    assert "Your list is empty" in client.post("/my-list", data={"ids": "nobody"}).text


def test_a_list_holds_fifty_and_says_what_it_leaves_out(client, session):
    kept = make_listing(session)
    ids = [kept.id, *(f"unknown-{number}" for number in range(52))]
    assert "The last 3 are left out" in client.post("/my-list", data={"ids": ids}).text


def test_only_what_looks_like_an_id_is_taken():
    assert kept_list(["<b>", "A", "a b", "", "a" * 101, "ok-1"]).ids == ("ok-1",)


def test_the_link_carries_the_list_where_no_server_sees_it(client, session, settings):
    kept = make_listing(session)
    page = client.post("/my-list", data={"ids": kept.id}).text
    assert f'value="{settings.site_url}/my-list#{kept.id}"' in page
    assert 'src="data:image/svg+xml' in page


def test_a_picture_too_fine_to_read_is_not_offered():
    assert picture_of("https://example.org/my-list#a", ["a"] * 12)
    assert picture_of("https://example.org/my-list#a", ["a"] * 13) is None


def test_the_calendar_holds_every_session_of_the_list(client, session):
    listings = [make_listing(session, name=name) for name in ("Apples", "Beans")]
    answer = client.post("/my-list/calendar", data={"ids": [each.id for each in listings]})
    assert answer.mimetype == "text/calendar"
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Apples", "Beans"]


def test_the_calendar_of_an_empty_list_is_an_empty_calendar(client):
    answer = client.post("/my-list/calendar", data={"ids": ""})
    assert Calendar.from_ical(answer.data).walk("VEVENT") == []
