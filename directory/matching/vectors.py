"""Keeps each listing's vectors: made when its text changes, stored, and never made twice."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy.orm import Session

from directory.matching.queries import StoredVectors
from directory.models.catalogue import ListingVector
from matcher.catalogue import ListingVectors, text_digest, vectors_of
from matcher.encoder import Encoder
from matcher.listing import Listing

Progress = Callable[[Iterable[Listing]], Iterable[Listing]]


def up_to_date_vectors(
    session: Session,
    listings: Sequence[Listing],
    stored: dict[str, StoredVectors],
    encoder: Encoder,
    *,
    progress: Progress = iter,
) -> dict[str, ListingVectors]:
    """The vectors of every listing; those missing or made from an older text are made and stored.

    Flushes; the caller commits.
    """
    ready: dict[str, ListingVectors] = {}
    missing: list[Listing] = []
    for listing in listings:
        kept = stored.get(listing.id)
        if kept and kept.digest == text_digest(listing):
            ready[listing.id] = ListingVectors.from_bytes(kept.vectors)
        else:
            missing.append(listing)
    for listing in progress(missing):
        made = vectors_of(listing, encoder)
        _store(session, listing, encoder, made)
        ready[listing.id] = made
    session.flush()
    return ready


def _store(session: Session, listing: Listing, encoder: Encoder, vectors: ListingVectors) -> None:
    session.merge(
        ListingVector(
            listing_id=listing.id,
            encoder=encoder.name,
            digest=text_digest(listing),
            vectors=vectors.to_bytes(),
        )
    )
