"""One database session a request, and SQLite set up to be read while it is written."""

from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, scoped_session, sessionmaker

EXTENSION = "whatmatters.database"
# How long one who writes waits for another to finish.
BUSY_MILLISECONDS = 5_000


@dataclass(frozen=True, slots=True)
class Database:
    engine: Engine
    sessions: scoped_session[Session]


def open_database(url: str) -> Database:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    # Values stay readable after the commit, so that a view can name what it just saved.
    return Database(engine, scoped_session(sessionmaker(engine, expire_on_commit=False)))


def install_database(app: Flask, url: str) -> Database:
    database = open_database(url)
    app.extensions[EXTENSION] = database

    @app.teardown_appcontext
    def end_session(_error: BaseException | None) -> None:
        database.sessions.remove()

    return database


def db_session() -> Session:
    """The session of the current request."""
    return cast(Database, current_app.extensions[EXTENSION]).sessions()


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
