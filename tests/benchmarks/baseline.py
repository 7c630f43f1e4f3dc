"""What the matcher has to beat: plain BM25, plain MiniLM, and their standardised sum."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.analysis import stems
from matcher.catalogue import Catalogue
from matcher.encoder import Encoder
from matcher.words import word_scores

Column = NDArray[np.float64]


def bm25(query: str, catalogue: Catalogue) -> Column:
    """Every stem of the query, none corrected, expanded or left out."""
    return word_scores(dict.fromkeys(stems(query), 1.0), catalogue).astype(np.float64)


def minilm(query: str, catalogue: Catalogue, encoder: Encoder) -> Column:
    """The whole query against each whole listing."""
    whole = np.concatenate([segment.whole for segment in catalogue.segments])
    return (whole @ encoder.encode([query])[0]).astype(np.float64)


def summed(*columns: Column) -> Column:
    """The columns standardised and added: the second half as heavy as the first."""
    weights = (1.0, 0.5)
    standard = [(one - one.mean()) / (one.std() + 1e-9) for one in columns]
    total: Column = sum(
        (weight * one for weight, one in zip(weights, standard, strict=True)),
        start=np.zeros_like(standard[0]),
    )
    return total


def best(scores: Column, ids: Sequence[str], count: int) -> list[str]:
    """The ids of the highest scores, best first."""
    order = np.argsort(-scores, kind="stable")[:count]
    return [ids[place] for place in order]
