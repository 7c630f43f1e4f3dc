"""Counts results that plainly break what a person must have, by rules of its own.

The matcher's own reading would find nothing to object to in its own results, so these checks
are written apart from it, and only count what a reader would call plain.
"""

import re

from matcher.analysis import fold
from matcher.distance import between
from matcher.listing import Listing
from matcher.person import Must, Person

_CHILDREN_ONLY = re.compile(
    r"\b(?:before|after)[ -](?:and[ -]after[ -])?school care|kindergarten|creche"
    r"|early learning centre"
)
_BROKEN = {
    Must.FREE: re.compile(r"(?:\$|£) ?[1-9]|\bfees? (?:apply|are|is)\b"),
    Must.WOMEN_ONLY: re.compile(r"\bmen only|\bfor men\b"),
    # In the name, or in so many words: one programme of several being for women breaks nothing.
    Must.MEN_ONLY: re.compile(r"^[^.]*\bwom[ae]ns?\b|\bwomen only"),
    Must.EVENINGS: re.compile(r"\b9(?:[.:]\d\d)? ?am ?(?:-|to) ?[2-5](?:[.:]\d\d)? ?pm mon"),
    Must.CHILD_WELCOME: re.compile(r"\badults only|\bno children"),
    Must.SELF_INTRODUCTION: re.compile(r"\b(?:by|on) referral only|\breferral required"),
}
_EXCUSED = {
    Must.FREE: re.compile(r"\bfree\b|\bno c(?:ost|harge)"),
    Must.MEN_ONLY: re.compile(r"\bmens?\b|\btane\b"),
    Must.WOMEN_ONLY: re.compile(r"\bwomen\b|\bwahine\b"),
}
_NO_NEED_TO_GO = re.compile(
    r"\bonline|\bhelpline|\bover the phone|\bhome visit|\bin their own homes?"
)
_ADULT = 30


def breaks(person: Person, listing: Listing) -> list[str]:
    """Names of what a listing plainly breaks: a ``must``, ``max_km`` or a plain age."""
    text = fold(f"{listing.name} . {listing.text}")
    broken = [
        must.value
        for must in sorted(person.must)
        if must in _BROKEN and _BROKEN[must].search(text) and not _is_excused(must, text)
    ]
    if _is_too_far(person, listing) and not _NO_NEED_TO_GO.search(text):
        broken.append("max_km")
    if _is_for_children_alone(person, listing):
        broken.append("age")
    return broken


def _is_excused(must: Must, text: str) -> bool:
    return must in _EXCUSED and bool(_EXCUSED[must].search(text))


def _is_too_far(person: Person, listing: Listing) -> bool:
    points = [venue.point for venue in listing.venues if venue.point and venue.is_exact]
    if person.max_km is None or person.home is None or not points:
        return False
    return min(between(person.home.point, point) for point in points) > person.max_km


def _is_for_children_alone(person: Person, listing: Listing) -> bool:
    speaks_of_child = re.search(
        r"\b(?:boys?|girls?|kids|son|daughter|child|children|mokopuna|tamariki|bubs?|baby"
        r"|little|two)\b",
        fold(person.what_matters),
    )
    is_adult = person.age is not None and person.age >= _ADULT
    return is_adult and not speaks_of_child and bool(_CHILDREN_ONLY.search(fold(listing.name)))
