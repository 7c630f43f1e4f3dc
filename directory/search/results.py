"""Narrows, orders and counts what was found; pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from directory.search.filters import Choice, filter_choices, is_kept, kind_choices
from directory.search.forms import DISTANCE, SOONEST
from directory.search.queries import Found

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Results:
    """``shown`` are the first of ``total`` that the filters leave."""

    shown: tuple[Found, ...]
    total: int
    filters: tuple[Choice, ...]
    kinds: tuple[Choice, ...]

    @property
    def has_more(self) -> bool:
        return len(self.shown) < self.total


def narrowed(
    found: Sequence[Found],
    *,
    keys: frozenset[str],
    kinds: frozenset[str],
    sort: str,
    most: int,
    now: datetime,
) -> Results:
    of_any_kind = [each.listing for each in found if is_kept(each.listing, keys, ())]
    kept = [each for each in found if is_kept(each.listing, keys, kinds)]
    return Results(
        shown=tuple(_ordered(kept, sort, now)[:most]),
        total=len(kept),
        filters=filter_choices([each.listing for each in kept], keys),
        kinds=kind_choices(of_any_kind, kinds),
    )


def _ordered(found: Sequence[Found], sort: str, now: datetime) -> list[Found]:
    """Ties, and what has no distance or no date, keep the order of fit."""
    if sort == DISTANCE:
        return sorted(found, key=lambda each: _or_last(each.match.distance_km))
    if sort == SOONEST:
        return sorted(found, key=lambda each: _next(each, now))
    return list(found)


def _next(found: Found, now: datetime) -> datetime:
    # The catalogue is read once a day, so what was on this morning may still be in it.
    return next((start for start in found.listing.upcoming if start >= now), NEVER)


def _or_last(distance_km: float | None) -> float:
    return math.inf if distance_km is None else distance_km
