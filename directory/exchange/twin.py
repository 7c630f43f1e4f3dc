"""Listings that are likely there already, from another feed or under another id.

Two listings are likely twins where their names come to the same words and they are within 200 m of
one another or have the same phone number. Only listings of one name are compared, so the work grows
with the number of listings and not with its square.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.exchange.row import Row
from directory.models.listing import Listing
from directory.models.place import Place
from directory.places.distance import distance_km
from directory.places.spelling import fold

NEAR_KM = 0.2
# The last figures of a number are the same with and without a country code.
TELLING_FIGURES = 7
SMALL_WORDS = frozenset(
    {"the", "a", "of", "and", "te", "inc", "incorporated", "ltd", "limited", "trust", "charitable"}
)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Twin:
    """``row`` looks like the listing ``listing_id``; ``name`` is that listing's."""

    row: int
    source_id: str
    listing_id: str
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    name: str
    phone: str
    points: tuple[Point, ...]


class Twins:
    """Every listing that is there, by the words of its name."""

    def __init__(self, session: Session) -> None:
        self._by_name: dict[frozenset[str], list[_Known]] = defaultdict(list)
        points: dict[str, list[Point]] = defaultdict(list)
        for id, lat, lng in session.execute(select(Place.listing_id, Place.lat, Place.lng)):
            if lat is not None and lng is not None:
                points[id].append((lat, lng))
        listings = select(Listing.id, Listing.name, Listing.phone).order_by(Listing.id)
        for id, name, phone in session.execute(listings):
            self._add(_Known(id, name, _figures(phone), tuple(points[id])))

    def of(self, row: Row) -> list[Twin]:
        """Those that the row looks like, before it is added."""
        mine = _known("", row)
        return [
            Twin(row.number, row.source_id, other.id, other.name, because)
            for other in self._by_name.get(_name_words(mine.name), ())
            if (because := _likeness(mine, other))
        ]

    def add(self, listing_id: str, row: Row) -> None:
        self._add(_known(listing_id, row))

    def _add(self, known: _Known) -> None:
        self._by_name[_name_words(known.name)].append(known)


def _known(id: str, row: Row) -> _Known:
    points = tuple(
        (place.lat, place.lng)
        for place in row.listing.places
        if place.lat is not None and place.lng is not None
    )
    return _Known(id, row.listing.name, _figures(row.listing.phone), points)


def _likeness(mine: _Known, other: _Known) -> str:
    """Why they are likely one; empty where they are not."""
    if mine.phone and mine.phone == other.phone:
        return "same name and phone number"
    for here in mine.points:
        if any(distance_km(*here, *there) <= NEAR_KM for there in other.points):
            return "same name and place"
    return ""


def _name_words(name: str) -> frozenset[str]:
    words = frozenset(fold(name).split())
    return words - SMALL_WORDS or words


def _figures(phone: str) -> str:
    figures = re.sub(r"\D", "", phone)
    return figures[-TELLING_FIGURES:] if len(figures) >= TELLING_FIGURES else ""
