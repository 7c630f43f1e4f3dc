"""A champion puts the surgery's allotment in; somebody who needs it finds it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.looking import look
from tests.browser.staff import CHAMPION, COORDINATOR, sign_in

NAME = "Kōwhai practice allotment"
WANTED = "I'd love to get my hands in the soil near the surgery"
TOP = 3


def fill_in(page: Page) -> None:
    page.get_by_role("textbox", name="What is it called?").fill(NAME)
    page.get_by_role("radio", name="Group").check()
    page.get_by_label("Its name").fill("Kōwhai allotment friends (demonstration)")
    page.get_by_role("checkbox", name="My practice’s champions run this").check()
    page.get_by_role("textbox", name="What do people do there?").fill(
        "We grow vegetables and flowers together behind the surgery. Digging, sowing, weeding, "
        "or just sitting in the sun with a cup of tea. Nobody needs to know about gardening."
    )
    page.get_by_role("textbox", name="What happens the first time").fill(
        "Ring the bell at the side gate. Mele says hello and finds you some gloves."
    )
    page.get_by_role("checkbox", name="In person").check()
    page.get_by_role("textbox", name="Name of the place").fill("The garden behind the surgery")
    page.get_by_role("textbox", name="Suburb or town").fill("Papatoetoe")
    meets = page.get_by_role("group", name="Time 1")
    meets.get_by_role("combobox", name="How often").select_option("Every week")
    meets.get_by_role("checkbox", name="Tuesday").check()
    meets.get_by_label("Starts at").fill("10:00")
    meets.get_by_label("Ends at").fill("11:30")
    page.get_by_role("radio", name="Free").check()
    page.get_by_role("checkbox", name="Just turn up").check()


def add_and_send(page: Page) -> None:
    page.goto("/champion")
    look(page, "my-listings")
    page.get_by_role("link", name="Add a listing").click()
    look(page, "new-listing")
    fill_in(page)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    look(page, "preview")
    page.get_by_role("button", name="Send to the coordinator").click()
    expect(page.get_by_text("A coordinator will look at it")).to_be_visible()


def approve(page: Page) -> None:
    page.goto("/coordinator/waiting")
    look(page, "waiting")
    page.get_by_role("link", name=NAME).click()
    look(page, "look-at")
    page.get_by_role("button", name="Approve: show it to everybody").click()
    expect(page.get_by_text("is live: everybody can find it now")).to_be_visible()


def search(page: Page) -> Locator:
    """The card of what was added, among the first few that a patient sees."""
    page.goto("/")
    page.get_by_role("textbox", name="What matters to you?").fill(WANTED)
    page.get_by_role("textbox", name="Where do you live?").fill("Papatoetoe")
    page.get_by_role("button", name="Find things near me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Things that might suit you")
    cards = page.get_by_role("main").get_by_role("article")
    names = [cards.nth(place).get_by_role("heading").inner_text() for place in range(TOP)]
    assert any(NAME in name for name in names), names
    return cards.filter(has_text=NAME)


def test_what_a_champion_adds_is_approved_found_and_kept_right(open_page: OpenPage) -> None:
    champion, coordinator, patient = open_page(viewport=PHONE), open_page(), open_page()
    sign_in(champion, CHAMPION)
    sign_in(coordinator, COORDINATOR)
    add_and_send(champion)
    approve(coordinator)
    expect(search(patient)).to_contain_text("Tuesdays, 10am")

    champion.goto("/champion")
    own = champion.get_by_role("listitem").filter(has_text=NAME)
    own.get_by_role("link", name="Change it").click()
    look(champion, "edit-listing")
    champion.get_by_role("group", name="Time 1").get_by_label("Starts at").fill("09:30")
    champion.get_by_role("button", name="Save and preview").click()
    expect(champion.get_by_text("Saved")).to_be_visible()
    expect(search(patient)).to_contain_text("Tuesdays, 9:30am")


def test_a_form_with_something_missing_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    sign_in(page, CHAMPION)
    page.goto("/champion/new")
    page.get_by_role("textbox", name="Suburb or town").fill("Manuerwa")
    page.get_by_role("button", name="Preview").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("There is a problem")
    expect(page).to_have_title(re.compile("^Error: "))
    look(page, "new-listing-errors")
