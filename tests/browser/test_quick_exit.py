"""Somebody is coming into the room."""

import pytest
from playwright.sync_api import Page, Route, expect

from directory.config import WEATHER_PAGES
from directory.models.vocabulary import Region
from tests.browser.conftest import OpenPage

NEUTRAL = WEATHER_PAGES[Region.NZ]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """On a page of the site, with something on the list, and the outside world played by us."""
    page = open_page(strangers=[NEUTRAL])
    page.context.route(f"{NEUTRAL}**", answer_for_the_outside)
    page.goto("/browse")
    page.get_by_role("main").get_by_role("listitem").first.get_by_role("link").click()
    page.wait_for_url("**/browse/*")
    page.get_by_role("button", name="Add to my list").first.click()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    return page


def answer_for_the_outside(route: Route) -> None:
    route.fulfill(body="<title>Weather</title>Fine", content_type="text/html")


def assert_left(page: Page) -> None:
    expect(page).to_have_url(NEUTRAL)
    page.go_back()
    page.goto("/my-list")
    expect(page.get_by_text("Your list is empty.")).to_be_visible()


def test_the_button_leaves_and_forgets_the_list(page: Page) -> None:
    page.get_by_role("link", name="Leave this site").click()
    assert_left(page)


def test_shift_three_times_leaves_too(page: Page) -> None:
    for _press in range(3):
        page.keyboard.press("Shift")
    assert_left(page)


def test_the_page_left_is_not_in_the_history(page: Page) -> None:
    left = page.url
    page.get_by_role("link", name="Leave this site").click()
    expect(page).to_have_url(NEUTRAL)
    page.go_back()
    expect(page).not_to_have_url(left)
