"""One matcher a process, kept up to date with what any process saves."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime
from threading import Lock
from typing import cast
from zoneinfo import ZoneInfo

from flask import Flask, current_app
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from directory.config import Settings
from directory.matching.encoder import EncoderUnusable, load_encoder
from directory.matching.examples import with_kept_examples
from directory.matching.queries import (
    listings_changed_after,
    live_matcher_listings,
    matcher_listings,
    newest_change,
    stored_vectors,
)
from directory.matching.vectors import Progress, Vectors, store_vectors, up_to_date_vectors
from directory.web.database import Database
from matcher.answer import Answer
from matcher.catalogue import Catalogue, ListingVectors
from matcher.encoder import Encoder
from matcher.listing import Listing
from matcher.matching import match
from matcher.names import NameHit, find_by_name
from matcher.person import Person

EXTENSION = "whatmatters.matching"
log = logging.getLogger(__name__)


class MatchingEngine:
    """Holds the catalogue in memory and asks, before each use, whether anything was saved since."""

    def __init__(self, database: Database, encoder: Encoder | None, zone: ZoneInfo) -> None:
        self._database = database
        self._zone = zone
        self._lock = Lock()
        self._catalogue: Catalogue | None = None
        self._seen = 0
        self._day: date | None = None
        self.encoder = encoder

    def match(
        self,
        session: Session,
        person: Person,
        *,
        now: datetime,
        limit: int = 10,
        among: frozenset[str] | None = None,
    ) -> Answer:
        """The listings that fit the person best; ``among`` keeps to these ids."""
        return match(
            person,
            self.catalogue(session, now=now),
            now=now,
            encoder=self.encoder,
            limit=limit,
            restrict_to=among,
        )

    def find_by_name(
        self, session: Session, text: str, *, now: datetime, limit: int = 8
    ) -> list[NameHit]:
        """Listings whose name or organisation is like the text, best first."""
        return find_by_name(self.catalogue(session, now=now), text, limit)

    def catalogue(self, session: Session, *, now: datetime, progress: Progress = iter) -> Catalogue:
        """The catalogue as it is saved at this moment."""
        newest = newest_change(session)
        today = now.astimezone(self._zone).date()
        with self._lock:
            if self._catalogue is None or self._day != today:
                # Next sessions move on at midnight, so everything is read again once a day.
                self._catalogue = self._read_all(session, now, progress)
            elif newest > self._seen:
                self._catalogue = self._read_changes(self._catalogue, session, now)
            self._seen, self._day = newest, today
            return self._catalogue

    def _read_all(self, session: Session, now: datetime, progress: Progress) -> Catalogue:
        listings = live_matcher_listings(session, now=now)
        vectors = self._vectors(session, listings, None, progress)
        return Catalogue.build(listings, vectors, dimensions=self._dimensions)

    def _read_changes(self, catalogue: Catalogue, session: Session, now: datetime) -> Catalogue:
        changed = listings_changed_after(session, self._seen)
        listings = matcher_listings(session, changed, now=now)
        gone = frozenset(changed) - {listing.id for listing in listings}
        return catalogue.changed(listings, gone, self._vectors(session, listings, changed, iter))

    def _vectors(
        self,
        session: Session,
        listings: list[Listing],
        ids: list[str] | None,
        progress: Progress,
    ) -> Mapping[str, ListingVectors]:
        if self.encoder is None:
            return {}
        stored = stored_vectors(session, self.encoder.name, ids)
        vectors = up_to_date_vectors(listings, stored, self.encoder, progress=progress)
        if vectors.made:
            self._store(listings, vectors, self.encoder)
        return vectors.ready

    def _store(self, listings: list[Listing], vectors: Vectors, encoder: Encoder) -> None:
        # Its own session: what the request is in the middle of is not committed here.
        with Session(self._database.engine) as writing:
            try:
                store_vectors(writing, listings, vectors.made, encoder)
                writing.commit()
            except IntegrityError:
                # Another process met the same change and stored the same vectors a moment before.
                writing.rollback()
            except OperationalError:
                writing.rollback()
                log.warning("vectors were made but could not be stored; they will be made again")

    @property
    def _dimensions(self) -> int:
        return self.encoder.dimensions if self.encoder else 0


def install_matching(app: Flask, settings: Settings, database: Database) -> None:
    app.extensions[EXTENSION] = MatchingEngine(database, usable_encoder(settings), settings.zone)


def matching_engine() -> MatchingEngine:
    return cast(MatchingEngine, current_app.extensions[EXTENSION])


def usable_encoder(settings: Settings) -> Encoder | None:
    """The sentence encoder, or None with a warning: the matcher still works on words."""
    try:
        encoder = load_encoder(settings.encoder)
    except EncoderUnusable as error:
        log.warning("matching on words alone: %s", error)
        return None
    if encoder is None:
        log.warning("matching on words alone: no encoder is installed")
        return None
    return with_kept_examples(encoder, settings.data / "cache")
