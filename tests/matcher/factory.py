"""Listings and people that are valid by default: a test states only what matters to it."""

import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np

from matcher.analysis import stems
from matcher.catalogue import Catalogue, ListingVectors, vectors_of
from matcher.encoder import Vectors
from matcher.listing import Kind, Listing, Venue
from matcher.person import Home, Person, Point

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
PAPATOETOE = Home("Papatoetoe", Point(-36.97, 174.85))


def north_of(home: Home, km: float) -> Point:
    """A point so many kilometres north."""
    return Point(home.point.lat + km / 111.195, home.point.lng)


def a_listing(id: str = "plot", *, km: float | None = None, **facts: Any) -> Listing:
    """A gardening group; with ``km``, at a venue so far from Papatoetoe."""
    given: dict[str, Any] = {
        "name": f"Gardeners {id}",
        "organisation_id": f"org-{id}",
        "organisation": f"Friends of {id}",
        "kind": Kind.GROUP,
        "text": "We grow vegetables together in a shared garden and have a cup of tea.",
    }
    if km is not None:
        given["venues"] = (Venue("Hall", point=north_of(PAPATOETOE, km)),)
    return Listing(id=id, **(given | facts))


def a_person(**facts: Any) -> Person:
    """Somebody who misses their garden."""
    return Person(**({"what_matters": "I miss my garden and growing vegetables"} | facts))


class WordEncoder:
    """Stands in for a sentence encoder: texts that share words lie close."""

    name = "words"
    dimensions = 96

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for stem in stems(text):
                row[zlib.crc32(stem.encode()) % self.dimensions] += 1
            row[0] += 1e-3
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


ENCODER = WordEncoder()


def vectors(listings: Sequence[Listing]) -> Mapping[str, ListingVectors]:
    return {listing.id: vectors_of(listing, ENCODER) for listing in listings}


def a_catalogue(*listings: Listing) -> Catalogue:
    return Catalogue.build(listings, vectors(listings), dimensions=ENCODER.dimensions)
