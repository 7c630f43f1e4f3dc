"""What people write after a name to say which one they mean: a town, county, postcode, country."""

from directory.places.distance import distance_km
from directory.places.place import Country, Place
from directory.places.source import Area, areas
from directory.places.spelling import FILLERS, fold
from directory.places.store import Row, Store

# "Bensham, Newcastle" means the one beside Newcastle.
NEIGHBOUR_KM = 20.0
# A degree of longitude at 60° north, so that a square of degrees holds the circle.
NARROWEST_DEGREE_KM = 55.0
MOST_TOWNS = 5
BRITAIN = frozenset(Country) - {Country.NZ}
COUNTRIES: dict[str, frozenset[Country]] = {
    "new zealand": frozenset({Country.NZ}),
    "nz": frozenset({Country.NZ}),
    "aotearoa": frozenset({Country.NZ}),
    "england": frozenset({Country.ENGLAND}),
    "wales": frozenset({Country.WALES}),
    "scotland": frozenset({Country.SCOTLAND}),
    "northern ireland": frozenset({Country.NORTHERN_IRELAND}),
    "uk": BRITAIN,
    "united kingdom": BRITAIN,
    "great britain": BRITAIN,
}


class Hints:
    """Keeps the places that fit a hint."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._areas: dict[str, list[Area]] = {}
        for area in areas():
            self._areas.setdefault(fold(area.name), []).append(area)

    def fitting(self, rows: list[Row], words: list[str]) -> list[Row] | None:
        """The rows that every hint in the words fits; None if some word is no hint we know."""
        while words:
            if words[0] in FILLERS:
                words = words[1:]
                continue
            length = next((n for n in range(len(words), 0, -1) if self._knows(words[:n])), 0)
            if not length:
                return None
            rows = [row for row in rows if self._fits(row.place, " ".join(words[:length]))]
            words = words[length:]
        return rows

    def towns_in(self, key: str) -> list[Row]:
        """The largest places of a county, largest first; none where the key is no county."""
        found = [
            row
            for area in self._areas.get(key, [])
            for row in self._store.around(area.lat, area.lng, area.radius_km / NARROWEST_DEGREE_KM)
            if _is_in(row.place, area)
        ]
        return sorted(found, key=lambda row: -row.population)[:MOST_TOWNS]

    def _knows(self, words: list[str]) -> bool:
        hint = " ".join(words)
        return hint in COUNTRIES or hint in self._areas or bool(self._store.named(hint))

    def _fits(self, place: Place, hint: str) -> bool:
        if hint in COUNTRIES:
            return place.country in COUNTRIES[hint]
        if any(_is_in(place, area) for area in self._areas.get(hint, [])):
            return True
        return any(
            distance_km(place.lat, place.lng, row.place.lat, row.place.lng) <= NEIGHBOUR_KM
            for row in self._store.named(hint)
        )


def _is_in(place: Place, area: Area) -> bool:
    return distance_km(place.lat, place.lng, area.lat, area.lng) <= area.radius_km
