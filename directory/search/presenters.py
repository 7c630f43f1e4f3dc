"""Words and shapes for the public pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from flask import url_for
from sqlalchemy.orm import Session

from directory.config import Settings
from directory.listings import time_words, words
from directory.listings.cards import NO_FIT, Card, Fit, card_of
from directory.listings.queries import live_listings
from directory.listings.times import end_of, sessions_of
from directory.models.listing import Listing
from directory.models.schedule import Schedule
from directory.models.vocabulary import Region
from directory.search.queries import Found
from directory.search.week import Meeting
from directory.web.settings import current_settings


@dataclass(frozen=True, slots=True)
class Row:
    """One session in a list of what's on."""

    url: str
    title: str
    day: date
    day_words: str
    time: str
    where: str
    region: str
    cost: str


@dataclass(frozen=True, slots=True)
class Day:
    id: str
    title: str
    rows: tuple[Row, ...]


def shown_regions(settings: Settings) -> tuple[Region, ...]:
    """A demonstration shows every region; a deployment its own."""
    others = [region for region in Region if region is not settings.region]
    return (settings.region, *others) if settings.is_demo else (settings.region,)


def result_cards(session: Session, found: Sequence[Found], *, now: datetime) -> list[Card]:
    fits = {
        each.match.listing_id: Fit(
            each.match.distance_km, each.match.reasons, each.match.cautions, each.match.score
        )
        for each in found
    }
    return listing_cards(session, list(fits), now=now, fits=fits)


def listing_cards(
    session: Session, ids: Sequence[str], *, now: datetime, fits: dict[str, Fit] | None = None
) -> list[Card]:
    """Cards of the live ones, in the order asked for, read in one go."""
    return [
        card_of(
            listing,
            url=listing_url(listing.id),
            now=now,
            fit=(fits or {}).get(listing.id, NO_FIT),
            region=_other_region(listing),
        )
        for listing in live_listings(session, ids)
    ]


def session_rows(session: Session, meetings: Sequence[Meeting]) -> list[Row]:
    listings = {
        listing.id: listing
        for listing in live_listings(session, [meeting.listing_id for meeting in meetings])
    }
    return [
        _row(listings[meeting.listing_id], meeting.start)
        for meeting in meetings
        if meeting.listing_id in listings
    ]


def by_day(rows: Iterable[Row]) -> tuple[Day, ...]:
    return tuple(
        Day(f"day-{day.isoformat()}", time_words.day(day), tuple(group))
        for day, group in groupby(rows, key=lambda row: row.day)
    )


def listing_url(listing_id: str) -> str:
    return url_for("listings.listing", listing_id=listing_id)


def _other_region(listing: Listing) -> str:
    """Its name where a listing is not in the site's own region."""
    is_here = listing.region is current_settings().region
    return "" if is_here else words.REGIONS[listing.region]


def _row(listing: Listing, start: datetime) -> Row:
    schedule = _schedule_at(listing, start)
    return Row(
        url=listing_url(listing.id),
        title=listing.name,
        day=start.date(),
        day_words=time_words.short_day(start.date()),
        time=_hours(start, schedule),
        where=_where(listing, schedule),
        region=_other_region(listing),
        cost=words.cost(listing),
    )


def _schedule_at(listing: Listing, start: datetime) -> Schedule | None:
    return next(
        (
            schedule
            for schedule in listing.schedules
            if next(iter(sessions_of(schedule, after=start)), None) == start
        ),
        None,
    )


def _hours(start: datetime, schedule: Schedule | None) -> str:
    end = end_of(start, schedule) if schedule else None
    return time_words.hours(start, end)


def _where(listing: Listing, schedule: Schedule | None) -> str:
    place_id = schedule.place_id if schedule else None
    place = next((each for each in listing.places if each.id == place_id), None)
    return words.place_name(place) if place else words.where(listing)
