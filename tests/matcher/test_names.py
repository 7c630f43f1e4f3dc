import pytest

from matcher.names import find_by_name
from tests.matcher.factory import a_catalogue, a_listing

CATALOGUE = a_catalogue(
    a_listing("hub", name="Māngere Garden Hub", organisation="Te Rito Trust"),
    a_listing("shed", name="Papatoetoe Men's Shed", organisation="Sheds of Auckland"),
    a_listing("choir", name="Singing for Lungs", organisation="Garden City Choir"),
)


def found(text: str, limit: int = 5) -> list[str]:
    return [hit.listing_id for hit in find_by_name(CATALOGUE, text, limit)]


@pytest.mark.parametrize("text", ["mangere gar", "MĀNGERE", "mangrere garden", "garden hub"])
def test_a_name_is_found_without_macrons_whole_or_exact(text):
    assert found(text)[0] == "hub"


def test_an_organisation_is_found():
    assert found("te rito") == ["hub"]


def test_a_name_comes_before_an_organisation():
    assert found("garden") == ["hub", "choir"]


def test_an_apostrophe_may_be_left_out():
    assert found("mens shed")[0] == "shed"


@pytest.mark.parametrize("text", ["", "x", "🌱", "zzzzqqqq"])
def test_nothing_like_it_finds_nothing(text):
    assert found(text) == []


def test_the_limit_holds():
    assert len(found("garden", limit=1)) == 1


def test_a_very_long_text_is_read_by_its_beginning():
    assert found("mangere garden hub" + " " * 100 + "shed " * 4_000)[0] == "hub"


def test_a_removed_listing_is_not_found():
    changed = CATALOGUE.changed([], ["hub"], {})
    assert "hub" not in [hit.listing_id for hit in find_by_name(changed, "garden", 5)]
