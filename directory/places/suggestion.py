"""Did you mean …? The known names most like one that is not known."""

from functools import cached_property

from rapidfuzz import fuzz, process

from directory.places.people import KNOWN_ABROAD
from directory.places.store import Spelling, Store

# Below this share of letters in common (out of 100) a suggestion puzzles more than it helps.
LIKE_ENOUGH = 75
ALMOST_THE_SAME = 88
MOST_SUGGESTIONS = 5
SHORTEST = 3


class Suggestions:
    """Finds names like another. The names are read when first needed: most look-ups never do."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def like(self, key: str, region: str) -> tuple[str, ...]:
        """Shown names, most alike first; those in the region come before all others."""
        if len(key) < SHORTEST:
            return ()
        home, abroad = self._keys.get(region, []), self._spellings
        return _closest(key, home, LIKE_ENOUGH) or _closest(key, abroad, LIKE_ENOUGH)

    def slips_of(self, key: str) -> tuple[str, ...]:
        """Well-known towns, anywhere, that differ by no more than a letter or so."""
        return _closest(key, self._towns, ALMOST_THE_SAME)

    @cached_property
    def _spellings(self) -> list[Spelling]:
        return self._store.spellings()

    @cached_property
    def _towns(self) -> list[Spelling]:
        return [known for known in self._spellings if known.population >= KNOWN_ABROAD]

    @cached_property
    def _keys(self) -> dict[str, list[Spelling]]:
        regions: dict[str, list[Spelling]] = {}
        for spelling in self._spellings:
            regions.setdefault(spelling.country, []).append(spelling)
        return regions


def _closest(key: str, spellings: list[Spelling], cutoff: int) -> tuple[str, ...]:
    found = process.extract(
        key,
        [spelling.key for spelling in spellings],
        scorer=fuzz.ratio,
        score_cutoff=cutoff,
        limit=MOST_SUGGESTIONS,
    )
    # The list is ordered by population, which settles ties: extract keeps the order of equals.
    return tuple(dict.fromkeys(spellings[position].name for _, _, position in found))
