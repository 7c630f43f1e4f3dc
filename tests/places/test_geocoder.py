"""geopy's door to the gazetteer."""

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders import Nominatim

from directory.places.gazetteer import Gazetteer
from directory.places.geocoder import OfflineGeocoder, UnknownGeocoder, geocoder_for


@pytest.fixture
def geocoder(gazetteer: Gazetteer) -> OfflineGeocoder:
    return OfflineGeocoder(gazetteer, region="nz")


def test_a_place_is_a_geopy_location(geocoder: OfflineGeocoder) -> None:
    location = geocoder.geocode("Cannons Creek")
    assert location is not None
    assert location.address == "Cannons Creek, Porirua"
    assert (round(location.latitude, 2), round(location.longitude, 2)) == (-41.14, 174.87)
    assert location.raw["country"] == "nz"


def test_of_several_places_none_is_the_one(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode("Rānui") is None
    several = geocoder.geocode("Rānui", exactly_one=False)
    assert [location.address for location in several] == ["Rānui, Auckland", "Rānui, Porirua"]


def test_an_unknown_place_is_none(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode("Manuerwa") is None
    assert geocoder.geocode("", exactly_one=False) is None


def test_a_place_is_written_in_words(geocoder: OfflineGeocoder) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(5022)


def test_no_service_named_means_offline(gazetteer: Gazetteer) -> None:
    assert isinstance(geocoder_for("", gazetteer, region="nz"), OfflineGeocoder)


def test_a_service_is_chosen_by_its_name(gazetteer: Gazetteer) -> None:
    assert isinstance(geocoder_for("nominatim", gazetteer, region="nz"), Nominatim)


def test_a_service_that_does_not_exist_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownGeocoder, match="nominatum"):
        geocoder_for("nominatum", gazetteer, region="nz")
