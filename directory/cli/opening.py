"""Opens the database for a command, once it is sure to be there in its newest shape."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from directory.cli.outcome import NotDone
from directory.config import Settings
from directory.migrations import is_up_to_date
from directory.web.database import Database, open_database


def open_ready_database(settings: Settings) -> Database:
    """Raises NotDone where ``whatmatters init`` has to be run first."""
    if _is_file_missing(settings.database_url):
        # Connecting would make an empty file, which looks like a database to whoever comes next.
        raise NotDone("There is no database yet: run whatmatters init first.")
    database = open_database(settings.database_url)
    try:
        is_ready = is_up_to_date(database.engine)
    except DatabaseError as error:
        raise NotDone(f"The database cannot be opened ({error.orig}).") from error
    if not is_ready:
        raise NotDone(
            "The database is empty or of another version: run whatmatters init first, "
            "which keeps what is in it."
        )
    return database


@contextmanager
def one_change(database: Database) -> Iterator[Session]:
    """A session for the whole of a command's work: the caller commits, or nothing is changed.

    Raises NotDone where the database cannot be written.
    """
    with Session(database.engine) as session:
        try:
            yield session
        except OperationalError as error:
            raise NotDone(f"{_why_not_written(error)} Nothing was changed.") from error


def _why_not_written(error: OperationalError) -> str:
    if "locked" in str(error.orig):
        return "Another import or change is going on: try again in a minute."
    return f"The database cannot be written ({error.orig})."


def _is_file_missing(database_url: str) -> bool:
    url = make_url(database_url)
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file()
