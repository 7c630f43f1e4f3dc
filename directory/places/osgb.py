"""UK postcodes from the Ordnance Survey's grid to degrees."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from pyproj import Transformer

from directory.places.spelling import postcode_number

# A degree times this is kept as a whole number: about a metre.
FINENESS = 100_000
NO_POSITION = "90"

# Without the OSTN15 grid, which needs the network, pyproj falls back on the seven-parameter
# transformation: within five metres, far inside the size of a postcode.
OSGB_TO_WGS84 = ("EPSG:27700", "EPSG:4326")

PostcodeRow = tuple[int, int, int]


def postcode_rows(path: Path) -> Iterator[PostcodeRow]:
    """Number, latitude and longitude (both times ``FINENESS``) of each postcode in one file."""
    with gzip.open(path, "rt", encoding="ascii", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) >= 4 and row[1] != NO_POSITION]
    numbers = [postcode_number(row[0]) for row in rows]
    transformer = Transformer.from_crs(*OSGB_TO_WGS84, always_xy=True)
    lngs, lats = transformer.transform([int(r[2]) for r in rows], [int(r[3]) for r in rows])
    for number, lat, lng in zip(numbers, lats, lngs, strict=True):
        yield number, round(lat * FINENESS), round(lng * FINENESS)
