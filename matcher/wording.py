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

# A whole sentence of little words is told, not typed into a box: "since I stopped I sit about
# all day" has one stem to search for, which must not decide alone.
_WORDS_AS_STEMS = 0.6


@dataclass(frozen=True, slots=True)
class Wording:
    """``stems`` to their weights, said ones and synonyms. ``told`` is how much was told, in stems.

    ``subjects`` is float32 (terms,), 1 where named or ticked, less where only implied.
    ``mentions`` stand in ``spoken``, the person's folded words.
    """

    stems: dict[str, float]
    told: float
    subjects: Floats
    mentions: tuple[Mention, ...]
    spoken: tuple[str, ...]


# What somebody may look for whose days were filled by something that has ended.
_AFTER_AN_ENDING = {"mind.purpose": 0.8, "people.social": 0.4, "give.volunteer": 0.4}

# What somebody looks for who is too much alone.
_WHEN_LONELY = {"people.social": 1.0, "people.befriend": 0.4, "people.lunch": 0.4}
_WHEN_GRIEVING = {"mind.grief": 0.8}
# What suits a body that makes moving hard, whatever else is wished for.
_WHEN_FRAIL = {"move.seated": 0.3, "move.gentle": 0.3}


def wording_of(heard: Heard, person: Person, catalogue: Catalogue) -> Wording:
    """Reads wishes into stems and subjects, typing slips put right, synonyms added lightly."""
    taxonomy = Taxonomy.load()
    spoken = [one for wish in heard.wishes for one in words(wish)]
    stems, corrected = _searched(spoken, catalogue)
    told = max(len(stems), _WORDS_AS_STEMS * heard.words_said)
    mentions = taxonomy.mentions(corrected)
    named = {mention.term for mention in mentions} | person.interests | person.needs
    subjects = np.zeros(len(taxonomy.terms), dtype=np.float32)
    for is_so, implied in (
        (heard.has_stopped, _AFTER_AN_ENDING),
        (heard.is_lonely, _WHEN_LONELY),
        (heard.grieves, _WHEN_GRIEVING),
        (heard.is_frail, _WHEN_FRAIL),
    ):
        for term, share in implied.items() if is_so else ():
            place = taxonomy.position[term]
            subjects[place] = max(subjects[place], share)
    for term in sorted(named & taxonomy.position.keys()):
        subjects[taxonomy.position[term]] = 1
        for synonym in _synonym_stems(term):
            stems.setdefault(synonym, _EXPANDED)
    return Wording(stems, told, subjects, tuple(mentions), tuple(spoken))


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
    return _listed("speech_words.txt")


@lru_cache(maxsize=1)
def never_quoted() -> frozenset[str]:
    """Stems of everyday verbs and of parts of the body: no reason to offer something."""
    return frozenset(root for word in _listed("never_quoted.txt") if (root := stem(word)))


def _listed(name: str) -> frozenset[str]:
    text = files("matcher").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(text.split())
