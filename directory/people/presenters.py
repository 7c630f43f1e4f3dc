"""A person's answer in the shape the page shows, and the summary to hand over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from directory.listings.cards import NO_FIT, Card, Fit, card_of
from directory.matching.shapes import Answer, Match
from directory.models.listing import Listing

# More than this is a list to read out, not something to say.
REASONS_SAID = 3


@dataclass(frozen=True, slots=True)
class Result:
    card: Card
    is_shortlisted: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """A listing that was set aside, and why."""

    url: str
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything on the worker's results page."""

    results: tuple[Result, ...]
    set_aside: tuple[Passed, ...]
    widenings: tuple[str, ...]


def fit_of(match: Match) -> Fit:
    return Fit(match.distance_km, match.reasons, match.cautions, match.score)


def findings(
    answer: Answer,
    listings: Sequence[Listing],
    *,
    urls: Mapping[str, str],
    shortlist: frozenset[str],
    now: datetime,
) -> Findings:
    """``listings`` hold those of the matches and of the ones set aside, read whole."""
    by_id = {listing.id: listing for listing in listings}
    return Findings(
        results=tuple(
            Result(
                card_of(
                    by_id[match.listing_id],
                    url=urls[match.listing_id],
                    now=now,
                    fit=fit_of(match),
                ),
                match.listing_id in shortlist,
            )
            for match in answer.matches
            if match.listing_id in by_id
        ),
        set_aside=tuple(
            Passed(urls[passed.listing_id], by_id[passed.listing_id].name, passed.because)
            for passed in answer.set_aside
            if passed.listing_id in by_id
        ),
        widenings=tuple(
            f"{widening.change}: {widening.adds} more" for widening in answer.widenings
        ),
    )


def cards_of(
    listings: Sequence[Listing], answer: Answer, *, urls: Mapping[str, str], now: datetime
) -> list[Card]:
    """A card for each listing, with its reasons where it is among the matches."""
    fits = {match.listing_id: fit_of(match) for match in answer.matches}
    return [
        card_of(listing, url=urls[listing.id], now=now, fit=fits.get(listing.id, NO_FIT))
        for listing in listings
    ]


def summary(cards: Sequence[Card]) -> str:
    """What a worker would say, as plain text to read aloud, print or send."""
    opening = "Here is what we talked about. There is no rush, and you can change your mind."
    closing = (
        "Details can change, so it is worth ringing first. Tell me how it goes, and if none of "
        "these feels right we will look again."
    )
    return "\n\n".join((opening, *(_paragraph(card) for card in cards), closing))


def _paragraph(card: Card) -> str:
    lines = [
        card.title if card.title == card.organisation else f"{card.title} – {card.organisation}"
    ]
    if card.reasons:
        reasons = (reason.rstrip(".") for reason in card.reasons[:REASONS_SAID])
        lines.append(f"Why it may suit: {'; '.join(reasons)}")
    facts = (
        ("Where", " · ".join(part for part in (card.where, card.street, card.distance) if part)),
        ("When", card.times),
        ("Next", card.next_time),
        ("Cost", card.cost),
        ("How to join", card.joining),
        ("Phone", card.phone),
        ("The first time", card.first_visit),
    )
    lines += [f"{name}: {words}" for name, words in facts if words]
    lines += [f"Please note: {caution}" for caution in card.cautions]
    return "\n".join(lines)
