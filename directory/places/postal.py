"""Postcode districts as places: "NE8 (Gateshead)", "5022 (Elsdon)"."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from directory.places.distance import Points
from directory.places.osgb import FINENESS, PostcodeRow
from directory.places.place import Country, Kind
from directory.places.source import Entry

# The inward half of a UK postcode is three characters of base 36.
INWARD = 36**3


@dataclass(frozen=True, slots=True)
class District:
    """A postcode district: its code, the name it is shown by and roughly where it is."""

    code: str
    name: str
    lat: float
    lng: float
    country: Country
    kind: Kind


class Centres:
    """The middle of each UK postcode district, gathered while its postcodes stream past."""

    def __init__(self) -> None:
        self._sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, row: PostcodeRow) -> None:
        """Count one postcode in."""
        number, lat, lng = row
        sums = self._sums[number // INWARD]
        sums[0] += lat
        sums[1] += lng
        sums[2] += 1

    def of(self, outcode: str) -> tuple[float, float] | None:
        """Latitude and longitude, or None for a district without street addresses."""
        sums = self._sums.get(int(outcode, 36))
        return (
            None if sums is None else (sums[0] / sums[2] / FINENESS, sums[1] / sums[2] / FINENESS)
        )


def districts(localities: Iterable[Entry], centres: Centres, places: list[Entry]) -> list[District]:
    """Every district of the postal localities, named after the best known place in it."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in localities:
        groups[entry.postal].append(entry)
    people = {(place.name, place.country): place.population for place in reversed(places)}
    return [_district(code, group, centres, people) for code, group in sorted(groups.items())]


def _district(
    code: str, group: list[Entry], centres: Centres, people: dict[tuple[str, Country], int]
) -> District:
    is_nz = group[0].country is Country.NZ
    centre = None if is_nz else centres.of(code)
    lat, lng = centre or (group[0].lat, group[0].lng)
    nearness = Points([(entry.lat, entry.lng) for entry in group]).distances_km(lat, lng)
    best = max(
        range(len(group)),
        key=lambda i: (people.get((group[i].name, group[i].country), 0), -nearness[i]),
    )
    country = Counter(entry.country for entry in group).most_common(1)[0][0]
    kind = Kind.POSTCODE if is_nz else Kind.OUTCODE
    return District(code, f"{code} ({group[best].name})", lat, lng, country, kind)
