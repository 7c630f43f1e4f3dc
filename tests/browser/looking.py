"""What every page must be, whoever looks at it, and a picture of it to look at."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible

PICTURES = Path(__file__).resolve().parents[2] / "test-results"
PHONE_WIDTH = 390


def look(page: Page, name: str) -> None:
    """Fails unless the page can be used by everybody; keeps a picture of it."""
    take_picture(page, name)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert_accessible(page)


def take_picture(page: Page, name: str) -> None:
    kind = "phone" if page.evaluate("window.innerWidth") <= PHONE_WIDTH else "desktop"
    page.screenshot(path=PICTURES / f"{name}-{kind}.png", full_page=True)


def assert_fits_its_width(page: Page) -> None:
    """Nobody should have to scroll sideways to read a line."""
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} px too wide"
