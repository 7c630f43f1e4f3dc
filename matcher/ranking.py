"""Puts listings in order, looking closely only at those that could still come high."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue import Catalogue
from matcher.fit import fit_share
from matcher.person import Person
from matcher.phrases import Voice
from matcher.reading import Heard
from matcher.scoring import LEAST_OF_BEST, WITHOUT_MEANING
from matcher.segment import Indexed
from matcher.signals import Signals
from matcher.suiting import suiting_share
from matcher.verdicts import Stance, Verdict, verdicts

_AT_A_TIME = 64

# The bound is summed in another order than the score.
_ROUNDING = 1e-6

# Looked at closely in a row without one that fits, before giving up: it keeps an impossible
# wish quick in a catalogue of a whole country.
_MOST_IN_VAIN = 4_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """One listing looked at closely. ``parts`` add up to ``score``, a share in [0, 1].

    ``topic`` is the share by which it is about what the person said.
    """

    row: Indexed
    score: float
    parts: dict[str, float]
    topic: float
    away_km: float | None
    found: tuple[Verdict, ...]

    @property
    def against(self) -> tuple[Verdict, ...]:
        """The verdicts that rule it out; empty when it can be offered."""
        return tuple(verdict for verdict in self.found if verdict.stance is Stance.DOES_NOT)

    @property
    def is_worth_mentioning(self) -> bool:
        """Whether anybody could want to hear of it: no other country, nothing absurdly far."""
        return all(verdict.mentioned for verdict in self.against)

    @property
    def order(self) -> tuple[float, str]:
        """Best first, ties by id, whatever order the listings came in."""
        return (-self.score, self.row.listing.id)


@dataclass(frozen=True, slots=True)
class Ranked:
    """``fitting`` and ``ruled_out``, each best first."""

    fitting: tuple[Candidate, ...]
    ruled_out: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """One person's search of one catalogue at one moment."""

    person: Person
    heard: Heard
    catalogue: Catalogue
    signals: Signals
    now: datetime
    voice: Voice

    @property
    def today(self) -> date:
        return self.now.date()

    def look_at(self, index: int) -> Candidate:
        """Judges and scores the listing in one row of the catalogue."""
        row, signals = self.catalogue.rows[index], self.signals
        weights = signals.weights
        away = float(signals.away_km[index])
        away_km = None if np.isnan(away) else away
        found = verdicts(self.person, self.heard, row, away_km, self.voice)
        fit = fit_share(self.person, self.heard, row, found, self.today)
        parts = {
            "meaning": weights.meaning * float(signals.meaning[index]),
            "subject": weights.subject * float(signals.subject[index]),
            "words": weights.words * float(signals.words[index]),
            "distance": weights.distance * float(signals.near[index]),
            "fit": weights.fit * fit,
        }
        suiting = suiting_share(
            self.person, self.heard, signals.asked, signals.wording.subjects, row
        )
        parts = {name: suiting * part for name, part in parts.items()}
        topic = float(signals.topic[index])
        return Candidate(row, sum(parts.values()), parts, topic, away_km, found)

    def rank(self, wanted: int, restrict_to: frozenset[str] | None) -> Ranked:
        """The best ``wanted`` that fit, and those ruled out that would have come as high."""
        bound = self._bounds()
        fitting: list[Candidate] = []
        ruled_out: list[Candidate] = []
        in_vain = 0
        for chunk in self._chunks(bound, restrict_to):
            settled = self._is_settled(fitting, wanted, float(bound[chunk[0]]))
            if settled or in_vain > _MOST_IN_VAIN:
                break
            seen = [self.look_at(int(index)) for index in chunk]
            fresh = [one for one in seen if not one.against]
            in_vain = 0 if fresh else in_vain + len(seen)
            fitting = self._near_the_best([*fitting, *fresh])
            ruled_out += [one for one in seen if one.against]
        ruled_out.sort(key=lambda one: one.order)
        return Ranked(tuple(fitting[:wanted]), tuple(ruled_out))

    def _bounds(self) -> NDArray[np.float64]:
        """The most that each row can score: all but its fit, and a perfect fit."""
        signals, weights = self.signals, self.signals.weights
        nearness = weights.distance * signals.near + weights.fit
        bounds: NDArray[np.float64] = weights.topic * signals.topic + nearness
        return bounds + _ROUNDING

    def _chunks(
        self, bound: NDArray[np.float64], restrict_to: frozenset[str] | None
    ) -> Iterator[NDArray[np.int64]]:
        floor = self._eased * self.signals.floor
        able = self.catalogue.is_alive & ((self.signals.topic >= floor) | self.signals.is_named)
        if restrict_to is not None:
            chosen = (row.listing.id in restrict_to for row in self.catalogue.rows)
            able &= np.fromiter(chosen, dtype=np.bool_, count=len(able))
        rows = np.flatnonzero(able)
        order = rows[np.argsort(-bound[rows], kind="stable")]
        for start in range(0, len(order), _AT_A_TIME):
            yield order[start : start + _AT_A_TIME]

    def _near_the_best(self, fitting: list[Candidate]) -> list[Candidate]:
        """Those about as much on the topic as the one that is most so, best score first."""
        most = max((one.topic for one in fitting), default=0.0)
        least = self._eased * LEAST_OF_BEST * most
        return sorted((one for one in fitting if one.topic >= least), key=lambda one: one.order)

    @property
    def _eased(self) -> float:
        return WITHOUT_MEANING if self.signals.vectors is None else 1.0

    @staticmethod
    def _is_settled(fitting: list[Candidate], wanted: int, bound: float) -> bool:
        return len(fitting) >= wanted and fitting[wanted - 1].score > bound
