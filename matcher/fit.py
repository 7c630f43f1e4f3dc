"""How well a listing suits a person beyond its subject: needs, times, cost, room, freshness."""

from collections.abc import Iterator
from datetime import date, timedelta

from matcher.listing import Capacity, Cost, Listing
from matcher.person import Must, Person
from matcher.reading import Heard
from matcher.segment import Indexed
from matcher.verdicts import Need, Stance, Verdict

# Each aspect is a share in [0, 1] with a weight; what nobody has said lies between.
_STANCE = {Stance.FITS: 1.0, Stance.NOT_STATED: 0.3, Stance.DOES_NOT: 0.0}
_COST = {Cost.FREE: 1.0, Cost.DONATION: 0.9, Cost.PAID: 0.4, None: 0.6}
_CAPACITY = {Capacity.OPEN: 1.0, Capacity.WAITLIST: 0.4, Capacity.FULL: 0.1, None: 0.7}
_UNSAID = 0.6

FRESH = timedelta(days=180)
"""A listing confirmed within this time needs no word of caution."""

_OLD = timedelta(days=365)
CAPACITY_HOLDS = timedelta(days=60)
"""How long "there is room" can be believed."""


def fit_share(
    person: Person, heard: Heard, row: Indexed, found: tuple[Verdict, ...], today: date
) -> float:
    """A share in [0, 1]: the weighted mean of all aspects that apply."""
    aspects = list(_aspects(person, heard, row, found, today))
    return sum(share * weight for share, weight in aspects) / sum(weight for _, weight in aspects)


def _aspects(
    person: Person, heard: Heard, row: Indexed, found: tuple[Verdict, ...], today: date
) -> Iterator[tuple[float, float]]:
    listing = row.listing
    yield _COST[row.stated.cost], 0.5
    yield _CAPACITY[listing.capacity], 0.5
    yield freshness(listing, today), 0.5
    yield _age_share(found), 2.0
    if row.stated.is_for_groups != heard.acts_for_group:
        yield (0.0 if row.stated.is_for_groups else _UNSAID), 2.0
    if person.languages:
        yield _language_share(person, listing), 1.0
    for verdict in found:
        if isinstance(verdict.need, Must) or verdict.need in (Need.TIMES, Need.GENDER):
            yield _STANCE[verdict.stance], 1.5


def _age_share(found: tuple[Verdict, ...]) -> float:
    stances = [verdict.stance for verdict in found if verdict.need is Need.AGES]
    return _STANCE[stances[0]] if stances else _UNSAID


def _language_share(person: Person, listing: Listing) -> float:
    if not listing.languages:
        return _UNSAID
    for place, language in enumerate(person.languages):
        if language in listing.languages:
            return 1 / (1 + place)
    return 0.0


def freshness(listing: Listing, today: date) -> float:
    """1 while confirmed of late, falling to nothing in a year and a half; 0.5 if never."""
    if listing.assured_on is None:
        return 0.5
    overdue = today - listing.assured_on - FRESH
    return min(1.0, max(0.0, 1 - overdue / _OLD))
