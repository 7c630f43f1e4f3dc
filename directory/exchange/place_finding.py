"""Puts a point to places that have none, and marks points that only stand for a town.

Directories geocode what they cannot find to the middle of a town, so that many listings share one
point. A point is taken to be such a stand-in where two or more organisations have it and none of
those listings names a street; or where it is written to no more than two decimals (a kilometre)
without a street. In a published directory of 145 listings this marks every stand-in that its
readers found, and one pair of groups that meet in several places.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from directory.exchange.naming import has_street
from directory.exchange.row import Read, Row
from directory.listings.facts import PlaceFacts
from directory.models.vocabulary import Region
from directory.places.gazetteer import Found, Gazetteer
from directory.places.place import Kind
from directory.places.spelling import postcode_in

SHARED_BY = 2
COARSE_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Located:
    """A point in degrees; ``is_exact`` is False where it is only the town's."""

    lat: float
    lng: float
    is_exact: bool


Locate = Callable[[str, Region], Located | None]


def with_points(rows: Iterable[Read], locate: Locate | None) -> list[Read]:
    """The rows with every place that can be found, and stand-ins marked."""
    everything = list(rows)
    stand_ins = _stand_ins(everything)
    return [
        _with_points(row, stand_ins, locate) if isinstance(row, Row) else row for row in everything
    ]


def locate_with(gazetteer: Gazetteer) -> Locate:
    """Looks towns and postcodes up; a full UK postcode is exact, anything else a town."""

    def locate(text: str, region: Region) -> Located | None:
        answer = gazetteer.find(text, region=region)
        if not isinstance(answer, Found):
            return None
        place = answer.place
        is_exact = place.kind == Kind.POSTCODE and postcode_in(text) is not None
        return Located(place.lat, place.lng, is_exact)

    return locate


def _with_points(row: Row, stand_ins: set[tuple[float, float]], locate: Locate | None) -> Row:
    places = tuple(
        _found(place, row.listing.region, locate)
        if place.lat is None
        else replace(place, is_exact=not _stands_in(place, stand_ins))
        for place in row.listing.places
    )
    return replace(row, listing=replace(row.listing, places=places))


def _found(place: PlaceFacts, region: Region, locate: Locate | None) -> PlaceFacts:
    """The postcode where it is one of a street, then the town; never the first of several."""
    if locate is None:
        return place
    for text in (postcode_in(place.postcode), place.locality, place.postcode):
        at = locate(text, region) if text else None
        if at is not None:
            return replace(place, lat=at.lat, lng=at.lng, is_exact=at.is_exact)
    return place


def _stands_in(place: PlaceFacts, stand_ins: set[tuple[float, float]]) -> bool:
    if place.lat is None or place.lng is None or _names_street(place):
        return False
    is_coarse = all(
        round(degrees, COARSE_DECIMALS) == degrees for degrees in (place.lat, place.lng)
    )
    return is_coarse or (place.lat, place.lng) in stand_ins


def _stand_ins(rows: Sequence[Read]) -> set[tuple[float, float]]:
    sharers: dict[tuple[float, float], set[str | None]] = defaultdict(set)
    for row in (row for row in rows if isinstance(row, Row)):
        for place in row.listing.places:
            if place.lat is not None and place.lng is not None and not _names_street(place):
                sharers[place.lat, place.lng].add(row.organisation.source_id)
    return {point for point, organisations in sharers.items() if len(organisations) >= SHARED_BY}


def _names_street(place: PlaceFacts) -> bool:
    """A venue with a name counts as well as a street: people can find it."""
    return bool(place.name) or has_street(place.address) or bool(postcode_in(place.postcode))
