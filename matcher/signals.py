"""Everything about the person and the catalogue that is worked out in columns, at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue import Catalogue
from matcher.distance import closeness, kilometres
from matcher.encoder import Encoder
from matcher.meaning import PersonVectors, person_vectors
from matcher.person import Person
from matcher.reading import Heard
from matcher.scoring import FILED_ELSEWHERE, Weights, weights_for
from matcher.segment import Floats, Segment
from matcher.wording import Wording, wording_of
from matcher.words import word_shares

# Mean cosine, with MiniLM, of unrelated texts and of texts that plainly belong together.
_UNRELATED, _PLAIN = 0.05, 0.55

# What each cosine counts for: the listing's whole text to all that was said and to what was
# wanted, its best sentence to the same two, and the best pair of sentences.
_COSINES = np.array([0.35, 0.2, 0.2, 0.15, 0.1], dtype=np.float32)

# Shared subjects add up, each next one counting less: half of everything at this sum.
_HALF_SUBJECTS = 1.0

# What was asked for this plainly, and is done there by the listing's own account, counts again.
_PLAINLY_ASKED = 0.8
_FAINTLY_ASKED = 0.3
_OFFERED = 1.5


@dataclass(frozen=True, slots=True)
class Signals:
    """Columns over all rows of the catalogue, float shares in [0, 1] unless said otherwise.

    ``away_km`` holds NaN where no distance can be measured; ``topic`` is how far a listing is
    about what the person said, all subject matters weighed together; ``is_named`` where it is
    filed under, or called by, a subject that the person named outright. ``floor`` is the topic
    under which a listing is left out.
    """

    weights: Weights
    wording: Wording
    vectors: PersonVectors | None
    asked: Floats
    meaning: Floats
    subject: Floats
    words: Floats
    topic: Floats
    is_named: NDArray[np.bool_]
    floor: Floats
    away_km: NDArray[np.float64]
    near: NDArray[np.float64]


def signals_of(
    person: Person, heard: Heard, catalogue: Catalogue, encoder: Encoder | None
) -> Signals:
    """Works out every column for one person."""
    wording = wording_of(heard, person, catalogue)
    usable = encoder is not None and encoder.dimensions == catalogue.dimensions
    vectors = None
    if encoder is not None and usable:
        vectors = person_vectors(heard.wishes, heard.is_want, encoder)
    asked = wording.subjects
    if vectors is not None:
        asked = np.maximum(asked, vectors.subjects)
    meaning = np.concatenate([_meaning(vectors, segment) for segment in catalogue.segments])
    telling = asked * catalogue.rarity
    plain = asked >= _PLAINLY_ASKED
    subject = np.concatenate([_subject(telling, plain, segment) for segment in catalogue.segments])
    words = word_shares(wording.stems, catalogue)
    away = np.concatenate([kilometres(person.home, segment) for segment in catalogue.segments])
    weights = weights_for(wording.told)
    weighed = weights.meaning * meaning + weights.subject * subject + weights.words * words
    return Signals(
        weights=weights,
        wording=wording,
        vectors=vectors,
        asked=asked,
        meaning=meaning,
        subject=subject,
        words=words,
        topic=(weighed / weights.topic).astype(np.float32),
        is_named=_sharing(wording.subjects >= 1, catalogue),
        floor=weights.floor * _floor_factor(asked, catalogue),
        away_km=away,
        near=closeness(away, person.travel),
    )


def _meaning(vectors: PersonVectors | None, segment: Segment) -> Floats:
    if vectors is None or not len(segment.rows):
        return np.zeros(len(segment.rows), dtype=np.float32)
    rows = np.vstack([vectors.whole, vectors.wanted, vectors.parts])
    whole = segment.whole @ rows[:2].T
    best = np.maximum.reduceat(segment.sentences @ rows.T, segment.sentence_start, axis=0)
    pair = best[:, 2:].max(axis=1)
    mean = _COSINES @ np.vstack([whole.T, best[:, :2].T, pair])
    share: Floats = np.clip((mean - _UNRELATED) / (_PLAIN - _UNRELATED), 0, 1)
    return share


def _subject(telling: Floats, plain: NDArray[np.bool_], segment: Segment) -> Floats:
    shared = segment.subjects @ telling
    shared += _OFFERED * (segment.offered[:, plain].any(axis=1))
    share: Floats = shared / (shared + _HALF_SUBJECTS)
    return share


def _sharing(terms: NDArray[np.bool_], catalogue: Catalogue) -> NDArray[np.bool_]:
    """Whether each listing is filed under one of the terms, or its name says so: bool (rows,)."""
    return np.concatenate(
        [(segment.subjects[:, terms] >= 1).any(axis=1) for segment in catalogue.segments]
    )


def _floor_factor(asked: Floats, catalogue: Catalogue) -> Floats:
    filed = np.concatenate([segment.is_filed for segment in catalogue.segments])
    elsewhere = filed & ~_sharing(asked >= _FAINTLY_ASKED, catalogue)
    return np.where(elsewhere, FILED_ELSEWHERE, 1.0).astype(np.float32)
