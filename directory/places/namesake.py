"""Which of several places with one name can be meant."""

from directory.places.distance import distance_km
from directory.places.people import DWARFED, HOME_WEIGHT, KNOWN_ABROAD, people_of
from directory.places.place import Choices, Found
from directory.places.store import Row

MOST_CHOICES = 8


def decide(
    text: str, rows: list[Row], region: str, near: tuple[float, float] | None
) -> Found | Choices:
    """The one place that is plainly meant, or the choices: the likeliest first, or the nearest."""
    home = [row for row in rows if row.country == region]
    if not home:
        return _settled(text, _not_dwarfed(rows), [], region, near)
    most = max(people_of(row) for row in home) * HOME_WEIGHT
    abroad = [
        row
        for row in rows
        if row.country != region
        and row.population >= KNOWN_ABROAD
        and row.population * DWARFED >= most
    ]
    return _settled(text, [*_not_dwarfed(home), *abroad], home, region, near)


def _settled(
    text: str, meant: list[Row], home: list[Row], region: str, near: tuple[float, float] | None
) -> Found | Choices:
    """The only one that may be meant; else all of those and, while we ask, the rest of home."""
    if len(meant) == 1:
        return Found(meant[0].place)
    return choices(text, [*meant, *(row for row in home if row not in meant)], region, near)


def _not_dwarfed(rows: list[Row]) -> list[Row]:
    most = max(people_of(row) for row in rows)
    return [row for row in rows if people_of(row) * DWARFED >= most]


def choices(text: str, rows: list[Row], region: str, near: tuple[float, float] | None) -> Choices:
    """The rows to choose from, in a useful order."""
    ordered = sorted(rows, key=lambda row: (row.country != region, -people_of(row)))
    if near is not None:
        lat, lng = near
        ordered.sort(key=lambda row: distance_km(lat, lng, row.place.lat, row.place.lng))
    return Choices(text, tuple(row.place for row in ordered[:MOST_CHOICES]))
