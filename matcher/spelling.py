"""Puts typing slips right, from the words that the catalogue and the taxonomy use."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from matcher.analysis import singular
from matcher.catalogue import Catalogue
from matcher.taxonomy import Taxonomy

# Short words have too many neighbours: "peg" is not a slip for "leg".
_SHORTEST = 5
_LONG = 8
_VOWELS = frozenset("aeiouy")


def is_known(word: str, stem: str, catalogue: Catalogue) -> bool:
    """Whether a listing uses the word or it names a subject, so that it is no slip."""
    return singular(word) in _subject_words()[1] or catalogue.listings_with(stem) > 0


def subject_word(word: str) -> str | None:
    """The word for a subject that this one is a slip for, if any.

    >>> subject_word("gardning")
    'gardening'
    """
    return _closest(word, _subject_words()[0].get(word[0], ()))


def stem_like(stem: str, catalogue: Catalogue) -> str | None:
    """The stem in use that this one is a slip for, if any."""
    return _closest(stem, _living(stem[0], catalogue) if len(stem) >= _SHORTEST else ())


def _living(letter: str, catalogue: Catalogue) -> Iterator[str]:
    for segment, _ in catalogue.blocks():
        for stem in segment.stems_by_letter.get(letter, ()):
            if catalogue.listings_with(stem):
                yield stem


def _closest(word: str, others: Iterable[str]) -> str | None:
    if len(word) < _SHORTEST:
        return None
    slips = 1 if len(word) < _LONG else 2
    near = process.extract(word, list(others), scorer=OSA.distance, score_cutoff=slips, limit=None)
    meant = ((slip, str(other)) for other, slip, _ in near if _is_slip(word, str(other), slip))
    return min(meant, default=(0, None))[1]


def _is_slip(word: str, meant: str, slips: int) -> bool:
    """Letters left out, doubled, swapped, or a vowel for a vowel: not one word for another.

    "shouts" is no slip for "scouts", nor "scone" for "stone"; no dictionary is needed to tell.
    """
    edits = Levenshtein.editops(word, meant)
    if len(edits) > slips:  # two letters swapped
        return True
    return all(
        edit.tag != "replace" or {word[edit.src_pos], meant[edit.dest_pos]} <= _VOWELS
        for edit in edits
    )


@lru_cache(maxsize=1)
def _subject_words() -> tuple[dict[str, list[str]], frozenset[str]]:
    vocabulary = sorted(word for word in Taxonomy.load().vocabulary if len(word) >= _SHORTEST)
    letters: dict[str, list[str]] = {}
    for word in vocabulary:
        letters.setdefault(word[0], []).append(word)
    return letters, frozenset(map(singular, Taxonomy.load().vocabulary))
