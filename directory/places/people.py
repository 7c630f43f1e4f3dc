"""How many people a place must have to be the one that is meant."""

from typing import Protocol

from directory.places.place import Country

# Across the world only a town of this many people is thought of: Christchurch in Dorset is,
# the English hamlets that share a name with a suburb of Porirua are not.
KNOWN_ABROAD = 30_000
# A place is not asked about when a namesake has this many times its people.
DWARFED = 30
# People mean their own country twice as readily.
HOME_WEIGHT = 2
# Counted where nobody has counted. GeoNames has a figure for nearly every place of 500 in New
# Zealand, so one without is smaller; in Britain whole suburbs have none.
VILLAGE = 500
NZ_VILLAGE = 100


class Peopled(Protocol):
    """Anything with a country and a number of people, 0 where unknown."""

    @property
    def country(self) -> str: ...
    @property
    def population(self) -> int: ...


def people_of(place: Peopled) -> int:
    """How many people to count a place at."""
    return max(place.population, NZ_VILLAGE if place.country == Country.NZ else VILLAGE)
