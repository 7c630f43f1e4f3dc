"""The whole way without a mouse."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.looking import take_picture
from tests.browser.test_patient import PLACE, SAID

MOST_STEPS = 120
HAS_VISIBLE_FOCUS = """element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""


def tab_to(page: Page, target: Locator) -> None:
    """Presses Tab until the target has the focus, and checks that one can see it has."""
    expect(target).to_be_attached()
    for _step in range(MOST_STEPS):
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate(HAS_VISIBLE_FOCUS), f"no visible focus on {target}"
            expect(target).to_be_in_viewport()
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {target}")


def test_a_person_finds_and_keeps_things_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    take_picture(page, "skip-link")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    tab_to(page, page.get_by_role("textbox", name="What matters to you?"))
    page.keyboard.type(SAID)
    tab_to(page, page.get_by_role("textbox", name="Where do you live?"))
    page.keyboard.type(PLACE)
    tab_to(page, page.get_by_role("button", name="Find things near me"))
    take_picture(page, "focus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Things that might suit you")
    page.wait_for_load_state()

    tab_to(page, page.locator("summary").filter(has_text="Narrow these down"))
    page.keyboard.press("Enter")
    free = page.get_by_role("checkbox", name="Free (")
    tab_to(page, free)
    page.keyboard.press("Space")
    expect(free).to_be_checked()
    first = page.get_by_role("main").get_by_role("article").first
    tab_to(page, first.get_by_role("button", name="Add to my list"))
    page.keyboard.press("Space")
    expect(first.get_by_role("button", name="On my list")).to_be_focused()


def test_enter_in_the_place_box_searches(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/")
    page.get_by_role("textbox", name="What matters to you?").fill(SAID)
    page.get_by_role("textbox", name="Where do you live?").fill(PLACE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Things that might suit you")
