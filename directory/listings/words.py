"""Facts about a listing put in plain words for a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from directory.config import ZONES
from directory.listings.freshness import review_due_on
from directory.listings.languages import language_name
from directory.listings.time_words import MONTHS
from directory.models.listing import Listing
from directory.models.place import Place
from directory.models.vocabulary import (
    Access,
    AudienceSide,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
    Reach,
    Region,
)

KINDS = {
    ListingKind.SERVICE: "Service",
    ListingKind.GROUP: "Group",
    ListingKind.ACTIVITY: "Activity",
    ListingKind.HELPLINE: "Helpline",
}
MODES = {
    Mode.IN_PERSON: "In person",
    Mode.ONLINE: "Online",
    Mode.PHONE: "By phone",
    Mode.HOME: "They come to you",
}
JOINING = {
    Joining.DROP_IN: "Just turn up",
    Joining.SELF: "Get in touch yourself",
    Joining.INTRODUCTION: "Someone can introduce you",
    Joining.REFERRAL: "A health worker refers you",
}
ACCESS = {
    Access.STEP_FREE: "Step-free way in",
    Access.ACCESSIBLE_TOILET: "Accessible toilet",
    Access.PARKING: "Parking",
    Access.BUS_NEARBY: "Bus stop nearby",
    Access.HEARING_LOOP: "Hearing loop",
    Access.QUIET_SPACE: "Quiet space",
    Access.SEATING: "Seats to rest on",
    Access.DEMENTIA_FRIENDLY: "Dementia friendly",
    Access.AUTISM_FRIENDLY: "Autism friendly",
    Access.SIGN_LANGUAGE: "Sign language",
    Access.CHANGING_PLACE: "Changing place",
    Access.BABY_CHANGING: "Baby changing",
}
NO_ACCESS = {
    Access.STEP_FREE: "No step-free way in",
    Access.ACCESSIBLE_TOILET: "No accessible toilet",
    Access.PARKING: "No parking",
    Access.BUS_NEARBY: "No bus stop nearby",
    Access.HEARING_LOOP: "No hearing loop",
    Access.QUIET_SPACE: "No quiet space",
    Access.SEATING: "No seats to rest on",
    Access.DEMENTIA_FRIENDLY: "Not made for people with dementia",
    Access.AUTISM_FRIENDLY: "Not made for autistic people",
    Access.SIGN_LANGUAGE: "No sign language",
    Access.CHANGING_PLACE: "No changing place",
    Access.BABY_CHANGING: "No baby changing",
}
FEATURES = {
    Feature.CHILD_WELCOME: ("Children welcome", "Not a place for children"),
    Feature.CARER_WELCOME: ("Carers welcome", "Carers cannot stay"),
    Feature.ACCOMPANIED_FIRST_VISIT: (
        "Someone will meet you the first time",
        "Nobody can meet you the first time",
    ),
    Feature.ONE_TO_ONE: ("One-to-one help", "Not one-to-one"),
    Feature.INTERPRETER: ("An interpreter can come", "No interpreter"),
    Feature.ALCOHOL_FREE: ("No alcohol here", "Alcohol is sold here"),
    Feature.TRANSPORT: ("Help with getting there", "No transport"),
    Feature.DOGS_WELCOME: ("Dogs welcome", "No dogs, other than assistance dogs"),
}
FEATURE_QUESTIONS = {
    Feature.CHILD_WELCOME: "children can come",
    Feature.CARER_WELCOME: "a carer can come too",
    Feature.ACCOMPANIED_FIRST_VISIT: "someone can meet you the first time",
    Feature.ONE_TO_ONE: "there is one-to-one help",
    Feature.INTERPRETER: "an interpreter can come",
    Feature.ALCOHOL_FREE: "there is alcohol",
    Feature.TRANSPORT: "there is help with getting there",
    Feature.DOGS_WELCOME: "dogs can come",
}
GENDERS = {Gender.ANY: "Everyone", Gender.WOMEN: "Women only", Gender.MEN: "Men only"}
CAPACITY = {
    CapacityStatus.OPEN: "There is room",
    CapacityStatus.WAITLIST: "There is a waiting list",
    CapacityStatus.FULL: "Full",
}
REGIONS = {Region.NZ: "New Zealand", Region.ENGLAND: "England"}
CURRENCY = {Region.NZ: "$", Region.ENGLAND: "£"}


def distance(km: float | None) -> str:
    """
    >>> distance(0.31), distance(4.26), distance(23.8)
    ('300 m away', '4.3 km away', '24 km away')
    """
    if km is None:
        return ""
    if km < 1:
        return f"{max(round(km, 1), 0.1) * 1000:.0f} m away"
    return f"{km:.1f} km away" if km < 10 else f"{km:.0f} km away"


def money(amount: Decimal, region: Region) -> str:
    """
    >>> money(Decimal("3.00"), Region.ENGLAND), money(Decimal("3.50"), Region.NZ)
    ('£3', '$3.50')
    """
    figure = f"{amount:.2f}".removesuffix(".00")
    return f"{CURRENCY[region]}{figure}"


def cost(listing: Listing) -> str:
    """Empty when nobody has said."""
    if listing.cost is None:
        return ""
    if listing.cost is CostKind.FREE:
        text = "Free"
    elif listing.cost is CostKind.DONATION:
        text = "Give what you can"
    elif listing.cost_amount is not None:
        text = money(listing.cost_amount, listing.region)
    else:
        text = "There is a charge"
    return f"{text} ({listing.cost_note})" if listing.cost_note else text


def where(listing: Listing) -> str:
    modes = {part.mode for part in listing.modes}
    places = [name for name in (place_name(place) for place in listing.places) if name]
    if places:
        more = len(places) - 1
        others = "" if more == 0 else " and 1 other place" if more == 1 else f" and {more} others"
        return places[0] + others
    if listing.reach is Reach.NATIONAL:
        return f"Anywhere in {REGIONS[listing.region]}"
    told = [MODES[mode] for mode in sorted(modes - {Mode.IN_PERSON})]
    return ", ".join(told) or listing.area_name


def street(listing: Listing) -> str:
    """Street and postcode of the first place, to find the door by."""
    if not listing.places:
        return ""
    place = listing.places[0]
    return " ".join(part for part in (place.address, place.postcode) if part)


def place_name(place: Place) -> str:
    return _joined(place.name, place.locality)


def address(place: Place) -> str:
    """All of it, for an envelope or a map."""
    return _joined(place.name, place.address, place.locality, place.postcode)


def address_below(place: Place) -> str:
    """The address without the place's name, to stand under it."""
    return _joined(place.address, place.locality if place.name else "", place.postcode)


