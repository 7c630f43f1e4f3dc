"""Somebody's own list: ids that came from their browser, and what becomes of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import segno

from directory.listings.cards import Card

MOST = 50
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
# A picture of more than this is too fine for a phone's camera.
MOST_IN_PICTURE = 12


@dataclass(frozen=True, slots=True)
class KeptList:
    """``ids`` in the order sent, each once; ``left_out`` counts those beyond the most allowed."""

    ids: tuple[str, ...]
    left_out: int


def kept_list(sent: Iterable[str]) -> KeptList:
    """
    >>> kept_list(["a,b", "b", "<script>"]).ids
    ('a', 'b')
    """
    parts = [part.strip() for text in sent for part in text.split(",")]
    ids = list(dict.fromkeys(part for part in parts if ID.fullmatch(part)))
    return KeptList(tuple(ids[:MOST]), max(len(ids) - MOST, 0))


def link_to(ids: Sequence[str], address: str) -> str:
    """The list goes after ``#``, which a browser never sends to a server."""
    return f"{address}#{','.join(ids)}"


def picture_of(link: str, ids: Sequence[str]) -> str | None:
    """A QR code as an address that an ``img`` can show; None where it would be too fine to read."""
    if len(ids) > MOST_IN_PICTURE:
        return None
    code = segno.make(link, micro=False, error="l")
    return str(code.svg_data_uri(scale=4, border=4, light="#fff", omitsize=False))


def as_text(cards: Iterable[Card]) -> str:
    """Plain words to copy into a message."""
    return "\n\n".join(_card_text(card) for card in cards)


def _card_text(card: Card) -> str:
    lines = (card.organisation, card.where, card.times, card.cost, card.joining, card.phone)
    return "\n".join([card.title, *(line for line in lines if line)])
