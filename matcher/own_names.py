"""Tells the names that a listing gives from what it is about.

A walk that meets at the Botanic Gardens car park is not gardening.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from matcher.analysis import fold, stem, words
from matcher.listing import Listing

_WORD = re.compile(r"[^\W_]+(?:['’‘ʻ][^\W_]+)*")
_WHERE = frozenset(
    (
        *("at", "in", "inside", "on", "round", "around", "behind", "near", "by", "beside"),
        *("outside", "opposite", "from", "through", "to"),
    )
)
_BEFORE_A_NAME = frozenset(("the", "our", "old"))


_folded = lru_cache(maxsize=100_000)(fold)


def names_of(listing: Listing) -> tuple[str, ...]:
    """Who runs it and where it meets: the names that say nothing of what happens there."""
    given = dict.fromkeys([listing.organisation, *_places(listing)])
    return tuple(name for name in given if name and name != listing.name)


def without_places(text: str, listing: Listing) -> str:
    """The text without the names of the listing's own places, where it says where it meets.

    Only runs of two or more words go, after a word such as "at": a book club at a library is
    about books, and people who look after their community garden are gardening.
    """
    pairs = {pair for name in _places(listing) for pair in _telling_pairs(words(name))}
    if not pairs:
        return text
    spoken = list(_WORD.finditer(text))
    left = list(text)
    for place in _named([_folded(word[0]) for word in spoken], pairs):
        left[spoken[place].start() : spoken[place].end()] = " "
    return "".join(left)


def _places(listing: Listing) -> list[str]:
    return [name for venue in listing.venues for name in (venue.name, venue.locality)]


def _named(folded: list[str], pairs: set[tuple[str, str]]) -> list[int]:
    """Positions of the words of a place's name, the last first, so that cutting moves none."""
    found: set[int] = set()
    for place, pair in enumerate(pairwise(folded)):
        if pair in pairs and (place in found or _says_where(folded, place)):
            found |= {place, place + 1}
    return sorted(found, reverse=True)


def _says_where(folded: list[str], place: int) -> bool:
    while place and folded[place - 1] in _BEFORE_A_NAME:
        place -= 1
    return place > 0 and folded[place - 1] in _WHERE


def _telling_pairs(name: list[str]) -> Iterator[tuple[str, str]]:
    """Neighbours in a name; "of the" is in every text and names nothing."""
    for pair in pairwise(name):
        if any(stem(word) is not None for word in pair):
            yield pair
