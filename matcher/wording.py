"""What a person's words are searched for: stems with their weights, and subjects."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from matcher.analysis import stem, words
from matcher.catalogue import Catalogue
from matcher.person import Person
from matcher.reading import Heard
from matcher.segment import Floats
from matcher.spelling import is_known, stem_like, subject_word
from matcher.taxonomy import Mention, Taxonomy

_MOST_STEMS = 200
"""Different stems of one text that are searched for; a long story has fewer."""

_SAID, _CORRECTED, _EXPANDED = 1.0, 0.7, 0.15


@dataclass(frozen=True, slots=True)
class Wording:
    """``stems`` to their weights, of which ``said_stems`` were said and the rest are synonyms.

    ``subjects`` is float32 (terms,), 1 where named or ticked. ``mentions`` stand in ``spoken``,
    the person's folded words.
    """

    stems: dict[str, float]
    said_stems: int
    subjects: Floats
    mentions: tuple[Mention, ...]
    spoken: tuple[str, ...]


def wording_of(heard: Heard, person: Person, catalogue: Catalogue) -> Wording:
    """Reads wishes into stems and subjects, typing slips put right, synonyms added lightly."""
    taxonomy = Taxonomy.load()
    spoken = [one for wish in heard.wishes for one in words(wish)]
    stems, corrected = _searched(spoken, catalogue)
    said_stems = len(stems)
    mentions = taxonomy.mentions(corrected)
    named = {mention.term for mention in mentions} | person.interests | person.needs
    subjects = np.zeros(len(taxonomy.terms), dtype=np.float32)
    for term in sorted(named & taxonomy.position.keys()):
        subjects[taxonomy.position[term]] = 1
        for synonym in _synonym_stems(term):
            stems.setdefault(synonym, _EXPANDED)
    return Wording(stems, said_stems, subjects, tuple(mentions), tuple(spoken))


def _searched(spoken: list[str], catalogue: Catalogue) -> tuple[dict[str, float], list[str]]:
    """Stems with weights, and the words with slips in subjects' names put right."""
    stems: dict[str, float] = {}
    corrected = list(spoken)
    for place, word in enumerate(spoken):
        root = stem(word)
        if root is None or word in speech_words() or len(stems) >= _MOST_STEMS:
            continue
        if root in stems or is_known(word, root, catalogue):
            stems[root] = _SAID
            continue
        corrected[place] = subject_word(word) or word
        for better in (stem(corrected[place]), stem_like(root, catalogue)):
            if better is not None:
                stems.setdefault(better, _CORRECTED)
    return stems, corrected


def _synonym_stems(term: str) -> Iterator[str]:
    for phrase in Taxonomy.load().term(term).synonyms:
        spoken = words(phrase)
        if len(spoken) == 1 and (root := stem(spoken[0])) is not None:
            yield root


@lru_cache(maxsize=1)
def speech_words() -> frozenset[str]:
    """Folded words that everyone uses and that name nothing to look for."""
    text = files("matcher").joinpath("data", "speech_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
