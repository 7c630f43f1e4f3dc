"""The usual measures of a ranked list against graded judgements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

DEPTH = 10
_GOOD = 2


@dataclass(frozen=True, slots=True)
class Quality:
    """One ranked list's figures, each a share in [0, 1]."""

    ndcg_10: float
    precision_5: float
    recall_10: float
    first_good: float


def quality(ranked: Sequence[str], grades: Mapping[str, int]) -> Quality:
    """``precision_5`` and ``first_good`` (reciprocal rank) count grades of 2 and over as good.

    nDCG has gain 2^grade - 1; recall is of everything graded.
    """
    got = [grades.get(id, 0) for id in ranked[:DEPTH]]
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    good = [place for place, grade in enumerate(got, start=1) if grade >= _GOOD]
    return Quality(
        ndcg_10=_gain(got) / _gain(best),
        precision_5=sum(1 for place in good if place <= 5) / 5,
        recall_10=sum(1 for grade in got if grade) / sum(1 for grade in grades.values() if grade),
        first_good=1 / good[0] if good else 0.0,
    )


def _gain(grades: Sequence[int]) -> float:
    places = np.arange(2, len(grades) + 2)
    return float(((2.0 ** np.array(grades) - 1) / np.log2(places)).sum())


def mean_and_error(figures: Sequence[float]) -> tuple[float, float]:
    """The mean, and its standard error over people."""
    values = np.array(figures)
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))
