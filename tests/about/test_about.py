"""The pages that say what this is."""

import pytest


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/about/", "Nobody can pay to come higher up"),
        ("/about/your-information", "We do not store it"),
        ("/about/accessibility", "level AA"),
        ("/about/sources", "Contains OS data"),
    ],
)
def test_each_page_says_what_it_is_for(client, address, says):
    page = client.get(address)
    assert page.status_code == 200
    assert says in page.text


def test_every_number_to_ring_has_a_source_and_a_day(client):
    page = client.get("/about/sources").text
    assert page.count("Checked on ") == page.count("Source<span") > 5
    assert "Samaritans" not in page
