"""The part of an address that says which neighbourhood it is in."""

import re

from directory.places.spelling import fold

BETWEEN_PARTS = re.compile(r"[,;\n]")
STREET_WORDS = frozenset(
    """avenue ave close court crescent cres drive grove highway lane parade place pl quay rd road
    square street st terrace tce way""".split()  # noqa: SIM905
)


def without_street(text: str) -> list[str]:
    """The parts between commas, less the leading ones that are plainly a street.

    >>> without_street("10 Example Street, Elsdon, Porirua")
    ['Elsdon', 'Porirua']
    """
    parts = [part.strip() for part in BETWEEN_PARTS.split(text) if fold(part)]
    while len(parts) > 1 and _is_street(fold(parts[0]).split()):
        parts = parts[1:]
    return parts


def _is_street(words: list[str]) -> bool:
    has_number = any(character.isdigit() for character in words[0])
    return len(words) > 1 and (has_number or words[-1] in STREET_WORDS)
