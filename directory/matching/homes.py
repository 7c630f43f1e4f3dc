"""From a place that was typed to where somebody sets out from."""

from __future__ import annotations

from dataclasses import dataclass

from directory.models.vocabulary import Region
from directory.places.gazetteer import Choices, Found, Gazetteer, Place, Unknown
from matcher.person import Home, Point


@dataclass(frozen=True, slots=True)
class Setting:
    """Where somebody sets out from, and the country whose listings are of use to them."""

    home: Home | None
    country: str


def setting_of(place: Place) -> Setting:
    return Setting(Home(place.name, Point(place.lat, place.lng)), place.country)


def country_at(lat: float, lng: float) -> str:
    """The region whose listings are of use at a point: the hemisphere tells the two apart."""
    return Region.ENGLAND if lat > 0 else Region.NZ


def nowhere(region: Region) -> Setting:
    """No place was given: the whole of the deployment's region."""
    return Setting(None, region)


class HomeUnknown(Exception):
    """Nobody knows the place; ``suggestions`` are names that can be looked up."""

    def __init__(self, text: str, suggestions: tuple[str, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.suggestions = suggestions


class HomeAmbiguous(Exception):
    """Several places have the name, and the person says which."""

    def __init__(self, text: str, places: tuple[Place, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.places = places


def find_setting(gazetteer: Gazetteer, text: str, *, region: Region) -> Setting:
    """Raises HomeUnknown or HomeAmbiguous; never guesses."""
    if not text.strip():
        return nowhere(region)
    match gazetteer.find(text, region=region):
        case Found(place):
            return setting_of(place)
        case Choices(said, places):
            raise HomeAmbiguous(said, places)
        case Unknown(said, suggestions):
            raise HomeUnknown(said, suggestions)
