"""The numbers to ring are those of the country that the page is about."""

from sqlalchemy.orm import Session

from directory.models.vocabulary import Region
from tests.conftest import CheckedClient
from tests.factories import make_listing


def help_on(page: str) -> str:
    return page[page.index('id="help-now"') :]


def test_a_search_near_an_english_place_shows_english_numbers(demo_client: CheckedClient) -> None:
    asked = {"what_matters": "I want to end it all", "place": "Gateshead"}
    page = demo_client.post("/results", data=asked).text
    assert "999" in help_on(page) and "1737" not in page


def test_an_english_listing_shows_english_numbers(
    demo_client: CheckedClient, session: Session
) -> None:
    listing = make_listing(session, region=Region.ENGLAND)
    page = demo_client.get(f"/listings/{listing.id}").text
    assert "999" in help_on(page) and "1737" not in page


def test_other_pages_show_the_numbers_of_the_site(demo_client: CheckedClient) -> None:
    assert "1737" in help_on(demo_client.get("/").text)
