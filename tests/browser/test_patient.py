"""Somebody looks for what might do them good, and gives nothing away."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.looking import look
from tests.browser.site import Site

SAID = "the days are long since I stopped driving the buses, and I was always good with my hands"
PLACE = "Papatoetoe"
LIST_KEY = "whatmatters.list"
FREE = re.compile(r"^Free \(\d+\)$")


def ask(page: Page, said: str = SAID, place: str = PLACE) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="What matters to you?").fill(said)
    page.get_by_role("textbox", name="Where do you live?").fill(place)
    page.get_by_role("button", name="Find things near me").click()
    # Buttons that need a script are there a moment before it is.
    page.wait_for_load_state()


def results(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("article")


def title_of(article: Locator) -> str:
    link = article.get_by_role("heading").get_by_role("link")
    return link.inner_text().partition("(opens")[0].strip()


def assert_gave_nothing_away(page: Page) -> None:
    assert "?" not in page.url
    assert PLACE not in page.url
    assert page.context.cookies() == []
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    in_browser, in_window = json.loads(stored)
    assert in_window == {}
    assert set(in_browser) <= {LIST_KEY}
    assert "buses" not in stored


def test_a_person_finds_things_and_is_told_why(page: Page) -> None:
    ask(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Things that might suit you")
    expect(results(page).first).to_contain_text("Why this fits")
    expect(results(page).first).to_contain_text("km")
    expect(page.get_by_role("status").filter(has_text="things")).to_be_visible()
    look(page, "results")
    assert_gave_nothing_away(page)


def test_a_filter_narrows_and_says_how_many_are_left(page: Page) -> None:
    ask(page)
    count = page.get_by_role("status").filter(has_text="things")
    before = count.inner_text()
    page.get_by_text("Narrow these down").click()
    free = page.get_by_role("checkbox", name=FREE)
    free.check()
    expect(count).not_to_have_text(before)
    expect(free).to_be_checked()
    for article in results(page).all():
        expect(article).to_contain_text("Free")
    look(page, "results-free")


def test_a_list_is_kept_in_the_browser_shared_and_cleared(page: Page, open_page: OpenPage) -> None:
    ask(page)
    titles = [title_of(results(page).nth(place)) for place in (0, 1)]
    for title in titles:
        card = page.get_by_role("article", name=title)
        card.get_by_role("button", name="Add to my list").click()
        expect(card.get_by_role("button", name="On my list")).to_be_visible()
    assert_gave_nothing_away(page)

    page.get_by_role("navigation", name="Main").get_by_role("link", name="My list (2)").click()
    for title in titles:
        expect(page.get_by_role("article", name=title)).to_be_visible()
    look(page, "my-list")
    link = page.get_by_role("textbox", name="Link to this list").input_value()

    other = open_page(viewport=PHONE)
    other.goto(link)
    for title in titles:
        expect(other.get_by_role("article", name=title)).to_be_visible()
    assert_gave_nothing_away(other)

    with page.expect_download() as calendar:
        page.get_by_role("button", name="Put the times in my calendar").click()
    assert "BEGIN:VEVENT" in calendar.value.path().read_text(encoding="utf-8")

    page.get_by_role("button", name="Clear my list").click()
    expect(page.get_by_text("Your list is empty.")).to_be_visible()
    look(page, "my-list-empty")
    assert page.evaluate("localStorage.length") == 0


def test_a_listing_says_what_happens_when_you_walk_in(page: Page) -> None:
    ask(page)
    with page.context.expect_page() as opened:
        results(page).first.get_by_role("heading").get_by_role("link").click()
    listing = opened.value
    expect(listing.get_by_role("heading", name="What happens when I walk in?")).to_be_visible()
    expect(listing.get_by_role("heading", name="How to join")).to_be_visible()
    listing.get_by_role("button", name="Add to my list").click()
    expect(listing.get_by_role("link", name="My list (1)")).to_be_visible()
    look(listing, "listing")


def test_a_place_nobody_knows_gets_a_guess_and_keeps_what_was_written(page: Page) -> None:
    ask(page, place="Manuerwa")
    expect(page.get_by_role("alert")).to_contain_text("We don't know “Manuerwa”")
    expect(page.get_by_role("textbox", name="What matters to you?")).to_have_value(SAID)
    look(page, "unknown-place")
    page.get_by_role("button", name="Manurewa").first.click()
    expect(page.get_by_text("near Manurewa")).to_be_visible()
    expect(results(page).first).to_be_visible()


def test_a_name_that_several_places_share_is_asked_about(page: Page) -> None:
    ask(page, place="Rānui")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which place do you mean?")
    look(page, "which-place")
    page.get_by_role("button", name="Auckland").click()
    expect(page.get_by_text("You said: “the days are long")).to_be_visible()
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("said", ["", "🙂🙂", "the and of"])
def test_nothing_to_go_on_gets_a_friendly_start(page: Page, said: str) -> None:
    ask(page, said=said)
    expect(page.get_by_role("heading", level=1)).to_have_text("Let's start somewhere")
    expect(page.get_by_role("heading", name="Look around")).to_be_visible()
    look(page, "start")


def test_nothing_a_person_writes_is_kept_by_the_site(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    said = "I would love to play music, my zither and my xylophone gather dust"
    ask(page, said=said, place=PLACE)
    expect(results(page).first).to_be_visible()
    kept = site.kept()
    assert b"zither" not in kept
    assert b"xylophone" not in kept


def test_everything_works_without_scripts(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, java_script_enabled=False)
    ask(page)
    page.get_by_text("Narrow these down").click()
    page.get_by_role("checkbox", name=FREE).check()
    page.get_by_role("button", name="Update", exact=True).click()
    expect(page.get_by_role("checkbox", name=FREE)).to_be_checked()
    for place in (0, 1):
        results(page).nth(place).get_by_role("checkbox", name="Put on my list").check()
    page.get_by_role("button", name="Make a list of the ones I ticked").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My list")
    expect(page.get_by_role("main").get_by_role("article")).to_have_count(2)
    assert page.context.cookies() == []
