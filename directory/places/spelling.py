"""One spelling for every way of writing a place: what look-ups compare."""

import re
import unicodedata

APOSTROPHES = re.compile(r"['’‘ʻʼ`´]")
NOT_A_WORD = re.compile(r"[^a-z0-9]+")
SHORTER = {"saint": "st", "mount": "mt", "point": "pt"}
# Words that join a name to the rest and say nothing about where it is.
FILLERS = frozenset({"near", "in", "at"})
UK_POSTCODE = re.compile(r"\b([a-z]{1,2})\s?([0-9][a-z0-9]?)\s*([0-9][a-z]{2})\b", re.IGNORECASE)


def fold(text: str) -> str:
    """Lower case, no macrons or marks, single spaces.

    >>> fold("Rānui,  PORIRUA"), fold("Saint Mary's-on-the-Hill")
    ('ranui porirua', 'st marys on the hill')
    """
    marked = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    plain = "".join(c for c in marked if not unicodedata.combining(c))
    words = NOT_A_WORD.sub(" ", plain.replace("&", " and ")).split()
    return " ".join(SHORTER.get(word, word) for word in words)


def postcode_in(text: str) -> str | None:
    """The full UK postcode in the text, as it is printed on an envelope.

    >>> postcode_in("Bensham ne81ep")
    'NE8 1EP'
    """
    found = UK_POSTCODE.search(text)
    return f"{found[1]}{found[2]} {found[3]}".upper() if found else None


def postcode_number(postcode: str) -> int:
    """The postcode as a number in base 36, which a database keeps in half the room."""
    return int(postcode.replace(" ", ""), 36)
