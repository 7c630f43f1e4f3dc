"""What to do where one feed holds the same id more than once. Exact repeats always count once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import ascii_lowercase

from directory.exchange.row import Feed, Read, Refusal, Row


def refusing_repeats(rows: Iterable[Read]) -> Feed:
    """Another listing with the same id is refused."""
    kept: list[Read] = []
    seen: dict[str, Row] = {}
    everything = list(rows)
    for row in everything:
        if not isinstance(row, Row):
            kept.append(row)
            continue
        first = seen.setdefault(row.source_id, row)
        if first is row:
            kept.append(row)
        elif not _same(first, row):
            kept.append(Refusal(row.number, "id", f"row {first.number} has this id already"))
    return _feed(everything, kept)


def renaming_repeats(rows: Iterable[Read]) -> Feed:
    """Another listing with the same id becomes ``id-b``, the next ``id-c`` and so on."""
    everything = list(rows)
    kept: list[Read] = []
    seen: dict[str, list[Row]] = {}
    taken = {row.source_id for row in everything if isinstance(row, Row)}
    for row in everything:
        if isinstance(row, Row):
            before = seen.setdefault(row.source_id, [])
            if any(_same(other, row) for other in before):
                continue
            before.append(row)
            if len(before) > 1:
                row = replace(row, source_id=_free_id(row.source_id, taken))
                taken.add(row.source_id)
        kept.append(row)
    return _feed(everything, kept)


def joining_repeats(rows: Iterable[Read]) -> Feed:
    """Rows with the same id are lines of one listing: what each says is kept once, in order."""
    everything = list(rows)
    kept: dict[str | int, Read] = {}
    joined = 0
    for place, row in enumerate(everything):
        before = kept.get(row.source_id) if isinstance(row, Row) else None
        if not isinstance(row, Row):
            kept[place] = row
        elif not isinstance(before, Row):
            kept[row.source_id] = row
        else:
            both = _joined(before, row)
            joined += not _same(both, before)
            kept[row.source_id] = both
    return replace(
        _feed(everything, list(kept.values())),
        repeats=len(everything) - len(kept) - joined,
        joined=joined,
    )


def _with_lines(text: str, lines: Iterable[str]) -> str:
    """The text and those of the lines that are not in it yet, as paragraphs."""
    for line in lines:
        if line and f"\n\n{line}\n\n" not in f"\n\n{text}\n\n":
            text = f"{text}\n\n{line}" if text else line
    return text


def _feed(everything: Sequence[Read], kept: Sequence[Read]) -> Feed:
    return Feed(
        tuple(kept),
        read=len({_number(row) for row in everything}),
        repeats=len(everything) - len(kept),
    )


def _number(row: Read) -> int:
    return row.number if isinstance(row, Row) else row.row


def _same(first: Row, second: Row) -> bool:
    return replace(first, number=0, remarks=(), source_id="") == replace(
        second, number=0, remarks=(), source_id=""
    )


def _free_id(id: str, taken: set[str]) -> str:
    letters = (f"{id}-{letter}" for letter in ascii_lowercase[1:])
    numbers = (f"{id}-{number}" for number in range(27, 100_000))
    return next(free for free in (*letters, *numbers) if free not in taken)


def _joined(first: Row, second: Row) -> Row:
    mine, other = first.listing, second.listing
    lines = [other.description]
    lines += [
        text
        for text, kept in ((other.phone, mine.phone), (other.website, mine.website))
        if kept and text != kept
    ]
    listing = replace(
        mine,
        description=_with_lines(mine.description, lines),
        website=mine.website or other.website,
        phone=mine.phone or other.phone,
        email=mine.email or other.email,
        offers=mine.offers | other.offers,
        serves=mine.serves | other.serves,
        places=mine.places + tuple(place for place in other.places if place not in mine.places),
    )
    return replace(first, listing=listing, remarks=first.remarks + second.remarks)
