"""Postcodes: full ones to the metre, districts and New Zealand's roughly, and saying so."""

import pytest
from geopy.distance import great_circle

from directory.places.gazetteer import Found, Gazetteer, Unknown


@pytest.mark.parametrize(
    "text",
    ["NE8 1EP", "ne81ep", "Ne8  1eP", "ne 81ep", "ＮＥ８ １ＥＰ", "Gateshead NE8 1EP"],
)
def test_a_postcode_is_found_however_it_is_written(gazetteer: Gazetteer, text: str) -> None:
    answer = gazetteer.find(text, region="england")
    assert isinstance(answer, Found)
    assert (answer.place.name, answer.place.kind) == ("NE8 1EP", "postcode")
    assert great_circle((answer.place.lat, answer.place.lng), (54.9614, -1.6000)).km < 0.2
    assert not answer.place.is_coarse


def test_a_postcode_says_which_country_it_is_in(gazetteer: Gazetteer) -> None:
    for text, country in (("GL1 1AD", "england"), ("CF10 1EP", "wales"), ("EH1 1BB", "scotland")):
        answer = gazetteer.find(text, region="england")
        assert isinstance(answer, Found), text
        assert answer.place.country == country


def test_a_district_is_found_roughly(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("gl1", region="england")
    assert isinstance(answer, Found)
    assert answer.place.name == "GL1 (Gloucester)"
    assert (answer.place.kind, answer.place.is_coarse) == ("outcode", True)


def test_a_new_zealand_postcode_is_found_roughly(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("5022", region="nz")
    assert isinstance(answer, Found)
    assert (answer.place.kind, answer.place.is_coarse) == ("postcode", True)


def test_a_suburb_beside_its_postcode_is_the_suburb(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Cannons Creek 5024", region="nz")
    assert isinstance(answer, Found)
    assert (answer.place.name, answer.place.is_coarse) == ("Cannons Creek, Porirua", False)


def test_a_postcode_that_is_not_in_use_offers_its_district(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("GL1 9QQ", region="england")
    assert answer == Unknown("GL1 9QQ", ("GL1 (Gloucester)",))


def test_a_name_beside_a_postcode_that_is_not_in_use_is_found(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Matson, GL1 9QQ", region="england")
    assert isinstance(answer, Found)
    assert answer.place.name == "Matson, Gloucester"
