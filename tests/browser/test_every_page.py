"""A crawler follows every link, as nobody and as each person who may sign in."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import assert_readable
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.looking import assert_fits_its_width, look, take_picture
from tests.browser.staff import CHAMPION, COORDINATOR, LINK_WORKER, MANAGER, sign_in
from tests.page_checker import check_page

# Pages that differ only in their words are looked at a few times, not hundreds of times.
ALIKE = 2
NAMED = re.compile(r"(?<=/listings/)[^/]+|(?<=/browse/).+|(?<=/champion/)(?!new)[^/]+")
A_FILE = re.compile(r"\.(ics|csv|json|pdf)$")
# The public part looks the same to everybody: staff are shown their own part of the site.
PUBLIC = re.compile(r"^/($|browse|this-week|my-list|listings|about)")
# What a screen of 1280 by 1024 leaves when everything is four times as large.
NARROW = ViewportSize(width=320, height=256)


@pytest.mark.parametrize("email", [LINK_WORKER, CHAMPION, COORDINATOR, MANAGER])
def test_every_page_of_the_staff_can_be_used_by_everybody(open_page: OpenPage, email: str) -> None:
    page = open_page(viewport=PHONE)
    sign_in(page, email)
    visitor = email.partition("@")[0]
    opened = [examine(page, f"{visitor}-{name_of(address)}") for address in crawl(page, "/staff")]
    assert opened


def test_every_public_page_can_be_used_by_everybody(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.goto("/")
    opened = [examine(page, f"public-{name_of(address)}") for address in crawl(page, "/")]
    assert len(opened) > 20


def crawl(page: Page, start: str) -> Iterator[str]:
    """Opens each page in turn; of those that are alike, the first few."""
    waiting, met, opened = [urljoin(page.url, start)], set[str](), Counter[str]()
    is_staff = not PUBLIC.match(start)
    while waiting:
        address = waiting.pop(0)
        path = urlsplit(address).path
        kind = kind_of(address)
        is_elsewhere = is_staff and PUBLIC.match(path)
        if address in met or is_elsewhere or A_FILE.search(path) or opened[kind] >= ALIKE:
            continue
        met.add(address)
        opened[kind] += 1
        answer = page.goto(address)
        assert answer is not None and answer.ok, address
        check_page(answer.text())
        waiting.extend(links_on(page))
        yield address


def kind_of(address: str) -> str:
    """The address with what it names left out."""
    parts = urlsplit(address)
    asked = sorted(re.findall("[a-z]+(?==)", parts.query))
    return "?".join([NAMED.sub("one", parts.path), *asked])


def links_on(page: Page) -> list[str]:
    links = page.eval_on_selector_all("a[href]", "links => links.map(each => each.href)")
    addresses = dict.fromkeys(urldefrag(link).url for link in links)
    own = urlsplit(page.url).netloc
    return [address for address in addresses if urlsplit(address).netloc == own]


def name_of(address: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", kind_of(address)).strip("-") or "home"


def examine(page: Page, name: str) -> str:
    """In daylight, in the dark, and with everything four times as large."""
    page.set_viewport_size(PHONE)
    look(page, name)
    page.emulate_media(color_scheme="dark")
    assert_readable(page)
    take_picture(page, f"{name}-dark")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    assert_fits_its_width(page)
    return name
