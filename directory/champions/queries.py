"""Reads a champion's listings, what waits for a coordinator, and organisations to choose from."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from directory.champions.rules import may_edit
from directory.listings.queries import whole_listing, whole_listings
from directory.models.account import Account
from directory.models.listing import Listing
from directory.models.organisation import Organisation, Practice
from directory.models.vocabulary import ListingStatus, Region

MOST_SUGGESTIONS = 8
MOST_ORGANISATIONS = 10


def own_listings(session: Session, account: Account) -> list[Listing]:
    """What the account proposed and what its practice runs, by name."""
    ids = session.scalars(select(Listing.id).where(_is_own(account)))
    found = whole_listings(session, ids)
    return sorted(found, key=lambda listing: (listing.name.casefold(), listing.id))


def editable_listing(session: Session, account: Account, listing_id: str) -> Listing | None:
    """None for somebody else's, as for one that does not exist."""
    listing = whole_listing(session, listing_id)
    return listing if listing is not None and may_edit(account, listing) else None


def waiting_listings(session: Session) -> list[Listing]:
    """What waits for a coordinator, the longest wait first."""
    ids = session.scalars(select(Listing.id).where(Listing.status == ListingStatus.PROPOSED))
    return sorted(
        whole_listings(session, ids), key=lambda listing: (listing.updated_at, listing.id)
    )


def own_organisations(
    session: Session, account: Account, current_id: str | None
) -> list[Organisation]:
    """Those whose listings the account looks after, and the one that a listing has now."""
    used = select(Listing.organisation_id).where(_is_own(account))
    first = Organisation.id == current_id
    return list(
        session.scalars(
            select(Organisation)
            .where(or_(Organisation.id.in_(used), first))
            .order_by(first.desc(), Organisation.name, Organisation.id)
            .limit(MOST_ORGANISATIONS)
        )
    )


def organisations_like(session: Session, text: str) -> list[Organisation]:
    return list(
        session.scalars(
            select(Organisation)
            .where(Organisation.name.icontains(text, autoescape=True))
            .order_by(Organisation.name, Organisation.id)
            .limit(MOST_SUGGESTIONS)
        )
    )


def organisation_named(session: Session, name: str, region: Region) -> Organisation | None:
    return session.scalar(
        select(Organisation)
        .where(func.lower(Organisation.name) == func.lower(name), Organisation.region == region)
        .order_by(Organisation.id)
        .limit(1)
    )


def practice_of(session: Session, account: Account) -> Practice | None:
    return session.get(Practice, account.practice_id) if account.practice_id else None


def _is_own(account: Account) -> ColumnElement[bool]:
    proposed = Listing.proposed_by_id == account.id
    if account.practice_id is None:
        return proposed
    return or_(proposed, Listing.practice_id == account.practice_id)
