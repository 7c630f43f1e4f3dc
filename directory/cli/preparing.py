"""Gets the matcher ready for listings that were just saved."""

from sqlalchemy.orm import Session

from directory.cli.outcome import with_progress
from directory.config import Settings
from directory.matching.engine import MatchingEngine, usable_encoder
from directory.web.clock import system_clock
from directory.web.database import open_database


def prepare_vectors(settings: Settings) -> None:
    """Encodes what is new, so that the first search need not wait for it."""
    database = open_database(settings.database_url)
    engine = MatchingEngine(database, usable_encoder(settings), settings.zone)
    with Session(database.engine) as session:
        engine.catalogue(
            session,
            now=system_clock(),
            progress=lambda listings: with_progress(listings, "Reading listings"),
        )
