"""All listings, ready to be searched, and cheap to change one at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.listing import Listing
from matcher.meaning import ListingVectors, text_digest, vectors_of
from matcher.segment import FIELDS, Floats, Indexed, Segment, read_listing
from matcher.taxonomy import Taxonomy

__all__ = ["Catalogue", "ListingVectors", "text_digest", "vectors_of"]

# Changed listings gather in a small block that is laid out anew each time; past this many
# it is laid into the large one, which takes about half a second at 20,000 listings.
MOST_IN_TAIL = 200


FEWEST = 100
"""A word or subject is judged as rare as it would be in at least so many listings."""

_HAS_SUBJECT = 0.3
_USUAL_RARITY = 3.0


@dataclass(frozen=True)
class Catalogue:
    """Listings in one or two blocks; ``alive`` leaves out what was removed or replaced.

    Never changed in place: ``changed`` gives another, so a search under way is not disturbed.
    """

    dimensions: int
    segments: tuple[Segment, ...]
    alive: tuple[NDArray[np.bool_], ...]
    places: Mapping[str, tuple[int, int]]

    @staticmethod
    def build(
        listings: Sequence[Listing],
        vectors: Mapping[str, ListingVectors],
        *,
        dimensions: int,
    ) -> "Catalogue":
        """Reads and lays out every listing; ``vectors`` by listing id, missing ones allowed."""
        newest = {listing.id: listing for listing in listings}
        rows = [read_listing(listing, vectors.get(id)) for id, listing in sorted(newest.items())]
        return Catalogue._of([Segment.of(rows, dimensions)], [frozenset()], dimensions)

    def changed(
        self,
        upserts: Iterable[Listing],
        removed_ids: Iterable[str],
        vectors: Mapping[str, ListingVectors],
    ) -> "Catalogue":
        """This catalogue with some listings added, replaced or removed.

        Vectors of listings whose text did not change may be left out; they are kept.
        """
        fresh = {}
        for listing in upserts:
            fresh[listing.id] = read_listing(listing, self._vectors(listing, vectors))
        gone = (frozenset(removed_ids) - fresh.keys()) | fresh.keys()
        tail = [row for row in self._rows(1) if row.listing.id not in gone] + list(fresh.values())
        dead = frozenset(self._dead(0)) | (gone & self.places.keys())
        if len(tail) > MOST_IN_TAIL:
            tail += [row for row in self._rows(0) if row.listing.id not in gone]
            return Catalogue._of([_block(tail, self.dimensions)], [frozenset()], self.dimensions)
        blocks = [self.segments[0], _block(tail, self.dimensions)]
        return Catalogue._of(blocks, [dead, frozenset()], self.dimensions)

    @staticmethod
    def _of(
        segments: Sequence[Segment], dead: Sequence[frozenset[str]], dimensions: int
    ) -> "Catalogue":
        places: dict[str, tuple[int, int]] = {}
        alive = []
        for block, (segment, gone) in enumerate(zip(segments, dead, strict=True)):
            ids = [row.listing.id for row in segment.rows]
            alive.append(np.array([id not in gone for id in ids], dtype=np.bool_))
            places |= {id: (block, row) for row, id in enumerate(ids) if id not in gone}
        return Catalogue(dimensions, tuple(segments), tuple(alive), places)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all listings in it."""
        return frozenset(self.places)

    def listing(self, id: str) -> Listing:
        """The listing of that id; KeyError where there is none."""
        return self.indexed(id).listing

    def indexed(self, id: str) -> Indexed:
        """The listing of that id with what was read from it; KeyError where there is none."""
        block, row = self.places[id]
        return self.segments[block].rows[row]

    def row_number(self, id: str) -> int:
        """Where the listing stands in ``rows``; KeyError where there is none."""
        block, row = self.places[id]
        return row + sum(len(segment.rows) for segment in self.segments[:block])

    def blocks(self) -> Iterator[tuple[Segment, NDArray[np.bool_]]]:
        """Each block with its mask, in the order in which scores are joined."""
        return zip(self.segments, self.alive, strict=True)

    @cached_property
    def rows(self) -> tuple[Indexed, ...]:
        """Every row of every block, dead ones too, in the order in which scores are joined."""
        return tuple(row for segment in self.segments for row in segment.rows)

    @cached_property
    def is_alive(self) -> NDArray[np.bool_]:
        """Which of ``rows`` count."""
        return np.concatenate(self.alive)

    @cached_property
    def mean_lengths(self) -> Floats:
        """Mean words a field over living listings: float32 (fields,), at least one."""
        total = np.zeros(len(FIELDS), dtype=np.float64)
        for segment, alive in self.blocks():
            total += segment.lengths[alive].sum(axis=0, dtype=np.float64)
        return np.maximum(total / max(len(self.places), 1), 1).astype(np.float32)

    @cached_property
    def rarity(self) -> Floats:
        """How telling each taxonomy term is here: float32 (terms,), 1 at one listing in twenty."""
        having = np.zeros(len(Taxonomy.load().terms), dtype=np.int64)
        for segment, alive in self.blocks():
            having += (segment.subjects[alive] > _HAS_SUBJECT).sum(axis=0)
        rare: Floats = (
            np.log(1 + max(len(self.places), FEWEST) / (1 + having)) / _USUAL_RARITY
        ).astype(np.float32)
        return rare

    def listings_with(self, stem: str) -> int:
        """How many living listings use a stem."""
        return sum(
            int(alive[postings.places].sum())
            for segment, alive in self.blocks()
            if (postings := segment.postings.get(stem)) is not None
        )

    def _rows(self, block: int) -> list[Indexed]:
        if block >= len(self.segments):
            return []
        pairs = zip(self.segments[block].rows, self.alive[block], strict=True)
        return [row for row, alive in pairs if alive]

    def _dead(self, block: int) -> list[str]:
        pairs = zip(self.segments[block].rows, self.alive[block], strict=True)
        return [row.listing.id for row, alive in pairs if not alive]

    def _vectors(
        self, listing: Listing, given: Mapping[str, ListingVectors]
    ) -> ListingVectors | None:
        if listing.id in given:
            return given[listing.id]
        before = self.indexed(listing.id) if listing.id in self.places else None
        if before is None or text_digest(before.listing) != text_digest(listing):
            return None
        return before.vectors


def _block(rows: Sequence[Indexed], dimensions: int) -> Segment:
    return Segment.of(sorted(rows, key=lambda row: row.listing.id), dimensions)
