"""The gazetteer of the running site, opened when it is first asked."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import cast

from flask import Flask, current_app

from directory.config import Settings
from directory.places.gazetteer import Gazetteer

EXTENSION = "whatmatters.places"


class Places:
    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """FileNotFoundError where ``whatmatters init`` has not been run."""
        return Gazetteer.open(self._path)


def install_places(app: Flask, settings: Settings) -> None:
    app.extensions[EXTENSION] = Places(settings.gazetteer)


def places() -> Gazetteer:
    return cast(Places, current_app.extensions[EXTENSION]).gazetteer
