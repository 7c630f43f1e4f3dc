"""Where is that? Suburbs, towns and postcodes, offline.

A name is never settled by guessing: it is found, it is one of several to choose from, or it is
unknown and the nearest spellings are offered.
"""

import unicodedata
from pathlib import Path
from typing import Self

from directory.places.address import without_street
from directory.places.distance import distance_km
from directory.places.hint import Hints
from directory.places.namesake import choices, decide
from directory.places.place import Choices, Found, Place, Unknown
from directory.places.spelling import UK_POSTCODE, fold, postcode_in
from directory.places.store import Row, Store
from directory.places.suggestion import Suggestions

__all__ = ["Choices", "Found", "Gazetteer", "Place", "Unknown"]

# No name with all its hints is longer. What is longer is no place, and is not worth searching.
LONGEST_TEXT = 120
# Squares to look in for the nearest place, in degrees: a kilometre or three, then a day's walk.
SQUARES = (0.03, 0.3)
Answer = Found | Choices | Unknown
Point = tuple[float, float]


class Gazetteer:
    """Every look-up of a place. Light on memory; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._hints = Hints(store)
        self._suggestions = Suggestions(store)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The gazetteer that ``build_gazetteer`` made; FileNotFoundError if it has not."""
        return cls(Store(path))

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def find(self, text: str, *, region: str, near: Point | None = None) -> Answer:
        """Where a person means by ``text``, on a site for ``region`` ("nz" or "england").

        ``near`` only puts the nearest choice first: which one is meant stays the person's to say.
        """
        shown = text.strip()[:LONGEST_TEXT]
        if len(text.strip()) > LONGEST_TEXT or not fold(text):
            return Unknown(shown, ())
        text = unicodedata.normalize("NFKC", text)
        postcode = postcode_in(text)
        if postcode is None:
            return self._find_name(shown, text, region, near)
        place = self._store.postcode(postcode)
        if place is not None:
            return Found(place)
        # A postcode that we don't have says nothing: what else was written may.
        rest = UK_POSTCODE.sub(" ", text)
        if fold(rest):
            return self._find_name(shown, rest, region, near)
        district = self._store.named(fold(postcode.split()[0]))
        return Unknown(shown, tuple(row.place.name for row in district))

    def nearest_name(self, lat: float, lng: float) -> str | None:
        """The suburb or town nearest to a point, for "near …"; None if there is none for miles."""
        for degrees in SQUARES:
            rows = self._store.around(lat, lng, degrees)
            if rows:
                places = [row.place for row in rows]
                nearest = min(places, key=lambda at: distance_km(lat, lng, at.lat, at.lng))
                return nearest.name
        return None

    def _find_name(self, shown: str, text: str, region: str, near: Point | None) -> Answer:
        whole = self._shown(text)
        if whole and not self._store.named(fold(text)):
            return Found(whole[0].place)
        parts = without_street(text)
        rows, hints = self._longest_name(fold(" ".join(parts)).split())
        if not rows:
            return Unknown(shown, self._suggested(parts, region))
        fitting = self._hints.fitting(rows, hints)
        if fitting:
            answer = decide(shown, fitting, region, near)
            is_hamlet = all(row.country != region and not row.population for row in fitting)
            return self._with_slips(answer, shown) if is_hamlet else answer
        if fitting is None and len(parts) == 1:
            likely = [place.name for place in choices(shown, rows, region, near).places]
            suggested = dict.fromkeys([*likely[:3], *self._suggested(parts, region)])
            return Unknown(shown, tuple(suggested))
        # The name is known but not the rest, or not there: ask, even about one.
        return choices(shown, rows, region, near)

    def _with_slips(self, answer: Answer, shown: str) -> Answer:
        """Ask about a far hamlet that may be a slip of the pen: Gatehead, Gateshead."""
        if not isinstance(answer, Found):
            return answer
        towns = self._suggestions.slips_of(fold(shown))
        meant = [row.place for name in towns for row in self._shown(name)]
        return Choices(shown, (*meant, answer.place)) if meant else answer

    def _shown(self, name: str) -> list[Row]:
        return self._store.shown_as(fold(name))

    def _longest_name(self, words: list[str]) -> tuple[list[Row], list[str]]:
        """The places that the most leading words name, and the words left over."""
        for length in range(len(words), 0, -1):
            rows = self._store.named(" ".join(words[:length]))
            if rows:
                return rows, words[length:]
        return [], []

    def _suggested(self, parts: list[str], region: str) -> tuple[str, ...]:
        """Towns of a county; or names like the first part, then what the later parts name."""
        towns = self._hints.towns_in(fold(parts[0]))
        if towns:
            return tuple(row.place.name for row in towns)
        like = self._suggestions.like(fold(parts[0]), region)
        around = [row for part in parts[1:] for row in self._store.named(fold(part))[:1]]
        return tuple(dict.fromkeys([*like, *(row.place.name for row in around)]))
