"""What a reader makes of a feed: rows that can be taken, and what cannot, with the reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from directory.listings.facts import ListingFacts, OrganisationFacts
from directory.models.vocabulary import Region


class Format(StrEnum):
    """The shapes of feed that can be asked for; ``AUTO`` looks at the content."""

    AUTO = "auto"
    ORUK = "oruk"
    HSDS = "hsds"
    FSD = "fsd"
    CSV = "csv"


class FeedUnreadable(Exception):
    """The feed as a whole cannot be read, so nothing of it is taken; says where and why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.where = where
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Context:
    """What a row cannot say itself: the region it is in by default, and what day it is read."""

    region: Region
    today: date


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not taken."""

    row: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One field that is left out or changed of a row that is taken."""

    row: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One listing and who runs it.

    ``number`` counts as the feed does: spreadsheet rows in CSV (the header is 1), else items from
    1. ``organisation.source`` and ``listing.organisation_id`` are filled in when it is written.
    """

    number: int
    source_id: str
    organisation: OrganisationFacts
    listing: ListingFacts
    is_live: bool = True
    remarks: tuple[Remark, ...] = ()


Read = Row | Refusal


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole feed. ``repeats`` were the same as a row before; ``joined`` went into one before."""

    rows: tuple[Read, ...]
    read: int
    repeats: int = 0
    joined: int = 0
    notes: tuple[str, ...] = ()
