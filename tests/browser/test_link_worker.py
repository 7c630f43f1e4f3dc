"""A link worker has ten minutes: one form, a few things that fit, and words to hand over."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, take_picture
from tests.browser.post import PostBox
from tests.browser.site import Site
from tests.browser.staff import LINK_WORKER, sign_in, sign_out

SAID = "he misses his ukulele and the quokkas, and the days are long since he stopped driving"
RARE_WORD = "quokkas"
WRITTEN = "nobody need know about my pangolin"
SENT_TO = "somebody@elsewhere.example"


def find_for_somebody(page: Page) -> None:
    page.goto("/find")
    page.get_by_role("textbox", name="What matters to them?").fill(SAID)
    page.get_by_role("textbox", name="Where do they live?").fill("Papatoetoe")
    page.get_by_role("radio", name="By bus").check()
    page.get_by_role("textbox", name="Age").fill("67")
    page.get_by_role("button", name="Find what fits").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What fits")


def results(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("article")


def write_up_two(page: Page) -> None:
    for place in (0, 1):
        results(page).nth(place).get_by_role("checkbox", name="Shortlist").check()
    page.get_by_role("button", name="Write what I’d say").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What I’d say")
    page.wait_for_load_state()


def test_a_worker_finds_writes_up_and_sends(page: Page, post_box: PostBox) -> None:
    sign_in(page, LINK_WORKER)
    page.goto("/find")
    look(page, "find")
    find_for_somebody(page)
    expect(results(page).first).to_contain_text("Why this fits")
    expect(page.get_by_role("heading", name="Set aside")).to_be_visible()
    look(page, "find-results")
    assert RARE_WORD not in page.url

    write_up_two(page)
    look(page, "summary")
    words = page.get_by_role("textbox", name="What I’d say")
    words.fill(f"{words.input_value()}\n{WRITTEN}")
    page.get_by_role("textbox", name="Email address").fill(SENT_TO)
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is on its way")
    look(page, "sent")

    message = post_box.messages[-1]
    assert message["To"] == SENT_TO
    assert message["Reply-To"] == LINK_WORKER
    assert WRITTEN in message.get_content()
    assert "pangolin" not in message["Subject"]


def test_what_i_would_say_can_be_copied(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, LINK_WORKER)
    find_for_somebody(page)
    write_up_two(page)
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_role("textbox", name="What I’d say").input_value().strip()


def test_set_aside_things_say_why(open_page: OpenPage) -> None:
    page = open_page()
    sign_in(page, LINK_WORKER)
    page.goto("/find")
    page.get_by_role("textbox", name="What matters to them?").fill("a women's walking group")
    page.get_by_role("textbox", name="Where do they live?").fill("Papatoetoe")
    page.get_by_role("checkbox", name="Men only", exact=True).check()
    page.get_by_role("button", name="Find what fits").click()
    aside = page.get_by_role("main").get_by_role("listitem").filter(has_text="women")
    expect(aside.first).to_be_visible()


def test_suggestions_by_name_work_from_the_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    sign_in(page, LINK_WORKER)
    page.goto("/find")
    box = page.get_by_role("combobox", name="Find a listing by name")
    box.press_sequentially("gardenn")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options.first).to_be_visible()
    take_picture(page, "suggestions")
    chosen = options.first.inner_text().splitlines()[0].strip()
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).not_to_have_url("/find")
    assert page.get_by_role("heading", level=1).inner_text() in chosen


def test_a_search_by_name_finds_it_without_scripts(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    sign_in(page, LINK_WORKER)
    page.goto("/find")
    page.get_by_role("textbox", name="Find a listing by name").fill("garden")
    page.get_by_role("button", name="Search by name").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Listings by name")
    expect(results(page).first).to_contain_text("arden")


def test_nothing_of_a_persons_situation_is_kept(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    sign_in(page, LINK_WORKER)
    find_for_somebody(page)
    write_up_two(page)
    page.get_by_role("textbox", name="Email address").fill(SENT_TO)
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is on its way")
    sign_out(page)
    kept = site.kept()
    for word in (RARE_WORD, "ukulele and the", "pangolin", SENT_TO):
        assert word.encode() not in kept
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