def _joined(*parts: str) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def joining(ways: Iterable[Joining]) -> str:
    return " · ".join(joining_ways(ways))


def joining_ways(ways: Iterable[Joining]) -> tuple[str, ...]:
    """Every way in, the easiest first."""
    known = set(ways)
    return tuple(JOINING[way] for way in JOINING if way in known)


def languages(codes: Iterable[str]) -> str:
    return ", ".join(language_name(code) for code in sorted(codes))


def access(listing: Listing) -> str:
    """What every place is known to have."""
    return ", ".join(
        ACCESS[feature]
        for feature in Access
        if listing.places and all(has_access(place, feature) for place in listing.places)
    )


def has_access(place: Place, feature: Access) -> bool | None:
    """None where nobody has said."""
    return next((part.is_present for part in place.access if part.feature is feature), None)


def audience(listing: Listing, side: AudienceSide) -> tuple[str, ...]:
    return tuple(part.words for part in listing.audience if part.side is side)


def ages(listing: Listing) -> str:
    """Empty when nobody has said."""
    low, high = listing.min_age, listing.max_age
    if low is not None and high is not None:
        return f"Ages {low} to {high}"
    if low is not None:
        return f"Aged {low} and over"
    return f"Up to age {high}" if high is not None else ""


def is_due(listing: Listing, *, now: datetime) -> bool:
    """True where nobody has confirmed the listing for longer than its kind allows."""
    due_on = review_due_on(listing.assured_on, listing.kind)
    return due_on is None or now.astimezone(ZONES[listing.region]).date() > due_on


def cautions(listing: Listing, *, now: datetime) -> tuple[str, ...]:
    """What somebody should know before they set out."""
    found = []
    if listing.assured_on is None:
        found.append("Nobody has confirmed this yet: ring before you go")
    elif is_due(listing, now=now):
        month = f"{MONTHS[listing.assured_on.month - 1]} {listing.assured_on.year}"
        found.append(f"Not confirmed since {month}: ring before you go")
    if listing.capacity is CapacityStatus.FULL:
        found.append("It was full when we last heard: ask about a place")
    if listing.capacity is CapacityStatus.WAITLIST:
        found.append("There was a waiting list when we last heard")
    return tuple(found)
