"""Keeps each listing's vectors: made when its text changes, stored, and never made twice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from directory.matching.queries import StoredVectors
from directory.models.catalogue import ListingVector
from matcher.catalogue import ListingVectors, text_digest, vectors_of
from matcher.encoder import Encoder
from matcher.listing import Listing

Progress = Callable[[Iterable[Listing]], Iterable[Listing]]


@dataclass(frozen=True, slots=True)
class Vectors:
    """By listing id: those of every listing, and among them those that are not stored yet."""

    ready: Mapping[str, ListingVectors]
    made: Mapping[str, ListingVectors]


def up_to_date_vectors(
    listings: Sequence[Listing],
    stored: Mapping[str, StoredVectors],
    encoder: Encoder,
    *,
    progress: Progress = iter,
) -> Vectors:
    """Those that are stored, and fresh ones where they are missing or made from an older text."""
    ready: dict[str, ListingVectors] = {}
    missing: list[Listing] = []
    for listing in listings:
        kept = stored.get(listing.id)
        if kept and kept.digest == text_digest(listing):
            ready[listing.id] = ListingVectors.from_bytes(kept.vectors)
        else:
            missing.append(listing)
    made = {listing.id: vectors_of(listing, encoder) for listing in progress(missing)}
    return Vectors(ready | made, made)


def store_vectors(
    session: Session,
    listings: Sequence[Listing],
    made: Mapping[str, ListingVectors],
    encoder: Encoder,
) -> None:
    """Writes what was made, in place of what an older text had; the caller commits."""
    for listing in listings:
        if listing.id in made:
            session.merge(
                ListingVector(
                    listing_id=listing.id,
                    encoder=encoder.name,
                    digest=text_digest(listing),
                    vectors=made[listing.id].to_bytes(),
                )
            )
