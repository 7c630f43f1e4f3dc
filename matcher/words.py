"""Closeness in words: BM25F over a listing's name, subjects, text, and the names it gives."""

import numpy as np

from matcher.catalogue import FEWEST, Catalogue
from matcher.segment import Floats, Postings, Segment

# Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.6, with its
# usual settings; a word in the name or the subjects says more than one in the text, and one in
# the name of a place or an organisation says next to nothing of what happens there.
_SATURATION = 1.2
_LENGTH_SHARE = np.array([0.5, 0.3, 0.75, 0.5], dtype=np.float32)
_FIELD_WEIGHT = np.array([2.5, 2.0, 1.0, 0.03], dtype=np.float32)

# BM25 that counts as half a match: a fairly uncommon word, and no more than four of them,
# for somebody who tells a long story need not be met in every word.
_HALF_A_WORD = 3.0
_MOST_WORDS = 4.0


def word_shares(stems: dict[str, float], catalogue: Catalogue) -> Floats:
    """Shares in [0, 1] for every row of the catalogue, rising with BM25F: float32 (rows,)."""
    scores = word_scores(stems, catalogue)
    asked = min(max(sum(stems.values()), 1.0), _MOST_WORDS)
    shares: Floats = scores / (scores + np.float32(_HALF_A_WORD * asked))
    return shares


def word_scores(stems: dict[str, float], catalogue: Catalogue) -> Floats:
    """BM25F of every row of the catalogue, from 0 up: float32 (rows,)."""
    total = max(len(catalogue.ids), FEWEST)
    scores = [np.zeros(len(segment.rows), dtype=np.float32) for segment in catalogue.segments]
    for stem, weight in sorted(stems.items()):
        having = catalogue.listings_with(stem)
        if not having:
            continue
        rarity = np.log(1 + (total - having + 0.5) / (having + 0.5))
        for segment, score in zip(catalogue.segments, scores, strict=True):
            found = segment.postings.get(stem)
            if found is not None:
                score[found.places] += weight * rarity * _frequency(found, segment, catalogue)
    return np.concatenate(scores)


def _frequency(found: Postings, segment: Segment, catalogue: Catalogue) -> Floats:
    length = segment.lengths[found.places] / catalogue.mean_lengths
    normalised = found.counts / (1 - _LENGTH_SHARE + _LENGTH_SHARE * length)
    often = (normalised * _FIELD_WEIGHT).sum(axis=1)
    saturated: Floats = often * (_SATURATION + 1) / (often + _SATURATION)
    return saturated
