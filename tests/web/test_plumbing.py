"""What every answer carries, and what is refused before any page sees it."""

import re

import pytest
from flask import Flask

from tests.conftest import CheckedClient

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/sign-in", "/build/nowhere.css", "/browse"])
def test_no_page_is_kept_by_a_cache(client: CheckedClient, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/sign-in"])
def test_every_page_runs_our_own_code_only(client: CheckedClient, path: str) -> None:
    headers = client.get(path).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_public_pages_set_no_cookie(client: CheckedClient) -> None:
    for path in ("/", "/browse", "/this-week", "/my-list", "/about"):
        assert "Set-Cookie" not in client.get(path).headers
    asked = client.post("/results", data={"what_matters": "gardening"})
    assert "Set-Cookie" not in asked.headers


def test_a_wrong_method_is_told_which_are_right(client: CheckedClient) -> None:
    response = client.delete("/")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_a_form_that_is_not_utf_8_is_refused_and_not_taken_for_empty(
    client: CheckedClient,
) -> None:
    response = client.post("/results", data=b"what_matters=caf\xe9", content_type=FORM)
    assert response.status_code == 400


def test_a_form_of_unknown_length_is_refused(app: Flask) -> None:
    environment = app.test_request_context(
        "/results", method="POST", data=b"what_matters=x", content_type=FORM
    ).request.environ
    del environment["CONTENT_LENGTH"]
    environment["HTTP_TRANSFER_ENCODING"] = "chunked"
    statuses: list[str] = []
    b"".join(app(environment, lambda status, _headers, _error=None: statuses.append(status)))
    assert statuses[0].startswith("411")


def test_a_form_that_is_too_large_is_refused_with_its_own_page(client: CheckedClient) -> None:
    response = client.post("/results", data={"what_matters": "x" * 2_000_000})
    assert response.status_code == 413
    assert re.search("too (big|large|long|much)", response.text)


@pytest.mark.parametrize("query", ["endpoint=x", "_external=1", "_anchor=x", "_scheme=http"])
def test_an_address_cannot_steer_its_links(client: CheckedClient, query: str) -> None:
    response = client.get(
        f"/this-week?page=1&{query}", base_url="https://localhost", headers={"Host": "evil.example"}
    )
    assert response.status_code == 200
    assert "//evil.example" not in response.text
