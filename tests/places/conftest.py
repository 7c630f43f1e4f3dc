"""The real gazetteer. It is built once and kept between runs, until its sources change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.places.build import build_gazetteer
from directory.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer_path(pytestconfig: pytest.Config) -> Path:
    path = pytestconfig.cache.mkdir("gazetteer") / "gazetteer.sqlite"
    build_gazetteer(path)
    return path


@pytest.fixture(scope="session")
def gazetteer(gazetteer_path: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer.open(gazetteer_path)
    yield opened
    opened.close()
