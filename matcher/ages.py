"""Spans of age, and reading them out of what people and listings write."""

import re
from dataclasses import dataclass

OLDEST = 120


@dataclass(frozen=True, slots=True)
class Ages:
    """From ``least`` to ``most`` years, both included."""

    least: int
    most: int

    def meets(self, other: "Ages") -> bool:
        """Whether any age lies in both."""
        return self.least <= other.most and other.least <= self.most

    def joined(self, other: "Ages") -> "Ages":
        """The span from the youngest to the oldest of both."""
        return Ages(min(self.least, other.least), max(self.most, other.most))


_NUMBER = r"(\d{1,2})"
_YEARS = r"\s*(?:years?|yrs?|y\.?o\.?|year[\s-]olds?)"
_DASH = r"\s*(?:-|–|—|to|and|through to|up to)\s*"

_SPANS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:aged?|ages|age range|between)\s*(?:of\s*)?{_NUMBER}{_YEARS}?{_DASH}{_NUMBER}\b",
        rf"\b{_NUMBER}{_YEARS}?{_DASH}{_NUMBER}{_YEARS}\b",
        rf"\bfor {_NUMBER}\s*[-–]\s*{_NUMBER}s\b",
    )
)
_AT_LEAST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:over|aged over|ages? over|older than) (?:the age of )?{_NUMBER}s\b",
        rf"\b(?:aged|ages?) (?:over )?{_NUMBER}(?:{_YEARS})?\s*(?:\+|and over|and older"
        rf"|and above|plus)",
        rf"\bover the age of {_NUMBER}\b",
        rf"\b{_NUMBER}{_YEARS}? (?:and|or) (?:over|older|above)\b",
        rf"\bover {_NUMBER}{_YEARS} (?:of age|old)\b",
        rf"\bover[\s-]{_NUMBER}s\b",
        rf"\bpeople over {_NUMBER}\b",
        rf"\b(?:ages?|aged|for) {_NUMBER}\+",
        rf"\bmid {_NUMBER}s and (?:upwards|over|older)\b",
    )
)
_AT_MOST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bunder[\s-]{_NUMBER}s\b",
        rf"\b(?:aged |age )under {_NUMBER}\b",
        rf"\bunder (?:the age of )?{_NUMBER}(?:{_YEARS})?(?: of age| old)?(?= |$|[.,;)])",
        rf"\b(?:up to|until) the age of {_NUMBER}\b",
        rf"\b(?:birth|0|babies|newborns?) to {_NUMBER}\b",
        rf"\bup to {_NUMBER}{_YEARS} (?:of age|old)\b",
    )
)
_STRICTLY_UNDER = "under"


def ages_in(folded: str) -> list[Ages]:
    """Every span of ages that a folded text states of those it is for.

    >>> ages_in("a club for children aged 5-12 yrs")
    [Ages(least=5, most=12)]
    >>> ages_in("run for over 40 years")
    []
    """
    found = [
        Ages(*sorted((int(span[1]), int(span[2]))))
        for pattern in _SPANS
        for span in pattern.finditer(folded)
    ]
    if found:
        return list(dict.fromkeys(found))
    found = [Ages(int(at[1]), OLDEST) for rule in _AT_LEAST for at in rule.finditer(folded)]
    for rule in _AT_MOST:
        for at in rule.finditer(folded):
            limit = int(at[1]) - (_STRICTLY_UNDER in at[0])
            found.append(Ages(0, limit))
    return list(dict.fromkeys(found))
