"""On paper, and in colours that the person's own machine chooses."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import take_picture
from tests.browser.test_patient import ask, results


@pytest.mark.parametrize("path", ["/", "/browse", "/this-week"])
def test_paper_carries_no_buttons_nor_navigation(open_page: OpenPage, path: str) -> None:
    page = open_page()
    page.goto(path)
    page.emulate_media(media="print")
    for navigation in page.get_by_role("navigation").all():
        expect(navigation).to_be_hidden()
    expect(page.get_by_role("link", name="Leave this site")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_printed_list_says_where_and_when_without_buttons(open_page: OpenPage) -> None:
    page = open_page()
    ask(page)
    results(page).first.get_by_role("button", name="Add to my list").click()
    page.goto("/my-list")
    expect(results(page)).to_have_count(1)
    page.emulate_media(media="print")
    take_picture(page, "my-list-print")
    expect(results(page).first).to_be_visible()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()


def test_forced_colours_keep_every_control_in_sight(open_page: OpenPage) -> None:
    page = open_page(forced_colors="active")
    page.goto("/")
    button = page.get_by_role("button", name="Find things near me")
    assert button.evaluate("element => getComputedStyle(element).borderTopStyle") == "solid"
    take_picture(page, "home-forced-colours")
