"""A place, and the three answers there are to "where is that?"."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Country(StrEnum):
    """The countries whose places we know. The first two are also regions of the site."""

    NZ = "nz"
    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class Kind(StrEnum):
    """What sort of place it is. A village is a town here; a suburb is part of a town."""

    SUBURB = "suburb"
    TOWN = "town"
    POSTCODE = "postcode"
    OUTCODE = "outcode"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a person may set out from, in degrees on WGS 84.

    ``is_coarse`` says that the point may be several kilometres off, as with a New Zealand postcode.
    """

    name: str
    lat: float
    lng: float
    country: str
    kind: str
    is_coarse: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """There is one such place, or one that is plainly meant."""

    place: Place


@dataclass(frozen=True, slots=True)
class Choices:
    """Several places have that name; the person says which."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No such place. Each suggestion is a name that can be looked up."""

    text: str
    suggestions: tuple[str, ...]


class Box(NamedTuple):
    """A range of latitudes and longitudes."""

    south: float
    west: float
    north: float
    east: float


# Generous boxes, against swapped or missing coordinates. Chatham Island lies past the date line.
BOXES = {
    Country.NZ: (Box(-48, 166, -34, 179.2), Box(-44.6, -177.2, -43.5, -175.5)),
    Country.ENGLAND: (Box(49.7, -6.6, 56, 2),),
    Country.WALES: (Box(51.2, -5.5, 53.6, -2.5),),
    Country.SCOTLAND: (Box(54.5, -8.8, 61, -0.6),),
    Country.NORTHERN_IRELAND: (Box(53.9, -8.3, 55.4, -5.3),),
}


def is_inside(country: Country, lat: float, lng: float) -> bool:
    """Whether the point can be in the country at all."""
    return any(b.south <= lat <= b.north and b.west <= lng <= b.east for b in BOXES[country])
