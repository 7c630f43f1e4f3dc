"""Signing in as one of the demonstration's people."""

from playwright.sync_api import Page, expect

from directory.accounts.demonstration import DEMONSTRATION_PASSWORD

LINK_WORKER = "aroha@whatmatters.example"
CHAMPION = "mele@whatmatters.example"
COORDINATOR = "tom@whatmatters.example"
MANAGER = "mere@whatmatters.example"


def sign_in(page: Page, email: str) -> None:
    page.goto("/sign-in")
    page.get_by_role("textbox", name="Email address").fill(email)
    page.get_by_label("Password").fill(DEMONSTRATION_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
