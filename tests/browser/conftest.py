"""A real site, a real Chromium, and windows that notice what goes wrong in them."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.browser.chromium import chromium_flags, chromium_path
from tests.browser.looking import PICTURES
from tests.browser.post import PostBox, open_post_office
from tests.browser.site import Site, running_site, seeded_folder
from tests.browser.watching import Watch

PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)
PATIENCE_MS = 20_000

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    shutil.rmtree(PICTURES, ignore_errors=True)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium_flags())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def post_box() -> Iterator[PostBox]:
    with open_post_office() as box:
        yield box


@pytest.fixture(scope="session")
def site(
    browser: Browser,  # first: without one no site is made in vain
    post_box: PostBox,
    pytestconfig: pytest.Config,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    # The same folder in which tests/places keeps its gazetteer.
    seeded = seeded_folder(pytestconfig.cache.mkdir("gazetteer").parent)
    with running_site(tmp_path_factory.mktemp("site"), seeded, post_box.url) as site:
        yield site


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """Opens a window of its own, which shares nothing with the others; fails on what it notices."""
    host = urlsplit(site.url).netloc
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_one(strangers: Sequence[str] = (), **options: Any) -> Page:
        settings = {"viewport": DESKTOP, "reduced_motion": "reduce"} | options
        context = browser.new_context(base_url=site.url, **settings)
        context.set_default_timeout(PATIENCE_MS)
        watch = Watch(host, tuple(strangers))
        opened.append((context, watch))
        context.on("page", watch.over)
        return context.new_page()

    yield open_one
    for context, _watch in opened:
        context.close()
    assert [fault for _context, watch in opened for fault in watch.faults] == []


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """The same window on a phone and on a desk."""
    return open_page(viewport=request.param)
