"""Finds listings by name or organisation, as somebody types."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from matcher.analysis import fold
from matcher.catalogue import Catalogue
from matcher.segment import Segment

_SHORTEST = 2
_LEAST_ALIKE = 75.0
_WHOLE, _START, _WORD_START, _INSIDE = 120.0, 110.0, 105.0, 100.0
_BY_ORGANISATION = 6.0
"""A name outranks an organisation that matches as well."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A listing whose name or organisation looks like what was typed."""

    listing_id: str
    name: str
    organisation: str


def find_by_name(catalogue: Catalogue, text: str, limit: int) -> list[NameHit]:
    """Best first; macrons, capitals and typing slips do not matter, and a beginning is enough."""
    typed = " ".join(fold(text[:100]).split())
    if len(typed) < _SHORTEST:
        return []
    scores: dict[str, float] = {}
    for segment, alive in catalogue.blocks():
        for row, score in _scores(segment, typed).items():
            if alive[row]:
                scores[segment.rows[row].listing.id] = score
    best = sorted(scores, key=lambda id: (-scores[id], catalogue.listing(id).name, id))
    return [_hit(catalogue, id) for id in best[:limit]]


def _scores(segment: Segment, typed: str) -> dict[int, float]:
    scores: dict[int, float] = {}
    for texts, less in ((segment.names, 0.0), (segment.organisations, _BY_ORGANISATION)):
        found = process.extract(
            typed, texts, scorer=fuzz.partial_ratio, score_cutoff=_LEAST_ALIKE, limit=None
        )
        for name, alike, row in found:
            score = _ranked(name, typed, alike) - less
            scores[row] = max(score, scores.get(row, 0.0))
    return scores


def _ranked(name: str, typed: str, alike: float) -> float:
    if name == typed:
        return _WHOLE
    if name.startswith(typed):
        return _START
    if f" {typed}" in name:
        return _WORD_START
    if typed in name:
        return _INSIDE
    # partial_ratio likes names shorter than what was typed; a slip keeps the length.
    return min(alike, 99.0) * min(1.0, len(name) / len(typed))


def _hit(catalogue: Catalogue, id: str) -> NameHit:
    listing = catalogue.listing(id)
    return NameHit(listing.id, listing.name, listing.organisation)
