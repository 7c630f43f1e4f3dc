"""Answers people in plain JSON, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from directory.matching.homes import (
    HomeAmbiguous,
    HomeUnknown,
    Setting,
    find_setting,
    setting_of,
)
from directory.matching.people import NamedPerson, PlaceUnclear
from directory.models.vocabulary import Region
from directory.places.distance import Points
from directory.places.gazetteer import Gazetteer, Place
from directory.safety.danger_words import may_be_in_danger
from matcher.answer import Answer, Match
from matcher.catalogue import Catalogue

# Listings this near make a place one that the directory serves.
SERVED_WITHIN_KM = 15
# A namesake must have this many times the listings of the next one to be taken as meant.
CLEAR_LEAD = 2


class ServedPlaceFinder:
    """Finds a place where nobody can be asked which of several is meant.

    Of namesakes it takes the one that the directory plainly serves, and the answer says which.
    """

    def __init__(self, gazetteer: Gazetteer, catalogue: Catalogue, region: Region) -> None:
        self._gazetteer = gazetteer
        self._region = region
        self._points = Points(
            [
                (venue.point.lat, venue.point.lng)
                for listing_id in catalogue.ids
                for venue in catalogue.listing(listing_id).venues
                if venue.point is not None
            ]
        )

    def __call__(self, text: str) -> Setting:
        """Raises PlaceUnclear, with what to do about it."""
        try:
            return find_setting(self._gazetteer, text, region=self._region)
        except HomeUnknown as error:
            like = ", ".join(error.suggestions[:3])
            hint = f"; did you mean {like}?" if like else ""
            raise PlaceUnclear(f"“{text}” is not a place we know{hint}") from error
        except HomeAmbiguous as error:
            return setting_of(self._served(error.places, text))

    def _served(self, places: Sequence[Place], text: str) -> Place:
        counts = sorted((self._listings_near(place), place.name, place) for place in places)
        first, second = counts[-1][0], counts[-2][0] if len(counts) > 1 else 0
        if first == 0 or first < CLEAR_LEAD * second:
            names = " or ".join(place.name for place in places)
            raise PlaceUnclear(f"“{text}” could be {names}: say which")
        return counts[-1][2]

    def _listings_near(self, place: Place) -> int:
        distances = self._points.distances_km(place.lat, place.lng)
        return int((distances <= SERVED_WITHIN_KM).sum())


def answer_as_json(named: NamedPerson, answer: Answer, catalogue: Catalogue) -> dict[str, object]:
    """The answer as one JSON object; the shape is in docs/matching.md."""
    home = named.person.home
    return {
        "id": named.id,
        "place": home and {"name": home.name, "lat": home.point.lat, "lng": home.point.lng},
        "results": [_result(match, catalogue) for match in answer.matches],
        "set_aside": [
            {
                "listing_id": passed.listing_id,
                "source_id": catalogue.listing(passed.listing_id).source_id,
                "name": catalogue.listing(passed.listing_id).name,
                "because": passed.because,
            }
            for passed in answer.set_aside
        ],
        "widen": [
            {"change": widening.change, "adds": widening.adds} for widening in answer.widenings
        ],
        "safety": "ask whether they are safe"
        if may_be_in_danger(named.person.what_matters)
        else None,
    }


def _result(match: Match, catalogue: Catalogue) -> dict[str, object]:
    listing = catalogue.listing(match.listing_id)
    return {
        "rank": match.rank,
        "listing_id": match.listing_id,
        "source_id": listing.source_id,
        "name": listing.name,
        "organisation": listing.organisation,
        "score": match.score,
        "parts": match.parts,
        "distance_km": None if match.distance_km is None else round(match.distance_km, 2),
        "next": match.next_at.isoformat() if match.next_at else None,
        "reasons": match.reasons,
        "cautions": match.cautions,
    }
