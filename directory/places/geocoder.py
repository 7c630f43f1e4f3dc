"""geopy's door to the gazetteer, so that another geocoder can be put in its place."""

from geopy.exc import GeocoderNotFound, GeocoderQueryError
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from directory.places.gazetteer import Choices, Found, Gazetteer, Place

# Services ask to be told who is calling.
USER_AGENT = "whatmatters"


class UnknownGeocoder(ValueError):
    """geopy has no service of that name."""


class OfflineGeocoder(Geocoder):
    """Answers from the gazetteer and sends nothing anywhere."""

    def __init__(self, gazetteer: Gazetteer, *, region: str) -> None:
        super().__init__(scheme="https")
        self._gazetteer = gazetteer
        self._region = region

    def geocode(
        self, query: str, exactly_one: bool = True, *, timeout: object = None
    ) -> Location | list[Location] | None:
        """The place, or None. Of several places none is first: with ``exactly_one`` that is None.

        ``timeout`` is part of geopy's door; there is nothing here to wait for.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError("a place is written in words")
        locations = [_location(place) for place in self._places(query)]
        if exactly_one:
            return locations[0] if len(locations) == 1 else None
        return locations or None

    def _places(self, query: str) -> tuple[Place, ...]:
        answer = self._gazetteer.find(query, region=self._region)
        if isinstance(answer, Found):
            return (answer.place,)
        return answer.places if isinstance(answer, Choices) else ()


def geocoder_for(service: str, gazetteer: Gazetteer, *, region: str) -> Geocoder:
    """The geocoder that PLACES_GEOCODER names in geopy's words ("nominatim"); offline if empty.

    Any but the offline one tells a stranger what a person typed: a privacy notice must say so.
    """
    if not service:
        return OfflineGeocoder(gazetteer, region=region)
    try:
        chosen = get_geocoder_for_service(service)
    except GeocoderNotFound:
        raise UnknownGeocoder(service) from None
    return chosen(user_agent=USER_AGENT)


def _location(place: Place) -> Location:
    return Location(place.name, (place.lat, place.lng), {"country": place.country})
