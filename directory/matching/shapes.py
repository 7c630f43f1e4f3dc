"""The matcher's shapes, for the features: the only way to them that is not ``matcher`` itself."""

from matcher.answer import Answer, Match, SetAside, Widening
from matcher.listing import Listing
from matcher.person import Home, Must, Person, Point, Travel

__all__ = [
    "Answer",
    "Home",
    "Listing",
    "Match",
    "Must",
    "Person",
    "Point",
    "SetAside",
    "Travel",
    "Widening",
]
