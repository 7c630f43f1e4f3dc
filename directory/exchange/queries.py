"""Reads what earlier imports left."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models.listing import Listing


@dataclass(frozen=True, slots=True)
class Imported:
    listing_id: str
    digest: str | None


def imported_from(session: Session, source: str) -> dict[str, Imported]:
    """Every listing of that source, by its id there."""
    rows = session.execute(
        select(Listing.source_id, Listing.id, Listing.source_digest)
        .where(Listing.source == source)
        .order_by(Listing.id)
    )
    return {source_id: Imported(id, digest) for source_id, id, digest in rows if source_id}
