"""The search: what it answers, what it forgives, and what it never gives away."""

import logging
import re
from dataclasses import replace

import pytest

from directory.listings.facts import PlaceFacts
from directory.models.vocabulary import (
    Access,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    ListingStatus,
    Mode,
    Region,
)
from tests.factories import HALL, make_listing, make_neighbours

ASKED = {"what_matters": "I miss my garden and growing vegetables", "place": "Papatoetoe"}


@pytest.fixture
def garden(session):
    make_neighbours(session)
    return make_listing(session, name="Garden mornings")


def test_what_fits_is_shown_with_the_reason(client, garden):
    page = client.post("/results", data=ASKED)
    assert page.status_code == 200
    assert "Garden mornings" in page.text
    assert "Why this fits" in page.text


def test_what_was_asked_stands_in_the_form_again(client, garden):
    page = client.post("/results", data=ASKED).text
    assert "growing vegetables</textarea>" in page
    assert 'value="Papatoetoe, Auckland"' in page


def test_a_listing_opens_in_a_new_tab_and_says_so(client, garden):
    page = client.post("/results", data=ASKED).text
    assert re.search(rf'href="/listings/{garden.id}" target="_blank"', page)
    assert "(opens in a new tab)" in page


def test_only_live_listings_are_found(client, session):
    make_neighbours(session)
    make_listing(session, name="Hidden beds", status=ListingStatus.HIDDEN)
    make_listing(session, name="Proposed beds", status=ListingStatus.PROPOSED)
    page = client.post("/results", data=ASKED).text
    assert "Hidden beds" not in page
    assert "Proposed beds" not in page


def test_an_unknown_place_is_asked_about_and_nothing_is_lost(client, garden):
    page = client.post("/results", data=ASKED | {"place": "Papatotoe", "age": "67"})
    assert page.status_code == 422
    assert "We don&#39;t know “Papatotoe”" in page.text
    assert 'name="place_choice" value="Papatoetoe, Auckland"' in page.text
    assert "growing vegetables</textarea>" in page.text
    assert 'value="67"' in page.text
    assert "<title>Error: " in page.text


def test_a_suggested_place_is_taken_before_the_one_that_was_typed(client, garden):
    answers = ASKED | {"place": "Papatotoe", "place_choice": "Papatoetoe, Auckland"}
    assert "near Papatoetoe, Auckland" in client.post("/results", data=answers).text


def test_a_name_that_two_places_share_is_asked_about_and_the_words_are_kept(client, garden):
    page = client.post("/results", data=ASKED | {"place": "Avondale", "keep": "free"})
    assert page.status_code == 200
    assert 'name="place_choice" value="Avondale, Christchurch"' in page.text
    assert 'name="what_matters" value="I miss my garden and growing vegetables"' in page.text
    assert 'name="keep" value="free"' in page.text


def test_without_a_place_there_are_results_and_a_gentle_word(client, garden):
    page = client.post("/results", data=ASKED | {"place": ""}).text
    assert "Garden mornings" in page
    assert "Tell us where you live to see how far things are" in page


@pytest.mark.parametrize("typed", ["", "   ", "😀 🎉", "… !!!", "the and of"])
def test_no_words_are_a_start_and_not_an_error(client, garden, typed):
    page = client.post("/results", data={"what_matters": typed, "place": "Papatoetoe"})
    assert page.status_code == 200
    assert "Let's start somewhere" in page.text
    assert "On this week near Papatoetoe, Auckland" in page.text
    assert "Garden mornings" in page.text


def test_only_the_first_part_of_a_long_text_is_read_and_the_page_says_so(client, garden):
    long = "I miss my garden. " + "Words upon words. " * 1_200
    page = client.post("/results", data={"what_matters": long})
    assert page.status_code == 200
    assert "We read the first 5,000 letters" in page.text
    assert page.text.count("Words upon words.") >= 1_200


def test_a_megabyte_is_answered_kindly(client, garden):
    page = client.post("/results", data={"what_matters": "a" * 1_100_000})
    assert page.status_code == 413


