"""Open Referral feeds over a real local server."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from directory.exchange.fetching import Fetcher, check_address
from directory.exchange.reading import read_url
from directory.exchange.row import FeedUnreadable, Format, Refusal
from tests.exchange.conftest import CONTEXT, shared

NOT_WEB_ADDRESSES = [
    "file:///etc/hostname",
    "ftp://a.example/x",
    "data:,x",
    "http://[::1/",
    "http://127.0.0.1:99999/",
]
MOCKS = "standards/oruk3/validator_mocks/V3.0-UK-Default/"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@contextmanager
def serving(pages) -> Iterator[str]:
    """``pages`` maps a path with its query to JSON, bytes, or (status, headers, bytes)."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["User-Agent"]))
            answer = pages.get(self.path, (404, {}, b""))
            if not isinstance(answer, tuple):
                body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                answer = (200, {}, body)
            status, headers, body = answer
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def service(id, **parts):
    return {"id": id, "name": f"Service {id}", "status": "active"} | parts


def page(number, total, *services, items=None):
    return {
        "total_items": items or 0,
        "total_pages": total,
        "page_number": number,
        "size": len(services),
        "last_page": number == total,
        "contents": list(services),
    }


def read(url, **limits):
    return read_url(url, Format.AUTO, CONTEXT, Fetcher(**limits))


FULL = {"languages": [{"code": "sm"}]}
THREE_PAGES = {
    "/services": page(1, 3, service("a", **FULL), items=3),
    "/services?page=2": page(2, 3, service("b", **FULL), items=3),
    "/services?page=3": page(3, 3, service("c", **FULL), items=3),
}


def refused_pages(pages, path="/services", **limits):
    with serving(pages) as url, pytest.raises(FeedUnreadable) as error:
        read(f"{url}{path}", **limits)
    return str(error.value).replace(url, "")


def test_all_pages_are_read():
    with serving(THREE_PAGES) as url:
        feed = read(f"{url}/services")
    assert [row.source_id for row in feed.rows] == ["a", "b", "c"]


def test_the_address_of_the_interface_leads_to_its_services():
    about = {"version": "HSDS-UK-3.0", "profile": "x", "openapi_url": "y"}
    pages = {"/oruk/v3": about, "/oruk/v3/services": page(1, 1, service("a", **FULL))}
    with serving(pages) as url:
        assert [row.source_id for row in read(f"{url}/oruk/v3").rows] == ["a"]


def test_the_first_names_of_pages_are_understood():
    pages = {
        "/services": {
            "content": [service("a", **FULL)],
            "totalPages": 2,
            "totalElements": 2,
            "number": 0,
            "last": False,
        },
        "/services?page=2": {
            "content": [service("b", **FULL)],
            "totalPages": 2,
            "totalElements": 2,
            "number": 1,
            "last": True,
        },
    }
    with serving(pages) as url:
        assert [row.source_id for row in read(f"{url}/services").rows] == ["a", "b"]


def test_a_thin_list_is_read_service_by_service():
    thin = json.loads(shared(f"{MOCKS}service_list.json").read_text())
    full = json.loads(shared(f"{MOCKS}service_full.json").read_text())
    pages = {"/services": thin, f"/services/{full['id']}": full}
    with serving(pages) as url:
        (row,) = read(f"{url}/services").rows
    assert row.source_id == full["id"]
    assert [place.name for place in row.listing.places] == ["MyCity Civic Center"]


def test_a_service_whose_own_page_is_gone_is_refused_and_the_rest_is_taken():
    pages = {
        "/services": page(1, 1, service("a"), service("b")),
        "/services/b": service("b", **FULL),
    }
    with serving(pages) as url:
        first, second = read(f"{url}/services").rows
    assert isinstance(first, Refusal)
    assert second.source_id == "b"


def test_a_page_that_is_cut_off_stops_everything_and_is_named():
    body = json.dumps(THREE_PAGES["/services?page=2"]).encode()
    cut = (200, {"Content-Length": str(len(body))}, body[:40])
    said = refused_pages(THREE_PAGES | {"/services?page=2": cut})
    assert said.startswith("/services?page=2: ")


def test_a_page_that_stops_inside_its_json_is_named_with_the_place():
    body = json.dumps(THREE_PAGES["/services?page=2"]).encode()[:40]
    said = refused_pages(THREE_PAGES | {"/services?page=2": body})
    assert said.startswith("/services?page=2, line 1, column ")
    assert "cut off" in said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((500, {}, b""), "the server answered 500"),
        ((403, {}, b""), "the server answered 403"),
        ((404, {}, b""), "page 2 is missing (404)"),
        ({"error": "oh"}, "page 2 is not a page of services"),
        (b"<html></html>", "this is not JSON"),
    ],
)
def test_a_page_that_fails_is_named(answer, said):
    words = refused_pages(THREE_PAGES | {"/services?page=2": answer})
    assert words.startswith("/services?page=2")
    assert said in words


def test_a_feed_that_gives_the_same_page_again_is_left_off():
    pages = {f"/services?page={number}": THREE_PAGES["/services"] for number in range(2, 4)}
    assert "the same as the page before" in refused_pages(THREE_PAGES | pages)


def test_an_absurd_number_of_pages_is_refused_at_once():
    said = refused_pages({"/services": page(1, 10_000_000, service("a", **FULL))})
    assert "10,000,000 pages" in said


def test_fewer_services_than_promised_is_not_the_whole_feed():
    said = refused_pages({"/services": page(1, 1, service("a", **FULL), items=40)})
    assert "promised 40 services and 1 came" in said


def test_a_page_that_is_too_large_is_left_off():
    assert "more of it than is read" in refused_pages(THREE_PAGES, largest_page=100)
    assert "more of it than is read" in refused_pages(THREE_PAGES, largest_feed=400)


def test_a_redirect_is_followed():
    onward = {"/old": (301, {"Location": "/services"}, b"")}
    with serving({"/services": page(1, 1, service("a", **FULL))} | onward) as url:
        assert read(f"{url}/old").rows[0].source_id == "a"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_without_end_are_said_to_be_too_many(status):
    loop = {"/services": (status, {"Location": "/services"}, b"")}
    assert refused_pages(loop).startswith("/services: too many redirects")


@pytest.mark.parametrize("onward", NOT_WEB_ADDRESSES)
def test_a_redirect_to_what_is_no_web_address_is_named_and_not_followed(onward):
    away = {"/services": (302, {"Location": onward}, b"")}
    said = refused_pages(away)
    assert said == f"/services: it leads on to an address that is not allowed ({onward})"


@pytest.mark.parametrize("url", [*NOT_WEB_ADDRESSES, "http://", "http://a b/"])
def test_only_web_addresses_are_opened(url):
    with pytest.raises(FeedUnreadable):
        check_address(url)


def test_a_server_that_is_not_there_is_said():
    with serving({}) as url:
        gone = url
    with pytest.raises(FeedUnreadable) as error:
        read(f"{gone}/services")
    assert "never came" in error.value.reason


def test_a_csv_file_may_come_from_an_address():
    with serving({"/list.csv": "id,name,organisation\n1,Rānui shed,Us\n".encode()}) as url:
        (row,) = read(f"{url}/list.csv").rows
    assert row.listing.name == "Rānui shed"
