"""How far away a listing is, and how much that matters to somebody on foot, by bus or by car."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.person import Home, Point, Travel
from matcher.segment import Segment

Kilometres = NDArray[np.float64]

_EARTH_KM = 6371.0088
"""Mean radius of the Earth, IUGG."""


@dataclass(frozen=True, slots=True)
class Pace:
    """``half_km`` is where closeness has fallen to a half; ``minutes_a_km`` is door to door."""

    half_km: float
    minutes_a_km: float
    fixed_minutes: float


# Walking 4.8 km/h over streets 1.2 times as long as the straight line; a bus wait of ten
# minutes. Halves follow how far people usually go for something weekly by each means.
PACES = {
    Travel.WALK: Pace(half_km=1.2, minutes_a_km=15, fixed_minutes=0),
    Travel.BUS: Pace(half_km=5.0, minutes_a_km=4, fixed_minutes=10),
    Travel.CAR: Pace(half_km=9.0, minutes_a_km=2, fixed_minutes=3),
}
_ANY_PACE = Pace(half_km=6.0, minutes_a_km=0, fixed_minutes=0)

NO_DISTANCE = 0.5
"""Closeness where none can be measured: online and national things neither vanish nor float."""


def pace_of(travel: Travel | None) -> Pace:
    return _ANY_PACE if travel is None else PACES[travel]


def kilometres(home: Home | None, segment: Segment) -> Kilometres:
    """Kilometres to each listing's nearest exact venue: float64 (listings,), NaN where unknown."""
    nearest = np.full(len(segment.rows), np.inf)
    if home is not None and len(segment.venues):
        away = great_circle(home.point, segment.venues)
        np.minimum.at(nearest, segment.venue_owners, away)
    nearest[np.isinf(nearest)] = np.nan
    return nearest


def great_circle(start: Point, ends: NDArray[np.float64]) -> Kilometres:
    """Haversine kilometres from one point to many (rows of degrees north, east)."""
    lat, lng = np.radians(start.lat), np.radians(start.lng)
    lats, lngs = np.radians(ends[:, 0]), np.radians(ends[:, 1])
    squared = (
        np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lngs - lng) / 2) ** 2
    )
    away: Kilometres = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(squared, 0, 1)))
    return away


def between(start: Point, end: Point) -> float:
    """Kilometres in a straight line between two points."""
    return float(great_circle(start, np.array([[end.lat, end.lng]]))[0])


def closeness(away: Kilometres, travel: Travel | None) -> Kilometres:
    """Shares in [0, 1] that fall as the distance grows: 1 next door, a half at ``half_km``."""
    half = pace_of(travel).half_km
    near: Kilometres = 1 / (1 + (away / half) ** 2)
    return np.where(np.isnan(away), NO_DISTANCE, near)


def closeness_of(away_km: float, travel: Travel | None) -> float:
    """The same for one distance."""
    return float(closeness(np.array([away_km]), travel)[0])