def test_what_was_typed_is_never_markup(client, garden):
    page = client.post("/results", data={"what_matters": "<script>alert(1)</script> garden"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_script_that_cannot_be_read_is_told_of(client, garden):
    page = client.post("/results", data={"what_matters": "我想认识朋友"}).text
    assert "We can only read English well" in page


@pytest.mark.parametrize("typed", ["xyzzy", "Ich möchte gärtnern"])
def test_where_nothing_fits_there_is_help(client, garden, typed):
    page = client.post("/results", data={"what_matters": typed}).text
    assert "Nothing fits all of that" in page
    assert 'href="#help-now"' in page
    assert "/browse/nature" in page


def test_an_age_that_is_no_number_is_told_of_under_its_field(client, garden):
    page = client.post("/results", data=ASKED | {"age": "old"})
    assert page.status_code == 422
    assert "Give your age as a number, for example 67" in page.text


@pytest.mark.parametrize("answers", [{"keep": "nonsense"}, {"sort": "x"}, {"travel": "broom"}])
def test_a_choice_that_was_never_offered_is_refused(client, garden, answers):
    assert client.post("/results", data=ASKED | answers).status_code == 400


def test_a_filter_says_how_many_it_would_leave(client, session, garden):
    make_listing(session, name="Garden afternoons", cost=CostKind.PAID)
    page = client.post("/results", data=ASKED).text
    assert _left(page, "only-free") == 1
    assert _left(page, "only-drop_in") == 2


def test_a_filter_leaves_out_what_is_known_to_be_otherwise_or_not_known(client, session, garden):
    make_listing(session, name="Paid beds", cost=CostKind.PAID)
    make_listing(session, name="Who knows beds", cost=None)
    page = client.post("/results", data=ASKED | {"keep": "free"}).text
    assert "Garden mornings" in page
    assert "Paid beds" not in page
    assert "Who knows beds" not in page


def test_kinds_are_alternatives_to_each_other(client, session, garden):
    make_listing(session, name="Garden service", kind=ListingKind.SERVICE)
    both = client.post("/results", data=ASKED | {"kind": ["group", "service"]}).text
    one = client.post("/results", data=ASKED | {"kind": "service"}).text
    assert "Garden mornings" in both
    assert "Garden service" in both
    assert "Garden mornings" not in one
    assert _left(one, "kind-group") == 1


def test_where_filters_leave_little_a_button_takes_one_off(client, garden):
    page = client.post("/results", data=ASKED | {"keep": ["free", "women"]}).text
    assert "Nothing fits all of that" in page
    assert 'name="without" value="women"' in page
    again = client.post("/results", data=ASKED | {"keep": ["free", "women"], "without": "women"})
    assert "Garden mornings" in again.text


def test_looking_further_finds_what_is_further(client, session):
    make_neighbours(session)
    make_listing(session, name="Far beds", places=(_moved(0.4),))
    near = client.post("/results", data=ASKED)
    assert "Far beds" not in near.text
    assert 'name="far" value="y"' in near.text
    assert "Far beds" in client.post("/results", data=ASKED | {"far": "y"}).text


def test_nearest_first(client, session, garden):
    make_listing(session, name="Garden at the corner", places=(_moved(0.001),), description="Tea.")
    make_listing(session, name="Garden over the hill", places=(_moved(0.08),))
    page = client.post("/results", data=ASKED | {"sort": "distance"}).text
    assert page.index("Garden mornings") < page.index("Garden at the corner")
    assert page.index("Garden at the corner") < page.index("Garden over the hill")


def test_more_are_shown_when_asked_for(client, session):
    make_neighbours(session)
    for number in range(14):
        make_listing(session, name=f"Garden {number}")
    first = client.post("/results", data=ASKED).text
    assert first.count('class="wm-card"') == 12
    assert "The first 12 of 14" in first
    more = client.post("/results", data=ASKED | {"shown": "24"}).text
    assert more.count('class="wm-card"') == 14


def test_listings_of_another_country_are_not_shown(client, session):
    make_neighbours(session)
    make_listing(session, name="English beds", region=Region.ENGLAND)
    assert "English beds" not in client.post("/results", data=ASKED).text


def test_words_of_danger_bring_help_first_and_stop_nothing(client, garden):
    page = client.post("/results", data={"what_matters": "I want to die, I miss my garden"}).text
    assert "talk to someone now" in page
    assert page.index("talk to someone now") < page.index("Garden mornings")


def test_other_words_bring_no_such_panel(client, garden):
    assert "talk to someone now" not in client.post("/results", data=ASKED).text


def test_nothing_that_was_typed_is_logged_kept_or_put_in_an_address(
    client, garden, settings, caplog
):
    caplog.set_level(logging.DEBUG)
    secret = {"what_matters": "my Zanzibarian heartache", "place": "Papatoetoe"}
    page = client.post("/results", data=secret)
    assert page.status_code == 200
    assert "Zanzibarian" not in caplog.text
    assert "Papatoetoe" not in caplog.text
    assert not re.search(r'(?:href|action)="[^"]*Zanzibarian', page.text)
    assert page.headers["Cache-Control"] == "no-store"
    kept = b"".join(path.read_bytes() for path in settings.data.glob("whatmatters.sqlite*"))
    assert b"Zanzibarian" not in kept


def test_the_question_cannot_be_asked_by_an_address(client, garden):
    assert client.get("/results?what_matters=garden").status_code == 405


def test_each_filter_can_be_met(client, session):
    """A filter whose test never passes would hide everything for ever."""
    shared = {
        "places": (replace(HALL, access={Access.STEP_FREE: True}),),
        "modes": frozenset({Mode.IN_PERSON, Mode.ONLINE, Mode.HOME}),
        "joining": frozenset({Joining.DROP_IN}),
        "features": {Feature.CHILD_WELCOME: True},
    }
    make_neighbours(session)
    make_listing(session, name="Garden for women", gender=Gender.WOMEN, **shared)
    make_listing(session, name="Garden for men", gender=Gender.MEN, **shared)
    page = client.post("/results", data=ASKED).text
    for key in ("free", "step_free", "drop_in", "remote", "home", "children", "women", "men"):
        assert _left(page, f"only-{key}") > 0, key


def _moved(degrees: float) -> PlaceFacts:
    """A place that lies so much further south."""
    return replace(HALL, lat=HALL.lat - degrees)


def _left(page: str, name: str) -> int:
    found = re.search(rf'for="{name}">[^<]*<span class="wm-count">\((\d+)\)', page)
    return int(found[1]) if found else 0
