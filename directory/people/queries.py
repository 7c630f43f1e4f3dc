"""What fits a person, with the listings that the answer names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory.listings.queries import live_listings
from directory.matching.engine import MatchingEngine
from directory.matching.shapes import Answer, Person
from directory.models.listing import Listing

RESULTS = 10


@dataclass(frozen=True, slots=True)
class Found:
    answer: Answer
    listings: list[Listing]


def found_for(
    session: Session,
    engine: MatchingEngine,
    person: Person,
    *,
    now: datetime,
    among: frozenset[str] | None = None,
) -> Found:
    """What fits, and the listings named in the answer."""
    limit = RESULTS if among is None else len(among)
    answer = engine.match(session, person, now=now, limit=limit, among=among)
    ids = [match.listing_id for match in answer.matches]
    ids += [passed.listing_id for passed in answer.set_aside]
    return Found(answer, live_listings(session, ids))
