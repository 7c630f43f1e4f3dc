"""Says what to ask or know before going: what nobody has stated, and what may be out of date."""

from collections.abc import Iterator
from datetime import date

from matcher import phrases
from matcher.fit import CAPACITY_HOLDS, FRESH
from matcher.listing import Capacity, Listing
from matcher.phrases import Voice
from matcher.segment import Indexed
from matcher.verdicts import Stance, Verdict


def cautions_for(
    row: Indexed, found: tuple[Verdict, ...], is_meant: bool, today: date, voice: Voice
) -> tuple[str, ...]:
    """What to ask first, the person's own needs before the rest.

    ``is_meant``: whether those it is meant for are plainly such as this person.
    """
    said = [
        *(verdict.words for verdict in found if verdict.stance is Stance.NOT_STATED),
        *_terms(row, is_meant, voice),
        *_room(row.listing, today, voice),
        *_age_of_facts(row.listing, today, voice),
    ]
    return tuple(dict.fromkeys(caution for caution in said if caution))


def _terms(row: Indexed, is_meant: bool, voice: Voice) -> Iterator[str]:
    if row.listing.audience_not_for:
        yield voice.say(phrases.NOT_FOR, audience=", ".join(row.listing.audience_not_for))
    if row.stated.is_for_groups:
        yield voice.say(phrases.FOR_GROUPS)
    if row.listing.audience_for and not is_meant:
        yield voice.say(phrases.FOR_WHOM, audience=", ".join(row.listing.audience_for))


def _room(listing: Listing, today: date, voice: Voice) -> Iterator[str]:
    if listing.capacity is Capacity.FULL:
        yield voice.say(phrases.FULL)
    if listing.capacity is Capacity.WAITLIST:
        yield voice.say(phrases.WAITLIST)
    is_old = listing.capacity_on is not None and today - listing.capacity_on > CAPACITY_HOLDS
    if listing.capacity is Capacity.OPEN and is_old:
        yield voice.say(phrases.MAYBE_FULL)


def _age_of_facts(listing: Listing, today: date, voice: Voice) -> Iterator[str]:
    if listing.assured_on is None:
        yield voice.say(phrases.NEVER_CONFIRMED)
    elif today - listing.assured_on > FRESH:
        yield voice.say(phrases.STALE, month=voice.month(listing.assured_on))
    elif listing.review_due_on is not None and listing.review_due_on < today:
        yield voice.say(phrases.REVIEW_DUE, month=voice.month(listing.review_due_on))
