"""One entry for each place, from sources that overlap."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from directory.places.distance import distance_km
from directory.places.place import Country
from directory.places.source import Entry
from directory.places.spelling import fold

# Namesakes nearer than this are one place; a guessed position may be this much further off.
SAME_PLACE_KM = 6.0
GUESS_KM = 6.0
LARGEST_REACH_KM = 25.0
# Everybody says Newcastle. Of a village on a river that is not so.
TOWN_PEOPLE = 10_000
RIVER = re.compile(r" (?:upon|under|on) ")

Key = tuple[str, bool]


def breadth_km(population: int) -> float:
    """How far a town reaches: a million people 17 km, by density, and none beyond 25."""
    return min(LARGEST_REACH_KM, math.sqrt(population) / 60)


def keys_of(entry: Entry) -> tuple[str, ...]:
    """Every spelling that the place answers to."""
    keys = [fold(name) for name in (entry.name, *entry.also)]
    if entry.population >= TOWN_PEOPLE:
        keys.append(RIVER.split(keys[0])[0])
    return tuple(dict.fromkeys(keys))


def merge(entries: Iterable[Entry]) -> list[Entry]:
    """The distinct places; of two entries for one place the earlier keeps its name and point."""
    merged: list[Entry] = []
    known: dict[Key, list[int]] = defaultdict(list)
    for entry in entries:
        is_nz = entry.country is Country.NZ
        twin = _twin(entry, merged, known[fold(entry.name), is_nz])
        if twin is None:
            for key in keys_of(entry):
                known[key, is_nz].append(len(merged))
            merged.append(entry)
        else:
            merged[twin] = _joined(merged[twin], entry)
    return merged


def _twin(entry: Entry, merged: list[Entry], namesakes: list[int]) -> int | None:
    for position in namesakes:
        other = merged[position]
        guess = GUESS_KM if entry.is_coarse or other.is_coarse else 0.0
        reach = SAME_PLACE_KM + guess + breadth_km(max(entry.population, other.population))
        if distance_km(entry.lat, entry.lng, other.lat, other.lng) <= reach:
            return position
    return None


def _joined(kept: Entry, entry: Entry) -> Entry:
    better = kept.is_coarse and not entry.is_coarse
    return replace(
        kept,
        lat=entry.lat if better else kept.lat,
        lng=entry.lng if better else kept.lng,
        is_coarse=kept.is_coarse and entry.is_coarse,
        population=kept.population or entry.population,
        postal=kept.postal or entry.postal,
    )
