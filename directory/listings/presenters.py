"""A listing's own page: what happens when I walk in, and everything one needs to get there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from directory.config import ZONES
from directory.listings import time_words, words
from directory.listings.times import end_of, next_sessions
from directory.models.listing import Listing
from directory.models.place import Place
from directory.models.vocabulary import Access, AudienceSide, Feature, Mode

SESSIONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What is there, what is not, and what nobody has said."""

    present: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceShown:
    name: str
    address: str
    access: Known
    lat: float | None
    lng: float | None


@dataclass(frozen=True, slots=True)
class ListingPage:
    """Ready words; an empty text or tuple means that the part is left out."""

    id: str
    title: str
    kind: str
    organisation: str
    about_organisation: str
    practice: str
    description: tuple[str, ...]
    first_visit: tuple[str, ...]
    cautions: tuple[str, ...]
    places: tuple[PlaceShown, ...]
    remote: tuple[str, ...]
    area: str
    sessions: tuple[str, ...]
    times: tuple[str, ...]
    cost: str
    joining: tuple[str, ...]
    joining_note: str
    who_for: tuple[str, ...]
    not_for: tuple[str, ...]
    says_who: bool
    features: Known
    languages: str
    phone: str
    email: str
    website: str
    capacity: str
    assured: str
    source_note: str
    is_demonstration: bool


def listing_page(listing: Listing, *, now: datetime) -> ListingPage:
    """``listing`` must have been read whole."""
    organisation = listing.organisation
    who_for = _who_for(listing)
    not_for = words.audience(listing, AudienceSide.NOT_FOR)
    return ListingPage(
        id=listing.id,
        title=listing.name,
        kind=words.KINDS[listing.kind],
        organisation=organisation.name,
        about_organisation=organisation.description,
        practice=listing.practice.name if listing.practice else "",
        description=_paragraphs(listing.description),
        first_visit=_paragraphs(listing.first_visit),
        cautions=words.cautions(listing, now=now),
        places=tuple(_place(place) for place in listing.places),
        remote=_remote(listing),
        area=listing.area_name,
        sessions=_sessions(listing, now),
        times=tuple(time_words.schedule_words(each) for each in listing.schedules),
        cost=words.cost(listing),
        joining=words.joining_ways([part.way for part in listing.joining]),
        joining_note=listing.joining_note,
        who_for=who_for,
        not_for=not_for,
        says_who=bool(who_for or not_for),
        features=_features(listing),
        languages=words.languages([part.language for part in listing.languages]),
        phone=listing.phone or organisation.phone,
        email=listing.email or organisation.email,
        website=listing.website or organisation.website,
        capacity=_capacity(listing),
        assured=assured(
            listing.assured_on,
            listing.assured_by,
            today=now.astimezone(ZONES[listing.region]).date(),
        ),
        source_note=listing.source_note,
        is_demonstration=listing.is_demonstration,
    )


def assured(on: date | None, by: str, *, today: date) -> str:
    """Empty where nobody has ever confirmed it.

    >>> assured(date(2026, 11, 1), "a champion", today=date(2026, 11, 22))
    'Checked 3 weeks ago by a champion'
    """
    if on is None:
        return ""
    checked = f"Checked {time_words.ago(on, today=today)}"
    return f"{checked} by {by}" if by else checked


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n") if part.strip())


def _place(place: Place) -> PlaceShown:
    return PlaceShown(
        name=place.name or place.locality,
        address=words.address_below(place),
        access=_access(place),
        lat=place.lat if place.is_exact else None,
        lng=place.lng if place.is_exact else None,
    )


def _access(place: Place) -> Known:
    said = {part.feature: part.is_present for part in place.access}
    return Known(
        present=tuple(words.ACCESS[each] for each in Access if said.get(each)),
        absent=tuple(words.NO_ACCESS[each] for each in Access if said.get(each) is False),
        unknown=tuple(words.ACCESS[each].lower() for each in Access if each not in said),
    )


def _features(listing: Listing) -> Known:
    said = {part.feature: part.is_present for part in listing.features}
    return Known(
        present=tuple(words.FEATURES[each][0] for each in Feature if said.get(each)),
        absent=tuple(words.FEATURES[each][1] for each in Feature if said.get(each) is False),
        unknown=tuple(words.FEATURE_QUESTIONS[each] for each in Feature if each not in said),
    )


def _remote(listing: Listing) -> tuple[str, ...]:
    modes = {part.mode for part in listing.modes}
    return tuple(words.MODES[mode] for mode in Mode if mode in modes and mode != Mode.IN_PERSON)


def _sessions(listing: Listing, now: datetime) -> tuple[str, ...]:
    upcoming = next_sessions(listing.schedules, after=now, limit=SESSIONS_SHOWN)
    return tuple(
        f"{time_words.day(start.date())}, {time_words.hours(start, end_of(start, schedule))}"
        for start, schedule in upcoming
    )


def _who_for(listing: Listing) -> tuple[str, ...]:
    gender = words.GENDERS[listing.gender] if listing.gender else ""
    told = (words.ages(listing), gender, *words.audience(listing, AudienceSide.FOR))
    return tuple(each for each in told if each)


def _capacity(listing: Listing) -> str:
    if listing.capacity is None:
        return ""
    text = words.CAPACITY[listing.capacity]
    if listing.capacity_on is None:
        return text
    return f"{text} (as of {time_words.long_date(listing.capacity_on)})"
