"""A large directory to measure on: the demonstration listings many times over, moved about."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from directory.listings.actions import create_listing, save_organisation
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts
from directory.matching.queries import live_matcher_listings
from directory.migrations import migrate
from directory.models.catalogue import ListingVector
from directory.models.vocabulary import ListingStatus
from directory.seeding.actions import SEED_LISTINGS
from directory.seeding.files import listing_facts, read_seed_files
from directory.web.clock import system_clock
from directory.web.database import open_database
from matcher.catalogue import ListingVectors, text_digest, vectors_of
from matcher.encoder import Encoder

# About as far as a county reaches, in degrees.
SPREAD = 0.6
NOISE = 0.02


def build_corpus(path: Path, size: int, encoder: Encoder) -> None:
    """Writes a database of ``size`` listings with their vectors, unless it is there already.

    The vectors are those of the seeds with a little noise, so that a bench need not encode for
    an hour; their number and shape are as real ones have.
    """
    if path.exists():
        return
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    database = open_database(f"sqlite:///{unfinished}")
    migrate(database.engine)
    with Session(database.engine) as session:
        _save_listings(session, size)
        session.flush()
        _save_vectors(session, encoder)
        session.commit()
    database.engine.dispose()
    unfinished.rename(path)


def _save_listings(session: Session, size: int) -> None:
    now = system_clock()
    chance = random.Random(1)
    seeds = [
        (entry, file.region) for file in read_seed_files(SEED_LISTINGS) for entry in file.listings
    ]
    for number in range(size):
        entry, region = seeds[number % len(seeds)]
        if number % 5 == 0:
            facts = OrganisationFacts(name=f"Organisation {number}", region=region)
            organisation = save_organisation(session, facts)
        listing = listing_facts(
            entry,
            region=region,
            organisation_id=organisation.id,
            practice_id=None,
            today=now.date(),
        )
        moved = _moved(listing, number, chance)
        create_listing(session, moved, status=ListingStatus.LIVE, now=now)


def _moved(listing: ListingFacts, number: int, chance: random.Random) -> ListingFacts:
    return replace(
        listing,
        name=f"{listing.name} {number}",
        provenance=None,
        places=tuple(_moved_place(place, chance) for place in listing.places),
    )


def _moved_place(place: PlaceFacts, chance: random.Random) -> PlaceFacts:
    if place.lat is None or place.lng is None:
        return place
    lat = place.lat + chance.uniform(-SPREAD, SPREAD)
    return replace(place, lat=lat, lng=place.lng + chance.uniform(-SPREAD, SPREAD))


def _save_vectors(session: Session, encoder: Encoder) -> None:
    chance = np.random.default_rng(1)
    made: dict[str, ListingVectors] = {}
    for listing in live_matcher_listings(session, now=system_clock()):
        if listing.text not in made:
            made[listing.text] = vectors_of(listing, encoder)
        vectors = _shaken(made[listing.text], chance)
        session.add(
            ListingVector(
                listing_id=listing.id,
                encoder=encoder.name,
                digest=text_digest(listing),
                vectors=vectors.to_bytes(),
            )
        )


def _shaken(vectors: ListingVectors, chance: np.random.Generator) -> ListingVectors:
    return ListingVectors(
        _near(vectors.whole, chance), _near(vectors.sentences, chance), vectors.subjects
    )


def _near(rows: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    moved = rows + chance.normal(0, NOISE, rows.shape).astype(np.float32)
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)
