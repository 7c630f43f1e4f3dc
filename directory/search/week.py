"""What is on in the next seven days, from the catalogue in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from directory.listings.times import slot_of
from directory.matching.engine import matching_engine
from directory.matching.shapes import Listing, Point
from directory.places.distance import distance_km

AHEAD = timedelta(days=7)
PARTS = {"am": "Mornings", "pm": "Afternoons", "eve": "Evenings"}
NEARBY_KM = 25.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see of the week; None and empty leave nothing out."""

    countries: frozenset[str]
    part: str = ""
    domain: str = ""
    near: Point | None = None

    def takes(self, listing: Listing, start: datetime) -> bool:
        if listing.country not in self.countries:
            return False
        if self.part and not slot_of(start).endswith(f"-{self.part}"):
            return False
        if self.domain and not any(term.startswith(f"{self.domain}.") for term in listing.offers):
            return False
        return self.near is None or _is_near(listing, self.near)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of one listing; ``start`` is in the listing's own zone."""

    listing_id: str
    start: datetime


def week_ahead(session: Session, wish: Wish, *, now: datetime) -> list[Meeting]:
    """Every session of the next seven days that is wished for, soonest first."""
    catalogue = matching_engine().catalogue(session, now=now)
    listings = (catalogue.listing(listing_id) for listing_id in catalogue.ids)
    found = list(_meetings(listings, wish, now))
    # By the clock on the wall, so that a day stays together where two regions are shown.
    found.sort(key=lambda each: (each[1].start.replace(tzinfo=None), each[0], each[1].listing_id))
    return [meeting for _, meeting in found]


def _meetings(
    listings: Iterable[Listing], wish: Wish, now: datetime
) -> Iterator[tuple[str, Meeting]]:
    """Each with the listing's name, which settles the order of what starts together."""
    for listing in listings:
        for start in listing.upcoming:
            if now <= start < now + AHEAD and wish.takes(listing, start):
                yield listing.name.casefold(), Meeting(listing.id, start)


def _is_near(listing: Listing, near: Point) -> bool:
    points = (venue.point for venue in listing.venues if venue.point)
    return any(
        distance_km(near.lat, near.lng, point.lat, point.lng) <= NEARBY_KM for point in points
    )
