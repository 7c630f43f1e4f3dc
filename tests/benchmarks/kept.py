"""Keeps vectors between runs, for encoding thousands of texts takes minutes."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from matcher.catalogue import ListingVectors, text_digest, vectors_of
from matcher.encoder import Encoder
from matcher.listing import Listing

FOLDER = Path("instance/cache/relevance")


def kept_vectors(listings: Sequence[Listing], encoder: Encoder) -> dict[str, ListingVectors]:
    """Vectors by listing id, encoded once and then read back."""
    folder = FOLDER / hashlib.sha256(encoder.name.encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for listing in tqdm(listings, desc="encoding", disable=None, leave=False):
        kept = folder / text_digest(listing)
        if not kept.exists():
            kept.write_bytes(vectors_of(listing, encoder).to_bytes())
        found[listing.id] = ListingVectors.from_bytes(kept.read_bytes())
    return found
