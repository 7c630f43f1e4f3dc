"""An empty database, and the day on which every feed is read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from directory.exchange.row import Context
from directory.models.base import Base
from directory.models.vocabulary import Region
from directory.web.database import open_database

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
CONTEXT = Context(Region.NZ, date(2026, 11, 21))


def shared(path: str) -> Path:
    """A file of the shared data, or a skip that says what is missing."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the shared data is not here: ../shared/{path}")
    return found


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    database = open_database(f"sqlite:///{tmp_path / 'test.sqlite'}")
    Base.metadata.create_all(database.engine)
    with Session(database.engine) as opened:
        yield opened
    database.engine.dispose()
