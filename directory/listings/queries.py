"""Reads listings with everything a page shows."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from directory.models.listing import Listing
from directory.models.place import Place
from directory.models.schedule import Schedule
from directory.models.vocabulary import ListingStatus


def whole_listing(session: Session, listing_id: str) -> Listing | None:
    """The listing with all its parts, whatever its status."""
    return session.scalar(_whole().where(Listing.id == listing_id))


def live_listing(session: Session, listing_id: str) -> Listing | None:
    """The listing with all its parts, where the public may see it."""
    return session.scalar(
        _whole().where(Listing.id == listing_id, Listing.status == ListingStatus.LIVE)
    )


def live_listings(session: Session, ids: Sequence[str]) -> list[Listing]:
    """Those of the listings that the public may see, in the order asked for."""
    found = session.scalars(
        _whole().where(Listing.id.in_(ids), Listing.status == ListingStatus.LIVE)
    )
    by_id = {listing.id: listing for listing in found}
    return [by_id[listing_id] for listing_id in dict.fromkeys(ids) if listing_id in by_id]


def imported_listing(session: Session, source: str, source_id: str) -> Listing | None:
    return session.scalar(_whole().where(Listing.source == source, Listing.source_id == source_id))


def whole_listings(session: Session, ids: Iterable[str]) -> list[Listing]:
    return list(session.scalars(_whole().where(Listing.id.in_(list(ids))).order_by(Listing.id)))


def _whole() -> Select[Listing]:
    return select(Listing).options(
        joinedload(Listing.organisation),
        joinedload(Listing.practice),
        selectinload(Listing.places).selectinload(Place.access),
        selectinload(Listing.schedules).selectinload(Schedule.exceptions),
        selectinload(Listing.terms),
        selectinload(Listing.audience),
        selectinload(Listing.modes),
        selectinload(Listing.joining),
        selectinload(Listing.languages),
        selectinload(Listing.features),
    )
