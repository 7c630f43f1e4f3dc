"""Each process matches on what is saved at that moment, and encodes a text once."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np
import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from directory.config import Settings
from directory.listings.actions import note_change, set_status, update_listing
from directory.listings.queries import whole_listing
from directory.matching.engine import MatchingEngine
from directory.models.catalogue import ListingVector
from directory.models.vocabulary import ListingStatus
from directory.web.database import Database, open_database
from matcher.encoder import Vectors
from matcher.person import Person
from tests.factories import NOW, listing_facts, make_listing

GARDENER = Person(what_matters="gardening", country="nz")


class CountingEncoder:
    """Gives every text a vector of its own and counts the texts."""

    name = "counting"
    dimensions = 8

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        rows = np.array([[hash((text, n)) % 97 + 1 for n in range(8)] for text in texts])
        unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(unit, dtype=np.float32).reshape(len(texts), 8)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    opened = open_database(settings.database_url)
    yield opened
    opened.engine.dispose()


def engine_of(database: Database, settings: Settings, encoder: CountingEncoder | None = None):
    return MatchingEngine(database, encoder, settings.zone)


def found(engine: MatchingEngine, session: Session) -> list[str]:
    return [match.listing_id for match in engine.match(session, GARDENER, now=NOW).matches]


def test_a_saved_listing_is_found_by_the_next_request_of_every_process(
    session: Session, database: Database, settings: Settings
) -> None:
    one, other = engine_of(database, settings), engine_of(database, settings)
    assert found(one, session) == found(other, session) == []
    listing = make_listing(session)
    assert found(one, session) == found(other, session) == [listing.id]


def test_a_hidden_listing_is_gone_from_the_next_request(
    session: Session, database: Database, settings: Settings
) -> None:
    engine = engine_of(database, settings)
    listing = make_listing(session)
    assert found(engine, session) == [listing.id]
    set_status(session, listing, ListingStatus.HIDDEN, now=NOW)
    session.commit()
    assert found(engine, session) == []


def test_a_proposed_listing_is_never_matched(
    session: Session, database: Database, settings: Settings
) -> None:
    make_listing(session, status=ListingStatus.PROPOSED)
    assert found(engine_of(database, settings), session) == []


def test_a_changed_listing_is_matched_on_what_it_says_now(
    session: Session, database: Database, settings: Settings
) -> None:
    engine = engine_of(database, settings)
    listing_id = make_listing(
        session, name="Chess club", description="Chess.", offers=frozenset()
    ).id
    assert found(engine, session) == []
    listing = whole_listing(session, listing_id)
    assert listing is not None
    facts = listing_facts(session, name="Gardening club", organisation_id=listing.organisation_id)
    update_listing(session, listing, facts, now=NOW)
    session.commit()
    assert found(engine, session) == [listing_id]


def test_a_text_is_encoded_once_and_kept_for_every_process(
    session: Session, database: Database, settings: Settings
) -> None:
    make_listing(session, name="Plot by the surgery")
    first = CountingEncoder()
    engine_of(database, settings, first).catalogue(session, now=NOW)
    assert any("Plot by the surgery" in text for text in first.texts)
    second = CountingEncoder()
    engine_of(database, settings, second).catalogue(session, now=NOW)
    assert not any("Plot by the surgery" in text for text in second.texts)


def test_only_a_changed_text_is_encoded_again(
    session: Session, database: Database, settings: Settings
) -> None:
    encoder = CountingEncoder()
    engine = engine_of(database, settings, encoder)
    listing = make_listing(session, name="Plot by the surgery")
    engine.catalogue(session, now=NOW)
    encoder.texts.clear()
    note_change(session, listing.id, now=NOW)
    session.commit()
    engine.catalogue(session, now=NOW)
    assert encoder.texts == []


def test_lost_vectors_are_made_anew(
    session: Session, database: Database, settings: Settings
) -> None:
    make_listing(session)
    engine_of(database, settings, CountingEncoder()).catalogue(session, now=NOW)
    session.execute(delete(ListingVector))
    session.commit()
    engine_of(database, settings, CountingEncoder()).catalogue(session, now=NOW)
    session.expire_all()
    assert session.scalars(select(ListingVector.listing_id)).all() != []


def test_next_sessions_move_on_at_midnight(
    session: Session, database: Database, settings: Settings
) -> None:
    engine = engine_of(database, settings)
    make_listing(session)
    today = engine.match(session, GARDENER, now=NOW).matches[0].next_at
    later = NOW + timedelta(days=120)
    then = engine.match(session, GARDENER, now=later).matches[0].next_at
    assert today is not None and then is not None
    assert today >= NOW and then >= later


def test_the_matcher_sees_what_is_unknown_as_unknown(
    session: Session, database: Database, settings: Settings
) -> None:
    listing = make_listing(session, cost=None, joining=frozenset(), min_age=None)
    seen = engine_of(database, settings).catalogue(session, now=NOW).listing(listing.id)
    assert (seen.cost, seen.gender, seen.min_age, seen.joining) == (None, None, None, frozenset())
    assert "step_free" not in seen.venues[0].access
