"""Nobody is given a cookie for looking."""

import pytest

from tests.factories import make_listing

PAGES = ("/", "/browse", "/browse/nature", "/this-week", "/my-list", "/about/")
PAGES += ("/about/your-information", "/about/accessibility", "/about/sources", "/nowhere")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_sets_a_cookie(client, address):
    assert "Set-Cookie" not in client.get(address).headers


def test_no_form_sets_a_cookie(client, session):
    kept = make_listing(session)
    for address, answers in (
        ("/results", {"what_matters": "garden"}),
        ("/results", {"what_matters": "garden", "place": "Nowhere at all"}),
        ("/my-list", {"ids": kept.id}),
        ("/my-list/calendar", {"ids": kept.id}),
    ):
        assert "Set-Cookie" not in client.post(address, data=answers).headers
    assert "Set-Cookie" not in client.get(f"/listings/{kept.id}").headers
