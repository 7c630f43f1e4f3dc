"""A listing in short, as it is shown in results, lists and on the map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from directory.listings import time_words, words
from directory.listings.times import next_sessions
from directory.models.listing import Listing


@dataclass(frozen=True, slots=True)
class Fit:
    """What the matcher said of a listing for this person."""

    distance_km: float | None = None
    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Ready words; an empty text means that the line is left out."""

    id: str
    url: str
    title: str
    organisation: str
    kind: str
    where: str
    street: str
    distance: str
    next_time: str
    times: str
    cost: str
    joining: str
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    first_visit: str
    languages: str
    access: str
    phone: str
    region: str
    is_demonstration: bool
    lat: float | None
    lng: float | None


NO_FIT = Fit()
# The matcher's reasons that a card says elsewhere already.
HOW_FAR = re.compile(r"[\d.]+ km away(, .+)?")


def card_of(
    listing: Listing, *, url: str, now: datetime, fit: Fit = NO_FIT, region: str = ""
) -> Card:
    """``listing`` must have been read whole; ``region`` is told only where it could be another."""
    cost = words.cost(listing)
    point = next((place for place in listing.places if place.lat is not None), None)
    return Card(
        id=listing.id,
        url=url,
        title=listing.name,
        organisation=listing.organisation.name,
        kind=words.KINDS[listing.kind],
        where=words.where(listing),
        street=words.street(listing),
        distance=_distance(fit),
        next_time=_next_time(listing, now),
        times=time_words.times(listing.schedules),
        cost=cost,
        joining=words.joining([part.way for part in listing.joining]),
        reasons=tuple(each for each in fit.reasons if each != cost and not HOW_FAR.fullmatch(each)),
        cautions=fit.cautions or words.cautions(listing, now=now),
        first_visit=listing.first_visit,
        languages=_languages(listing),
        access=words.access(listing),
        phone=listing.phone or listing.organisation.phone,
        region=region,
        is_demonstration=listing.is_demonstration,
        lat=point.lat if point else None,
        lng=point.lng if point else None,
    )


def _distance(fit: Fit) -> str:
    """How far; and how long it takes, where the matcher knows how the person gets about."""
    with_minutes = (each for each in fit.reasons if HOW_FAR.fullmatch(each) and "minutes" in each)
    return next(with_minutes, words.distance(fit.distance_km))


def _languages(listing: Listing) -> str:
    """Nothing where English is the only one: that goes without saying."""
    codes = [part.language for part in listing.languages]
    return "" if codes == ["en"] else words.languages(codes)


def _next_time(listing: Listing, now: datetime) -> str:
    upcoming: Sequence[tuple[datetime, object]] = next_sessions(
        listing.schedules, after=now, limit=1
    )
    return time_words.session_time(upcoming[0][0]) if upcoming else ""
