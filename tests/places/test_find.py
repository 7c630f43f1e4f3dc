"""Where is that? Found, one of several, or unknown: never a guess and never 0, 0."""

import csv
import json
from pathlib import Path

import pytest
from geopy.distance import great_circle

from directory.places.gazetteer import Choices, Found, Gazetteer, Unknown
from directory.places.source import OURS

PEOPLE = Path(__file__).parents[3] / "shared/data/relevance/porirua_people.jsonl"

# Points read off a map, and how far a neighbourhood's middle may be from them.
NEIGHBOURHOODS = [
    ("Cannons Creek", "nz", "Cannons Creek, Porirua", -41.142, 174.866),
    ("Pukerua Bay", "nz", "Pukerua Bay, Porirua", -41.03, 174.89),
    ("Waitangirua", "nz", "Waitangirua, Porirua", -41.13, 174.88),
    ("Papakowhai", "nz", "Papakōwhai, Porirua", -41.12, 174.86),
    ("Aotea", "nz", "Aotea, Porirua", -41.12, 174.86),
    ("Takapuwahia", "nz", "Takapūwāhia, Porirua", -41.127, 174.83),
    ("Pauatahanui", "nz", "Pāuatahanui, Porirua", -41.10, 174.92),
    ("Mangere", "nz", "Māngere, Auckland", -36.97, 174.80),
    ("OTARA", "nz", "Ōtara, Auckland", -36.96, 174.87),
    ("otahuhu", "nz", "Ōtāhuhu, Auckland", -36.945, 174.84),
    ("Clendon", "nz", "Clendon Park, Auckland", -37.03, 174.865),
    ("Te Atatu South", "nz", "Te Atatū South, Auckland", -36.865, 174.65),
    ("mt roskill", "nz", "Mount Roskill, Auckland", -36.91, 174.735),
    ("St Heliers", "nz", "Saint Heliers, Auckland", -36.85, 174.865),
    ("Bensham", "england", "Bensham, Gateshead", 54.955, -1.615),
    ("Low Fell", "england", "Low Fell, Gateshead", 54.937, -1.60),
    ("Matson", "england", "Matson, Gloucester", 51.838, -2.212),
    ("Kingsholm", "england", "Kingsholm, Gloucester", 51.872, -2.24),
    ("Dorchester", "england", "Dorchester, Dorset", 50.715, -2.437),
    ("Poundbury", "england", "Poundbury, Dorchester", 50.713, -2.462),
    ("kings lynn", "england", "King's Lynn", 52.752, 0.395),
    ("Stow-on-the-Wold", "england", "Stow on the Wold, near Carterton", 51.93, -1.72),
]


def found(gazetteer: Gazetteer, text: str, region: str) -> Found:
    answer = gazetteer.find(text, region=region)
    assert isinstance(answer, Found), answer
    return answer


def names(answer: Found | Choices | Unknown) -> list[str]:
    assert isinstance(answer, Choices), answer
    return [place.name for place in answer.places]


@pytest.mark.parametrize(("text", "region", "name", "lat", "lng"), NEIGHBOURHOODS)
def test_a_neighbourhood_is_where_people_live(
    gazetteer: Gazetteer, text: str, region: str, name: str, lat: float, lng: float
) -> None:
    place = found(gazetteer, text, region).place
    assert place.name == name
    assert great_circle((place.lat, place.lng), (lat, lng)).km < 1.5


def test_every_place_of_the_porirua_people_is_found_in_porirua(gazetteer: Gazetteer) -> None:
    if not PEOPLE.exists():
        pytest.skip("the Porirua people are not on this machine")
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        place = json.loads(line)["place"]
        answer = gazetteer.find(f"{place}, Porirua", region="nz")
        assert isinstance(answer, Found), place
        point = (answer.place.lat, answer.place.lng)
        assert great_circle(point, (-41.10, 174.87)).km < 9


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("Rānui", "nz", {"Rānui, Auckland", "Rānui, Porirua"}),
        ("Avondale", "nz", {"Avondale, Auckland", "Avondale, Christchurch"}),
        ("Christchurch", "nz", {"Christchurch, New Zealand", "Christchurch, Dorset"}),
        ("Christchurch", "england", {"Christchurch, New Zealand", "Christchurch, Dorset"}),
        ("Newcastle", "england", {"Newcastle upon Tyne", "Newcastle under Lyme"}),
        ("Richmond", "england", {"Richmond, London", "Richmond, North Yorkshire"}),
    ],
)
def test_a_name_that_several_places_have_is_asked_about(
    gazetteer: Gazetteer, text: str, region: str, expected: set[str]
) -> None:
    assert expected <= set(names(gazetteer.find(text, region=region)))


