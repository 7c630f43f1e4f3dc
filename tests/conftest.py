"""A site of its own for each test: fresh database, fixed clock, and a client that checks pages."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from directory.app import create_app
from directory.config import Settings, settings_from
from directory.migrations import migrate
from directory.web.database import EXTENSION, Database, open_database
from tests.factories import NOW
from tests.page_checker import check_page
from tests.small_gazetteer import write_small_gazetteer

SECRETS = {"SECRET_KEY": "for-tests-only", "PASSWORD_SALT": "for-tests-only"}


class CheckedClient(FlaskClient):
    """Speaks https, takes answers whole, and holds every HTML answer to the page checker."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if (args and isinstance(args[0], str)) or not args:
            kwargs.setdefault("base_url", "https://localhost")
        kwargs.setdefault("buffered", True)
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303, 308}:
            check_page(response.text)
        return response


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty, migrated database and a small gazetteer, to be copied."""
    data = tmp_path_factory.mktemp("data")
    database = open_database(f"sqlite:///{data / 'whatmatters.sqlite'}")
    migrate(database.engine)
    database.engine.dispose()
    write_small_gazetteer(data / "gazetteer.sqlite")
    return data


@pytest.fixture
def settings(prepared_data: Path, tmp_path: Path) -> Settings:
    """A deployment in New Zealand, not a demonstration."""
    data = Path(shutil.copytree(prepared_data, tmp_path / "data"))
    return settings_from({**SECRETS, "WHATMATTERS_DATA": str(data)})


@pytest.fixture
def demo_settings(settings: Settings) -> Settings:
    return replace(settings, is_demo=True)


@pytest.fixture
def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The site at NOW, matching on words alone, which takes no time to load."""
    yield from _site(settings, monkeypatch)


@pytest.fixture
def demo_app(demo_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The same as a demonstration."""
    yield from _site(demo_settings, monkeypatch)


@pytest.fixture
def client(app: Flask) -> CheckedClient:
    return CheckedClient(app, app.response_class)


@pytest.fixture
def demo_client(demo_app: Flask) -> CheckedClient:
    return CheckedClient(demo_app, demo_app.response_class)


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    """A session on the site's database, apart from any request's. Commit for the site to see."""
    database = open_database(settings.database_url)
    with Session(database.engine, expire_on_commit=False) as opened:
        yield opened
    database.engine.dispose()


def _site(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    monkeypatch.setattr("directory.matching.engine.load_encoder", lambda _folder: None)
    app = create_app(settings, clock=lambda: NOW)
    app.config["TESTING"] = True
    yield app
    database: Database = app.extensions[EXTENSION]
    database.sessions.remove()
    database.engine.dispose()
