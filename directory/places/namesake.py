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
    is_at_home = any(row.country == region for row in rows)
    pool = rows
    if is_at_home:
        pool = [row for row in rows if row.country == region or row.population >= KNOWN_ABROAD]
    largest = max(_weight(row, region) for row in pool)
    meant = [row for row in pool if _weight(row, region) * DWARFED >= largest]
    if len(meant) == 1:
        return Found(meant[0].place)
    return choices(text, meant, region, near)


def choices(text: str, rows: list[Row], region: str, near: tuple[float, float] | None) -> Choices:
    """The rows to choose from, in a useful order."""
    ordered = sorted(rows, key=lambda row: -_weight(row, region))
    if near is not None:
        lat, lng = near
        ordered.sort(key=lambda row: distance_km(lat, lng, row.place.lat, row.place.lng))
    return Choices(text, tuple(row.place for row in ordered[:MOST_CHOICES]))


def _weight(row: Row, region: str) -> int:
    return people_of(row) * (HOME_WEIGHT if row.country == region else 1)
