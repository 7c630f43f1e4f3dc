"""A gazetteer of a few places, in the file that the whole one has: made in no time."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from directory.places.build import INDEXES, SCHEMA
from directory.places.spelling import fold


@dataclass(frozen=True, slots=True)
class SmallPlace:
    name: str
    key: str
    lat: float
    lng: float
    country: str = "nz"
    kind: str = "suburb"
    population: int = 20_000


PLACES = (
    SmallPlace("Papatoetoe, Auckland", "Papatoetoe", -36.977, 174.858),
    SmallPlace("Manurewa, Auckland", "Manurewa", -37.022, 174.897),
    SmallPlace("Avondale, Auckland", "Avondale", -36.897, 174.699),
    SmallPlace("Avondale, Christchurch", "Avondale", -43.508, 172.686),
    SmallPlace("Gateshead", "Gateshead", 54.962, -1.602, "england", "town", 120_000),
)


def write_small_gazetteer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SCHEMA)
        for number, place in enumerate(PLACES, start=1):
            database.execute(
                "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (
                    number,
                    place.name,
                    fold(place.name),
                    place.lat,
                    place.lng,
                    place.country,
                    place.kind,
                    place.population,
                ),
            )
            database.execute("INSERT INTO name_key VALUES (?, ?)", (fold(place.key), number))
        database.commit()
        database.executescript(INDEXES)
