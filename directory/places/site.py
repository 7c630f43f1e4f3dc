"""Gives the site its gazetteer, opened when somebody first names a place."""

from functools import cached_property
from pathlib import Path
from typing import cast

from flask import Flask, current_app

from directory.config import Settings
from directory.places.gazetteer import Gazetteer

EXTENSION = "whatmatters.places"


class _Shelf:
    """Holds the path until the gazetteer is wanted, and then the gazetteer."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer.open(self._path)


def install_places(app: Flask, settings: Settings) -> None:
    app.extensions[EXTENSION] = _Shelf(settings.gazetteer)


def places() -> Gazetteer:
    """Where things are. FileNotFoundError where ``whatmatters init`` has not made the list."""
    return cast(_Shelf, current_app.extensions[EXTENSION]).gazetteer
