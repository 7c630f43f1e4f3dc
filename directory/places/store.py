"""Reads the gazetteer's file. Every thread may use one store."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from directory.places.osgb import FINENESS
from directory.places.place import Country, Kind, Place
from directory.places.spelling import fold, postcode_number

COLUMNS = "place.name, lat, lng, country, kind, is_coarse, population"


@dataclass(frozen=True, slots=True)
class Row:
    """A place as stored, with how many people live there (0 where unknown)."""

    place: Place
    population: int

    @property
    def country(self) -> str:
        """The place's country."""
        return self.place.country


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling that a place answers to, for finding the ones most like a mistyped name."""

    key: str
    name: str
    country: Country
    population: int


class Store:
    """Look-ups by exact key. Holds one connection and no rows."""

    def __init__(self, path: Path) -> None:
        # Immutable: nothing writes the file once it is there, so no locks on disk are needed.
        address = f"{path.resolve(strict=True).as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def named(self, key: str) -> list[Row]:
        """Every place that answers to the folded name."""
        return self._rows("JOIN name_key ON place_id = id WHERE key = ? ORDER BY id", (key,))

    def shown_as(self, key: str) -> list[Row]:
        """The place whose whole shown name, folded, is this."""
        return self._rows("WHERE full_key = ? ORDER BY id", (key,))

    def around(self, lat: float, lng: float, degrees: float) -> list[Row]:
        """Well placed suburbs and towns in the square around a point."""
        return self._rows(
            "WHERE kind IN ('suburb', 'town') AND NOT is_coarse"
            " AND lat BETWEEN ? AND ? AND lng BETWEEN ? AND ? ORDER BY id",
            (lat - degrees, lat + degrees, lng - degrees, lng + degrees),
        )

    def postcode(self, postcode: str) -> Place | None:
        """Where a full UK postcode is, or None if there is no such postcode."""
        found = self._fetch(
            "SELECT lat, lng FROM postcode WHERE number = ?", (postcode_number(postcode),)
        )
        if not found:
            return None
        lat, lng = (float(degree) / FINENESS for degree in found[0])
        district = self.named(fold(postcode.split()[0]))
        country = district[0].place.country if district else Country.ENGLAND
        return Place(postcode, lat, lng, country, Kind.POSTCODE)

    def spellings(self) -> list[Spelling]:
        """Every spelling of every suburb and town, the best known places first."""
        found = self._fetch(
            "SELECT key, name, country, population FROM name_key JOIN place ON place_id = id"
            " WHERE kind IN ('suburb', 'town') ORDER BY population DESC, id"
        )
        return [
            Spelling(key, name, Country(country), people) for key, name, country, people in found
        ]

    def _rows(self, condition: str, values: tuple[str | float, ...]) -> list[Row]:
        found = self._fetch(f"SELECT {COLUMNS} FROM place {condition}", values)  # noqa: S608
        return [
            Row(Place(name, lat, lng, Country(country), Kind(kind), bool(coarse)), people)
            for name, lat, lng, country, kind, coarse, people in found
        ]

    def _fetch(self, statement: str, values: tuple[str | float, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._database.execute(statement, values).fetchall()
