"""People as JSON: what is wrong is named, and what is right is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.matching.homes import Setting, nowhere
from directory.matching.people import PersonUnreadable, PlaceUnclear, read_person
from directory.models.vocabulary import Region
from matcher.person import Must, Point, Travel


def no_place(text: str) -> Setting:
    if text:
        raise PlaceUnclear(f"“{text}” is not a place we know")
    return nowhere(Region.NZ)


def read(**entry: object):
    return read_person(
        {"id": "A", "what_matters": "singing", **entry}, find_setting=no_place
    ).person


def test_everything_that_is_told_is_read() -> None:
    person = read(
        lat=-41.14,
        lng=174.87,
        place="Cannons Creek",
        age=68,
        travel="bus",
        max_km=5,
        languages=["sm", "English"],
        must=["step_free"],
        interests=["arts.singing"],
        needs=["mind.grief"],
        avoid=["church"],
        times=["tue-am"],
    )
    assert person.home is not None
    assert person.home.point == Point(-41.14, 174.87)
    assert (person.age, person.travel, person.max_km) == (68, Travel.BUS, 5.0)
    assert person.languages == ("sm", "en")
    assert person.must == {Must.STEP_FREE}
    assert person.country == "nz"


def test_only_a_name_for_the_person_and_one_wish_are_needed() -> None:
    assert read_person(
        {"id": "A", "needs": ["mind.grief"]}, find_setting=no_place
    ).person.needs == {"mind.grief"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("shoe_size", 9),
        ("what_matters", 7),
        ("what_matters", "x" * 20_001),
        ("age", -1),
        ("age", 121),
        ("age", "old"),
        ("age", True),
        ("travel", "rocket"),
        ("max_km", -2),
        ("max_km", float("nan")),
        ("languages", "Samoan"),
        ("languages", ["Klingonese"]),
        ("must", ["cheap"]),
        ("interests", ["juggling.knives"]),
        ("times", ["noon"]),
        ("times", [{}]),
        ("lat", 91.0),
        ("place", "Nowhere at all"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(field: str, value: object) -> None:
    with pytest.raises(PersonUnreadable) as refusal:
        read(**{field: value})
    assert refusal.value.field == field


@pytest.mark.parametrize("entry", [None, [], "person", {"what_matters": "x"}, {"id": "A"}])
def test_what_is_no_person_is_refused(entry: object) -> None:
    with pytest.raises(PersonUnreadable):
        read_person(entry, find_setting=no_place)


def test_half_a_point_is_refused() -> None:
    with pytest.raises(PersonUnreadable):
        read(lat=-41.0)


def test_the_point_that_stands_for_none_is_never_a_home() -> None:
    with pytest.raises(PersonUnreadable) as refusal:
        read(lat=0, lng=0.0)
    assert refusal.value.field == "lat"


def test_little_words_alone_are_nothing_to_look_for() -> None:
    with pytest.raises(PersonUnreadable) as refusal:
        read(what_matters="the of")
    assert refusal.value.reason == "has no word in it to look for; say a little more"
    assert read(what_matters="the of", interests=["arts.singing"]).interests


def test_a_number_without_an_upper_end_is_told_its_lower_one() -> None:
    with pytest.raises(PersonUnreadable) as refusal:
        read(max_km=-1)
    assert refusal.value.reason == "should be 0 or more"


json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
fields = st.sampled_from(["id", "what_matters", "place", "lat", "age", "must", "times", "avoid"])


@given(st.dictionaries(fields, json, max_size=6))
def test_no_json_whatever_breaks_the_reader(entry: dict[str, object]) -> None:
    try:
        read_person(entry, find_setting=no_place)
    except PersonUnreadable as refusal:
        assert refusal.reason
