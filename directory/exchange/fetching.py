"""Gets pages over http and https, within limits of size, time and redirects."""

import time
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from directory.exchange.row import FeedUnreadable

USER_AGENT = "whatmatters"
LARGEST_PAGE = 20_000_000
LARGEST_FEED = 500_000_000
# Seconds: to wait for an answer or its next piece, and for one page as a whole.
PATIENCE = 20.0
LONGEST_PAGE = 120.0
TRIES = 2
PIECE = 65_536


class PageMissing(Exception):
    """The server says that there is no such page."""


class _FewRedirects(HTTPRedirectHandler):
    """Follows a few, to web addresses only. Raises FeedUnreadable for any other."""

    max_redirections = 5
    max_repeats = 2
    inf_msg = "too many redirects: "

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        onward = headers.get("location")
        if onward and not _is_web_address(onward, base=req.full_url):
            fp.close()
            raise FeedUnreadable(
                req.full_url, f"it leads on to an address that is not allowed ({onward[:100]})"
            )
        try:
            answer: HTTPResponse | None = super().http_error_302(req, fp, code, msg, headers)
        except HTTPError as error:
            if not error.msg.startswith(self.inf_msg):
                raise
            error.close()
            raise FeedUnreadable(req.full_url, "too many redirects: it leads on and on") from None
        return answer

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class Fetcher:
    """Counts what it fetched, so that a feed without end is left off."""

    def __init__(
        self, *, largest_page: int = LARGEST_PAGE, largest_feed: int = LARGEST_FEED
    ) -> None:
        self._largest_page = largest_page
        self._left = largest_feed
        self._opener = OpenerDirector()
        # Only these: no file, ftp or data address is ever opened, not by a redirect either.
        for handler in (
            ProxyHandler(),
            HTTPHandler(),
            HTTPSHandler(),
            HTTPDefaultErrorHandler(),
            HTTPErrorProcessor(),
            _FewRedirects(),
        ):
            self._opener.add_handler(handler)

    def get(self, url: str) -> bytes:
        """The page's content. Raises PageMissing, or FeedUnreadable, naming the page."""
        check_address(url)
        for attempt in range(1, TRIES + 1):
            try:
                return self._get(url)
            except HTTPError as error:
                error.close()
                if error.code in {404, 410}:
                    raise PageMissing(url) from None
                if error.code < 500 or attempt == TRIES:
                    raise FeedUnreadable(url, f"the server answered {error.code}") from None
            except (URLError, OSError, HTTPException) as error:
                if attempt == TRIES:
                    raise FeedUnreadable(url, f"the page stopped or never came ({error})") from None
        raise AssertionError("the last try returns or raises")

    def _get(self, url: str) -> bytes:
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "application/json, text/csv;q=0.9, */*;q=0.1",
        }
        request = Request(url, headers=headers)  # noqa: S310  check_address allows http only
        answer = self._opener.open(request, timeout=PATIENCE)
        if answer is None:
            raise FeedUnreadable(url, "the address leads to something that is not a web page")
        with answer:
            return self._read(answer, url)

    def _read(self, answer: HTTPResponse, url: str) -> bytes:
        content = bytearray()
        give_up_at = time.monotonic() + LONGEST_PAGE
        while piece := answer.read(PIECE):
            content += piece
            self._left -= len(piece)
            if len(content) > self._largest_page or self._left < 0:
                raise FeedUnreadable(url, "there is more of it than is read at once")
            if time.monotonic() > give_up_at:
                raise FeedUnreadable(url, "it comes too slowly")
        # Read in pieces, a page that stops early is not noticed unless its length is compared.
        if answer.length:
            raise FeedUnreadable(url, f"it stops {answer.length:,} bytes before its end")
        return bytes(content)


def check_address(url: str) -> None:
    """Raises FeedUnreadable where the address is not an http or https one with a host."""
    if not _is_web_address(url) or any(character.isspace() or character < " " for character in url):
        raise FeedUnreadable(url, "give a web address such as https://example.org/services")


def _is_web_address(url: str, *, base: str = "") -> bool:
    """Whether it has a host and a port that can be; ``url`` may be relative to the base."""
    try:
        parts = urlsplit(urljoin(base, url))
        # Reading a port that cannot be raises ValueError, as brackets do that do not match.
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
