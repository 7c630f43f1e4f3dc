"""What is true of every place, and of the file that holds them."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.places.attribution import ATTRIBUTIONS
from directory.places.build import build_gazetteer
from directory.places.gazetteer import Choices, Found, Gazetteer, Unknown
from directory.places.place import Country, Place, is_inside

EVERY_ANSWER = (Found, Choices, Unknown)


@pytest.fixture(scope="module")
def rows(gazetteer_path: Path) -> list[tuple[str, str, float, float, str]]:
    with closing(sqlite3.connect(gazetteer_path)) as database:
        return database.execute("SELECT name, full_key, lat, lng, country FROM place").fetchall()


def places_of(answer: Found | Choices | Unknown) -> tuple[Place, ...]:
    if isinstance(answer, Found):
        return (answer.place,)
    return answer.places if isinstance(answer, Choices) else ()


def test_every_place_lies_in_its_country(rows: list[tuple[str, str, float, float, str]]) -> None:
    assert len(rows) > 30_000
    for name, _, lat, lng, country in rows:
        assert abs(lat) > 30, name
        assert is_inside(Country(country), lat, lng), name


def test_no_two_places_are_shown_by_one_name(
    rows: list[tuple[str, str, float, float, str]],
) -> None:
    keys = [key for _, key, _, _, _ in rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("region", ["nz", "england"])
def test_every_shown_name_can_be_looked_up_again(
    gazetteer: Gazetteer, rows: list[tuple[str, str, float, float, str]], region: str
) -> None:
    lost = [name for name, *_ in rows if name not in shown(gazetteer, name, region)]
    assert lost == []


def shown(gazetteer: Gazetteer, name: str, region: str) -> list[str]:
    return [place.name for place in places_of(gazetteer.find(name, region=region))]


@pytest.mark.parametrize("region", ["nz", "england"])
def test_choosing_one_of_several_places_settles_it(
    gazetteer: Gazetteer, rows: list[tuple[str, str, float, float, str]], region: str
) -> None:
    for name in {name.split(",")[0] for name, *_ in rows}:
        answer = gazetteer.find(name, region=region)
        if isinstance(answer, Choices):
            for place in answer.places:
                assert gazetteer.find(place.name, region=region) == Found(place)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=150), region=st.sampled_from(["nz", "england"]))
def test_any_text_has_an_answer_and_every_point_is_in_its_country(
    gazetteer: Gazetteer, text: str, region: str
) -> None:
    answer = gazetteer.find(text, region=region)
    assert isinstance(answer, EVERY_ANSWER)
    for place in places_of(answer):
        assert is_inside(Country(place.country), place.lat, place.lng)


@settings(max_examples=200, deadline=None)
@given(
    area=st.sampled_from(["NE8", "GL1", "DT1", "CF10", "G1", "BT1", "ZZ9"]),
    rest=st.from_regex(r"[0-9][A-Z]{2}", fullmatch=True),
)
def test_any_postcode_is_in_britain_or_unknown(gazetteer: Gazetteer, area: str, rest: str) -> None:
    for place in places_of(gazetteer.find(f"{area} {rest}", region="nz")):
        assert is_inside(Country(place.country), place.lat, place.lng)
        assert place.country != "nz"


def test_the_nearest_place_is_named(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest_name(-41.1415, 174.8660) == "Cannons Creek, Porirua"
    assert gazetteer.nearest_name(54.9555, -1.6165) == "Bensham, Gateshead"


def test_nothing_is_near_the_middle_of_the_sea(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest_name(0.0, 0.0) is None
    assert gazetteer.nearest_name(float("nan"), 174.8) is None
    assert gazetteer.nearest_name(float("inf"), 174.8) is None


def test_threads_share_a_gazetteer(gazetteer: Gazetteer) -> None:
    texts = ["Cannons Creek", "NE8 1EP", "Rānui", "Manuerwa", "Gateshead", "5022"] * 50
    alone = [gazetteer.find(text, region="nz") for text in texts]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: gazetteer.find(text, region="nz"), texts))
    assert together == alone


def test_building_again_changes_nothing(gazetteer_path: Path) -> None:
    before = gazetteer_path.stat()
    report = build_gazetteer(gazetteer_path)
    after = gazetteer_path.stat()
    assert not report.is_new
    assert report.postcodes > 1_700_000
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_the_file_is_small_and_alone(gazetteer_path: Path) -> None:
    assert gazetteer_path.stat().st_size < 80_000_000
    assert [path.name for path in gazetteer_path.parent.iterdir()] == [gazetteer_path.name]


def test_a_missing_gazetteer_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Gazetteer.open(tmp_path / "gazetteer.sqlite")


def test_the_licences_are_named() -> None:
    words = " ".join(ATTRIBUTIONS)
    assert "GeoNames" in words
    assert "Contains OS data © Crown copyright and database right" in words
    assert "Contains Royal Mail data" in words
