"""Distances that are good enough to say which of two places is nearer."""

import math

import numpy as np
import numpy.typing as npt

KM_A_DEGREE = 111.2
Floats = npt.NDArray[np.float64]


def distance_km(lat: float, lng: float, other_lat: float, other_lng: float) -> float:
    """Kilometres on a flat map: within 1 % below 100 km, and a long way stays a long way."""
    east = _short_way(other_lng - lng) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(other_lat - lat, east) * KM_A_DEGREE


def _short_way(degrees: float) -> float:
    """A difference of longitude across the date line where that is shorter: the Chathams."""
    return (degrees + 180) % 360 - 180


class Points:
    """Many points, to find the nearest of."""

    def __init__(self, points: list[tuple[float, float]]) -> None:
        self._lats: Floats = np.array([lat for lat, _ in points], dtype=np.float64)
        self._lngs: Floats = np.array([lng for _, lng in points], dtype=np.float64)

    def distances_km(self, lat: float, lng: float) -> Floats:
        """Kilometres from one point to each, in the order given."""
        east = ((self._lngs - lng + 180) % 360 - 180) * math.cos(math.radians(lat))
        return np.hypot(self._lats - lat, east) * KM_A_DEGREE
