"""Which of several places with one name can be meant."""

from directory.places.distance import distance_km
from directory.places.place import Choices, Country, Found
from directory.places.store import Row

# Across the world only a town of this many people is thought of: Christchurch in Dorset is,
# the English hamlets that share a name with a suburb of Porirua are not.
KNOWN_ABROAD = 30_000
# A place is not asked about when a namesake has this many times its people.
DWARFED = 30
# Counted where nobody has counted: a village.
VILLAGE = 500
# People mean their own country twice as readily.
HOME_WEIGHT = 2
MOST_CHOICES = 8


def decide(
    text: str, rows: list[Row], region: str, near: tuple[float, float] | None
) -> Found | Choices:
    """The one place that is plainly meant, or the choices: the likeliest first, or the nearest."""
    at_home = [row for row in rows if row.place.country == region]
    pool = [row for row in rows if row in at_home or row.population >= KNOWN_ABROAD] or rows
    if not at_home:
        pool = rows
    largest = max(_weight(row, region) for row in pool)
    meant = [row for row in pool if _weight(row, region) * DWARFED >= largest]
    if len(meant) == 1:
        return Found(meant[0].place)
    return choices(text, meant, region, near)


def choices(
    text: str, rows: list[Row], region: str, near: tuple[float, float] | None
) -> Choices:
    """The rows to choose from, in a useful order."""
    ordered = sorted(rows, key=lambda row: -_weight(row, region))
    if near is not None:
        lat, lng = near
        ordered.sort(key=lambda row: distance_km(lat, lng, row.place.lat, row.place.lng))
    return Choices(text, tuple(row.place for row in ordered[:MOST_CHOICES]))


def _weight(row: Row, region: str) -> int:
    is_home = row.place.country == Country(region)
    return max(row.population, VILLAGE) * (HOME_WEIGHT if is_home else 1)
