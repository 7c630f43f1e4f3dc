"""Reads what fits a person, and what there is to browse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from directory.matching.engine import matching_engine
from directory.matching.shapes import Listing as CatalogueListing
from directory.matching.shapes import Match, Person
from directory.models.listing import Listing, ListingTerm
from directory.models.vocabulary import ListingStatus, Region

# As many as anybody would look through; filters narrow these.
MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One match, with what the catalogue knows of the listing."""

    match: Match
    listing: CatalogueListing


def found_for(session: Session, person: Person, *, now: datetime) -> tuple[Found, ...]:
    """Everything near enough that fits the person, best first."""
    engine = matching_engine()
    answer = engine.match(session, person, now=now, limit=MOST_FOUND)
    catalogue = engine.catalogue(session, now=now)
    return tuple(
        Found(match, catalogue.listing(match.listing_id))
        for match in answer.matches
        if match.listing_id in catalogue.ids
    )


def count_under(session: Session, prefix: str, regions: Sequence[Region]) -> int:
    """How many live listings offer or serve a term, or anything in a domain (``nature.``)."""
    shown = select(func.count(Listing.id)).where(*_is_under(prefix, regions))
    return session.scalar(shown) or 0


def ids_under(
    session: Session, prefix: str, regions: Sequence[Region], *, first: int, most: int
) -> list[str]:
    """Some of those listings, in order of name; those of the first region come first."""
    ids = (
        select(Listing.id)
        .where(*_is_under(prefix, regions))
        .order_by(Listing.region != regions[0], func.lower(Listing.name), Listing.id)
    )
    return list(session.scalars(ids.offset(first).limit(most)))


def counts_by_term(session: Session, domain: str, regions: Sequence[Region]) -> dict[str, int]:
    """How many live listings there are of each term of the domain that has any."""
    rows = session.execute(
        select(ListingTerm.term, func.count(ListingTerm.listing_id.distinct()).label("listings"))
        .join(Listing, Listing.id == ListingTerm.listing_id)
        .where(*_is_shown(regions), ListingTerm.term.startswith(f"{domain}.", autoescape=True))
        .group_by(ListingTerm.term)
        .order_by(ListingTerm.term)
    )
    return {row.term: row.listings for row in rows}


def _is_shown(regions: Sequence[Region]) -> tuple[ColumnElement[bool], ...]:
    return Listing.status == ListingStatus.LIVE, Listing.region.in_(regions)


def _is_under(prefix: str, regions: Sequence[Region]) -> tuple[ColumnElement[bool], ...]:
    term = ListingTerm.term
    is_domain = prefix.endswith(".")
    named = term.startswith(prefix, autoescape=True) if is_domain else term == prefix
    return *_is_shown(regions), Listing.id.in_(select(ListingTerm.listing_id).where(named))
