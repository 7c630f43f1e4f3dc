"""Finds our own taxonomy terms by their id, label or everyday word."""

from collections import defaultdict
from functools import cache

from rapidfuzz import process

from directory.matching.taxonomy import taxonomy
from directory.places.spelling import fold

# In these parts of life a listing helps with a need; in the others it offers something to do.
NEEDS = frozenset({"mind", "body", "whanau", "money", "home"})


def term_named(text: str) -> str | None:
    """The one term that has this id, label or word; None where there is none, or several.

    >>> term_named("Gardening"), term_named("nature.garden"), term_named("name")
    ('nature.garden', 'nature.garden', None)
    """
    text = text.strip()
    if text in taxonomy().position:
        return text
    return _labels().get(fold(text)) or _synonyms().get(fold(text))


def nearest_term(text: str) -> str:
    """The id of the term most like a mistyped one."""
    names = _labels() | {term.id: term.id for term in taxonomy().terms}
    best = process.extractOne(text.strip().casefold(), list(names))
    return names[best[0]] if best else ""


def is_need(term: str) -> bool:
    return term.partition(".")[0] in NEEDS


@cache
def _labels() -> dict[str, str]:
    return {fold(term.label): term.id for term in taxonomy().terms}


@cache
def _synonyms() -> dict[str, str]:
    named: dict[str, set[str]] = defaultdict(set)
    for term in taxonomy().terms:
        for synonym in term.synonyms:
            named[fold(synonym)].add(term.id)
    return {name: min(ids) for name, ids in named.items() if len(ids) == 1}
