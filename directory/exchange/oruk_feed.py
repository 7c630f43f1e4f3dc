"""Walks an Open Referral feed: every page of services, and each service in full."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from directory.exchange.document import parse_json
from directory.exchange.fetching import Fetcher, PageMissing
from directory.exchange.oruk import service_row
from directory.exchange.row import Context, FeedUnreadable, Read, Refusal
from directory.exchange.value import Entry, entries_of, number_of, text_of

MOST_PAGES = 10_000
# Any of these says more than a list page does.
FULL_KEYS = (
    "service_at_locations",
    "schedules",
    "cost_options",
    "contacts",
    "attributes",
    "languages",
    "service_areas",
)

Progress = Callable[[Iterable[Entry]], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of services under its 3.0 or its 1.0 names."""

    services: list[Entry]
    total_pages: int
    total_items: int
    is_last: bool


def page_in(content: Any) -> Page | None:
    """The page, or None where the JSON is something else."""
    if not isinstance(content, Mapping) or not ({"contents", "content"} & content.keys()):
        return None
    total = number_of(content, "total_pages") or number_of(content, "totalPages") or 0
    items = number_of(content, "total_items") or number_of(content, "totalElements") or 0
    is_last = content.get("last_page", content.get("last")) is True
    return Page(entries_of(content, "contents", "content"), int(total), int(items), is_last)


def looks_like_service(content: Any) -> bool:
    return isinstance(content, Mapping) and {"id", "name"} <= content.keys()


def fetch_services(
    url: str, first: Page, context: Context, fetcher: Fetcher, *, progress: Progress = iter
) -> Iterator[Read]:
    """Every service of the feed whose first page was read from ``url``, in full."""
    services = list(_all_pages(url, first, fetcher))
    for number, service in enumerate(progress(services), start=1):
        if any(service.get(key) for key in FULL_KEYS) or not text_of(service, "id"):
            yield service_row(number, service, context)
        else:
            yield _full_row(number, service, url, context, fetcher)


def _all_pages(url: str, first: Page, fetcher: Fetcher) -> Iterator[Entry]:
    """Raises FeedUnreadable, naming the page, where the feed stops, repeats or never ends."""
    if first.total_pages > MOST_PAGES:
        raise FeedUnreadable(url, f"it says that it has {first.total_pages:,} pages")
    page, number, count = first, 1, len(first.services)
    yield from first.services
    while not _is_end(page, number):
        number += 1
        before, address = page, page_address(url, number)
        page = _page_at(address, number, fetcher)
        if page.services == before.services:
            raise FeedUnreadable(address, f"page {number} is the same as the page before it")
        count += len(page.services)
        yield from page.services
    if count < first.total_items:
        raise FeedUnreadable(
            url, f"it promised {first.total_items:,} services and {count:,} came in {number} pages"
        )


def _is_end(page: Page, number: int) -> bool:
    if number >= MOST_PAGES:
        return True
    return page.is_last or not page.services or number >= page.total_pages


def _page_at(address: str, number: int, fetcher: Fetcher) -> Page:
    try:
        page = page_in(parse_json(fetcher.get(address), address))
    except PageMissing:
        raise FeedUnreadable(address, f"page {number} is missing (404)") from None
    if page is None:
        raise FeedUnreadable(address, f"page {number} is not a page of services")
    return page


def _full_row(number: int, service: Entry, url: str, context: Context, fetcher: Fetcher) -> Read:
    address = service_address(url, text_of(service, "id"))
    try:
        content = parse_json(fetcher.get(address), address)
    except PageMissing:
        return Refusal(number, "id", f"its own page is missing: {address}")
    if not looks_like_service(content):
        return Refusal(number, "id", f"its own page is not a service: {address}")
    return service_row(number, content, context)


def page_address(url: str, number: int) -> str:
    """
    >>> page_address("https://feed.example/services?area=1", 2)
    'https://feed.example/services?area=1&page=2'
    """
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "page"]
    query.append(("page", str(number)))
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


def service_address(url: str, id: str) -> str:
    """
    >>> service_address("https://feed.example/services/?page=2", "a b")
    'https://feed.example/services/a%20b'
    """
    parts = urlsplit(url)
    path = f"{parts.path.rstrip('/')}/{quote(id, safe='')}"
    return urlunsplit(parts._replace(path=path, query="", fragment=""))