@pytest.mark.parametrize(
    ("text", "region", "first"),
    [
        ("Christchurch", "nz", "Christchurch, New Zealand"),
        ("Christchurch", "england", "Christchurch, Dorset"),
        ("Weymouth", "nz", "Weymouth, Auckland"),
        ("Richmond", "nz", "Richmond, Tasman"),
    ],
)
def test_the_choices_begin_at_home(
    gazetteer: Gazetteer, text: str, region: str, first: str
) -> None:
    assert names(gazetteer.find(text, region=region))[0] == first


@pytest.mark.parametrize("text", ["Oxford", "Belfast", "Brighton", "Sheffield"])
def test_a_great_city_abroad_never_hides_a_place_at_home(gazetteer: Gazetteer, text: str) -> None:
    answer = gazetteer.find(text, region="nz")
    assert isinstance(answer, Choices)
    assert {place.country for place in answer.places} > {"nz"}
    assert answer.places[0].country == "nz"


def test_a_place_known_by_everybody_is_not_asked_about(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Wellington", "nz").place.country == "nz"
    assert found(gazetteer, "Bradford", "england").place.name == "Bradford"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rānui, Porirua", "Rānui, Porirua"),
        ("ranui porirua", "Rānui, Porirua"),
        ("Ranui\tAuckland", "Rānui, Auckland"),
        ("Rānui, West Auckland, NZ", "Rānui, Auckland"),
        ("Ranui 5024", "Rānui, Porirua"),
        ("avondale, christchurch", "Avondale, Christchurch"),
        ("Christchurch nz", "Christchurch, New Zealand"),
        ("Christchurch, Dorset, England", "Christchurch, Dorset"),
        ("Low Fell, Tyne & Wear", "Low Fell, Gateshead"),
        ("bensham near newcastle", "Bensham, Gateshead"),
        ("10 Example Street, Elsdon, Porirua, 5022", "Elsdon, Porirua"),
    ],
)
def test_a_hint_decides(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert found(gazetteer, text, "nz").place.name == name


def test_a_point_nearby_orders_the_choices_and_settles_nothing(gazetteer: Gazetteer) -> None:
    porirua, auckland = (-41.13, 174.84), (-36.85, 174.76)
    here = names(gazetteer.find("Rānui", region="nz", near=porirua))
    there = names(gazetteer.find("Rānui", region="nz", near=auckland))
    assert here == ["Rānui, Porirua", "Rānui, Auckland"]
    assert there == here[::-1]


def test_a_hint_that_does_not_fit_is_asked_about(gazetteer: Gazetteer) -> None:
    assert names(gazetteer.find("Bensham, London", region="england")) == ["Bensham, Gateshead"]


def test_a_hamlet_far_away_does_not_hide_a_slip_of_the_pen(gazetteer: Gazetteer) -> None:
    assert names(gazetteer.find("Gatehead", region="england"))[0] == "Gateshead"


def test_a_suburb_of_the_region_comes_before_a_small_namesake_abroad(
    gazetteer: Gazetteer,
) -> None:
    assert found(gazetteer, "Whitby", "nz").place.name == "Whitby, Porirua"
    assert found(gazetteer, "Whitby", "england").place.country == "england"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Manuerwa", "Manurewa, Auckland"),
        ("Cannon Creek", "Cannons Creek, Porirua"),
        ("maangere", "Māngere, Auckland"),
        ("Bnsham, Gateshead", "Gateshead"),
        ("cannons creek shops", "Cannons Creek, Porirua"),
        ("Hawkes Bay", "Napier"),
    ],
)
def test_a_mistyped_name_brings_suggestions(
    gazetteer: Gazetteer, text: str, suggestion: str
) -> None:
    answer = gazetteer.find(text, region="nz")
    assert isinstance(answer, Unknown), answer
    assert suggestion in answer.suggestions
    assert all(isinstance(gazetteer.find(name, region="nz"), Found) for name in answer.suggestions)


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000, "Gateshead, " * 2_000, "\0\x01\x02", "😀😀", "'; DROP TABLE place;--", "%", "*"],
)
def test_nonsense_is_unknown_and_brings_no_suggestion(gazetteer: Gazetteer, text: str) -> None:
    answer = gazetteer.find(text, region="nz")
    assert isinstance(answer, Unknown)
    assert answer.suggestions == ()
    assert len(answer.text) <= 120


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_box_is_unknown_and_no_error(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text, region="nz") == Unknown("", ())


def test_every_place_of_our_own_table_can_be_found_by_its_whole_name(gazetteer: Gazetteer) -> None:
    with (OURS / "supplement.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 180
    for row in filter(lambda row: row["qualifier"], rows):
        place = found(gazetteer, f"{row['name']}, {row['qualifier']}", row["region"]).place
        assert (place.lat, place.lng) == (float(row["lat"]), float(row["lng"]))
