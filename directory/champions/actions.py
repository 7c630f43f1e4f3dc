"""Writes drafts and edits, sends them in, and approves them."""

from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from directory.champions.queries import organisation_named
from directory.champions.rules import may_publish, status_after_edit
from directory.listings.actions import (
    create_listing,
    note_change,
    save_organisation,
    set_status,
    update_listing,
)
from directory.listings.facts import ListingFacts, OrganisationFacts
from directory.models.account import Account
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus, Region


class ListingError(Exception):
    """Something that cannot be done with a listing."""


class ChangedSince(ListingError):
    """The listing is no longer as it was when the page was opened."""


class SentAlready(ListingError):
    """The listing is not a draft any more."""


def organisation_id_for(session: Session, name: str, region: Region) -> str:
    """The organisation of that name in the region; a new one where there is none."""
    known = organisation_named(session, name, region)
    return (known or save_organisation(session, OrganisationFacts(name, region))).id


def save_draft(session: Session, facts: ListingFacts, *, actor: Account, now: datetime) -> Listing:
    return create_listing(
        session, facts, status=ListingStatus.DRAFT, now=now, proposed_by_id=actor.id
    )


def save_edit(
    session: Session, listing: Listing, facts: ListingFacts, *, actor: Account, now: datetime
) -> None:
    """``listing`` must have been read whole. Where it then stands is told in docs/adr/0004."""
    status = status_after_edit(actor, listing)
    update_listing(session, listing, facts, now=now)
    if status is not listing.status:
        set_status(session, listing, status, now=now)


def send_in(session: Session, listing: Listing, *, actor: Account, now: datetime) -> None:
    """A draft goes to the coordinator, or live at once where a coordinator sends it.

    Raises SentAlready.
    """
    if listing.status is not ListingStatus.DRAFT:
        raise SentAlready
    listing.sent_back_because = ""
    status = ListingStatus.LIVE if may_publish(actor) else ListingStatus.PROPOSED
    set_status(session, listing, status, now=now)


def say_still_right(
    session: Session, listing: Listing, *, by: str, today: date, now: datetime
) -> None:
    """``updated_at`` stays: the words that a coordinator may be reading have not changed."""
    listing.assured_on = today
    listing.assured_by = by
    note_change(session, listing.id, now=now)
    session.flush()


def approve(session: Session, listing_id: str, *, seen: datetime, now: datetime) -> None:
    """Makes it live, as it was when ``seen`` was its ``updated_at``. Raises ChangedSince."""
    _decide(session, listing_id, ListingStatus.LIVE, "", seen=seen, now=now)


def send_back(
    session: Session, listing_id: str, reason: str, *, seen: datetime, now: datetime
) -> None:
    """Makes it a draft again, with the reason. Raises ChangedSince."""
    _decide(session, listing_id, ListingStatus.DRAFT, reason, seen=seen, now=now)


def _decide(
    session: Session,
    listing_id: str,
    status: ListingStatus,
    reason: str,
    *,
    seen: datetime,
    now: datetime,
) -> None:
    """One statement asks and writes, so that of two who decide at once only one does."""
    decided = session.scalar(
        update(Listing)
        .where(
            Listing.id == listing_id,
            Listing.status == ListingStatus.PROPOSED,
            Listing.updated_at == seen,
        )
        .values(status=status, sent_back_because=reason, updated_at=now)
        .returning(Listing.id)
    )
    if decided is None:
        raise ChangedSince
    note_change(session, listing_id, now=now)
    session.flush()
