"""Names that tell places apart: "Rānui, Porirua", "Barton, near Darlington"."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from directory.places.distance import Points, distance_km
from directory.places.merge import LARGEST_REACH_KM, breadth_km, keys_of
from directory.places.people import DWARFED, HOME_WEIGHT, people_of
from directory.places.place import Country, Kind
from directory.places.source import Area, Entry
from directory.places.spelling import fold

# A British town of this many people names its suburbs, and needs no other name beside its own.
CITY_PEOPLE = 60_000
# A town that people know, to say what a village is near to.
LANDMARK_PEOPLE = 10_000
# A town of this many people goes by its own name, if no other has it.
TOWN_PEOPLE = 5_000
LONDON = (51.5085, -0.1257)
# The countries that a site can be for.
REGIONS = (Country.NZ, Country.ENGLAND)
LABELS = {
    Country.NZ: "New Zealand",
    Country.ENGLAND: "England",
    Country.WALES: "Wales",
    Country.SCOTLAND: "Scotland",
    Country.NORTHERN_IRELAND: "Northern Ireland",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A place with the name that is shown."""

    entry: Entry
    name: str
    kind: Kind


class Namer:
    """Gives every place a name of its own."""

    def __init__(self, entries: list[Entry], areas: list[Area], spellings: dict[str, str]) -> None:
        self._entries = entries
        self._spellings = spellings
        self._counties = {area.name for area in areas if not area.is_city}
        self._cities = [area for area in areas if area.is_city] + _british_cities(entries)
        self._city_points = Points([(city.lat, city.lng) for city in self._cities])
        self._landmarks = [entry for entry in entries if self._is_landmark(entry)]
        self._landmark_points = Points([(mark.lat, mark.lng) for mark in self._landmarks])
        self._namesakes: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for key in keys_of(entry):
                self._namesakes[key].append(entry)

    def named(self) -> list[Named]:
        """Every entry with a name that no other has; of two that can't be told apart, the first."""
        drafts = [self._draft(entry) for entry in self._entries]
        seen = Counter(fold(draft.name) for draft in drafts)
        names: dict[str, Named] = {}
        for draft in drafts:
            clear = draft if seen[fold(draft.name)] == 1 else _with_postal(draft)
            names.setdefault(fold(clear.name), clear)
        return list(names.values())

    def _draft(self, entry: Entry) -> Named:
        name = self._spellings.get(entry.name, entry.name)
        if entry.qualifier:
            is_town = entry.qualifier in self._counties
            return Named(entry, f"{name}, {entry.qualifier}", Kind.TOWN if is_town else Kind.SUBURB)
        if entry.is_coarse and entry.name in self._counties:
            return Named(entry, self._own_name(entry, name), Kind.TOWN)
        city = self._city_of(entry)
        if city is None:
            return Named(entry, self._beside(entry, name), Kind.TOWN)
        if fold(city.name) == fold(entry.name):
            return Named(entry, self._own_name(entry, name), Kind.TOWN)
        return Named(entry, f"{name}, {city.name}", Kind.SUBURB)

    def _own_name(self, entry: Entry, name: str) -> str:
        """A city's name alone, with its country where a namesake may be meant."""
        others = [other for other in self._namesakes[fold(entry.name)] if other is not entry]
        if any(_may_be_asked_about(entry, other) for other in others):
            return f"{name}, {LABELS[entry.country]}"
        return name

    def _beside(self, entry: Entry, name: str) -> str:
        """A town's name alone where it is the only one; otherwise what it is near."""
        is_only_one = len(self._namesakes[fold(entry.name)]) == 1
        if entry.population >= TOWN_PEOPLE and is_only_one:
            return name
        landmark = self._landmark_of(entry)
        return f"{name}, near {self._spellings.get(landmark.name, landmark.name)}"

    def _city_of(self, entry: Entry) -> Area | None:
        """The city that the entry is, or else the nearest whose reach it lies in."""
        distances = self._city_points.distances_km(entry.lat, entry.lng)
        for position in distances.argsort()[:5]:
            city = self._cities[int(position)]
            if distances[position] <= city.radius_km:
                return city
        return None

    def _landmark_of(self, entry: Entry) -> Entry:
        distances = self._landmark_points.distances_km(entry.lat, entry.lng)
        for position in distances.argsort():
            landmark = self._landmarks[int(position)]
            is_larger = landmark.population > entry.population
            if is_larger and fold(landmark.name) != fold(entry.name):
                return landmark
        raise AssertionError("London is a city, and so is never beside another")

    def _is_landmark(self, entry: Entry) -> bool:
        """Whether a place is a town of its own that people know."""
        if entry.population < LANDMARK_PEOPLE or entry.is_coarse:
            return False
        city = self._city_of(entry)
        return city is None or fold(city.name) == fold(entry.name)


def _british_cities(entries: list[Entry]) -> list[Area]:
    """Large towns outside New Zealand, which has its own table."""
    return [
        Area(
            entry.name,
            entry.country,
            True,
            entry.lat,
            entry.lng,
            breadth_km(entry.population),
        )
        for entry in entries
        if entry.country is not Country.NZ
        and entry.population >= CITY_PEOPLE
        and not entry.is_coarse
        and not _is_in_london(entry)
    ]


def _may_be_asked_about(city: Entry, other: Entry) -> bool:
    """Whether somebody may have to choose between a city and its namesake."""
    is_home_elsewhere = other.country in REGIONS and other.country is not city.country
    return is_home_elsewhere or people_of(other) * DWARFED * HOME_WEIGHT >= city.population


def _is_in_london(entry: Entry) -> bool:
    """Whether it is a borough, which GeoNames has as a city of its own."""
    lat, lng = LONDON
    away = distance_km(entry.lat, entry.lng, lat, lng)
    return entry.name != "London" and away <= LARGEST_REACH_KM


def _with_postal(draft: Named) -> Named:
    postal = draft.entry.postal
    return Named(draft.entry, f"{draft.name} ({postal})", draft.kind) if postal else draft
