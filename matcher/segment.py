"""A block of listings laid out in columns, ready to be searched; never changed once made."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.analysis import fold, plain, stems
from matcher.encoder import Vectors
from matcher.listing import Listing
from matcher.meaning import ListingVectors
from matcher.own_names import names_of, without_places
from matcher.prose import Stated, stated_in
from matcher.taxonomy import Taxonomy

FIELDS = ("name", "terms", "text", "names")

Floats = NDArray[np.float32]
Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Indexed:
    """One listing, read once: its facts, words, subjects and vectors.

    ``counts`` is float32 (stems, fields), ``lengths`` float32 (fields,), ``subjects`` (terms,);
    ``named`` are the terms that its words name outright.
    """

    listing: Listing
    stated: Stated
    stems: tuple[str, ...]
    counts: Floats
    lengths: Floats
    subjects: Floats
    named: frozenset[str]
    vectors: ListingVectors | None


def read_listing(listing: Listing, vectors: ListingVectors | None) -> Indexed:
    """Does all the reading of a listing's text that searching needs."""
    taxonomy = Taxonomy.load()
    labels = " ".join(
        taxonomy.term(term).label
        for term in sorted(listing.offers | listing.serves)
        if term in taxonomy.position
    )
    text = without_places(f"{plain(listing.text)} {plain(listing.first_visit)}", listing)
    audience = " ".join(listing.audience_for)
    fields = (
        Counter(stems(listing.name)),
        Counter(stems(f"{labels} {audience}")),
        Counter(stems(text)),
        Counter(stems(" ".join(names_of(listing)))),
    )
    terms = tuple(sorted(set().union(*fields)))
    titled, written = taxonomy.concepts_in(listing.name), taxonomy.concepts_in(text)
    counts = np.array([[field[term] for field in fields] for term in terms], dtype=np.float32)
    return Indexed(
        listing=listing,
        stated=stated_in(listing),
        stems=terms,
        counts=counts.reshape(len(terms), len(FIELDS)),
        lengths=np.array([field.total() for field in fields], dtype=np.float32),
        subjects=_subjects(listing, titled, written, vectors),
        named=titled | written,
        vectors=vectors,
    )


# A subject that a listing was filed under counts whole; one read off its words, nearly so.
_FILED, _NAMED, _WRITTEN = 1.0, 1.0, 0.7
# Where somebody filed it, what they left out is mentioned rather than meant.
_MENTIONED = 0.5


def _subjects(
    listing: Listing,
    titled: frozenset[str],
    written: frozenset[str],
    vectors: ListingVectors | None,
) -> Floats:
    taxonomy = Taxonomy.load()
    shares = np.zeros(len(taxonomy.terms), dtype=np.float32)
    if vectors is not None and len(vectors.subjects) == len(shares):
        shares = vectors.subjects.copy()
    _raise_to(shares, written, _WRITTEN)
    filed = (listing.offers | listing.serves) & taxonomy.position.keys()
    if filed:
        shares *= _MENTIONED
    _raise_to(shares, titled, _NAMED)
    _raise_to(shares, filed, _FILED)
    return shares


def _raise_to(shares: Floats, terms: frozenset[str], least: float) -> None:
    places = [Taxonomy.load().position[term] for term in terms]
    shares[places] = np.maximum(shares[places], least)


@dataclass(frozen=True, slots=True)
class Postings:
    """Where one stem stands: listings' places, and its count there in each field."""

    places: Places
    counts: Floats


@dataclass(frozen=True, slots=True)
class Segment:
    """Listings in columns.

    ``venues`` is float64 (exact venues, 2), ``venue_owners`` the place of each one's listing.
    ``offered`` is bool (listings, terms): what each was filed as offering,
    ``is_filed`` (listings,) whether somebody filed it under any subject.
    ``sentences`` holds all listings' sentences, those of one listing from its ``sentence_start``.
    """

    rows: tuple[Indexed, ...]
    postings: Mapping[str, Postings]
    stems_by_letter: Mapping[str, tuple[str, ...]]
    lengths: Floats
    subjects: Floats
    whole: Vectors
    offered: NDArray[np.bool_]
    is_filed: NDArray[np.bool_]
    sentences: Vectors
    sentence_start: NDArray[np.int64]
    venues: NDArray[np.float64]
    venue_owners: Places
    names: tuple[str, ...]
    organisations: tuple[str, ...]

    @staticmethod
    def of(rows: Sequence[Indexed], dimensions: int) -> "Segment":
        """Lays listings out in the order given; vectors of another size count as absent."""
        vectors = [_vectors(row, dimensions) for row in rows]
        spoken = [part.sentences for part in vectors]
        points = [
            (place, venue.point)
            for place, row in enumerate(rows)
            for venue in row.listing.venues
            if venue.point is not None and venue.is_exact
        ]
        postings = _postings(rows)
        whole = _stacked((part.whole for part in vectors), dimensions)
        sentences = np.concatenate(spoken) if spoken else _empty(dimensions)
        sentence_start = np.cumsum([0, *map(len, spoken)])[:-1]
        return Segment(
            rows=_sharing_vectors(rows, whole, sentences, sentence_start),
            postings=postings,
            stems_by_letter=_by_letter(postings),
            lengths=_stacked((row.lengths for row in rows), len(FIELDS)),
            subjects=_stacked((row.subjects for row in rows), len(Taxonomy.load().terms)),
            whole=whole,
            offered=_offered(rows),
            is_filed=np.array(
                [bool(row.listing.offers | row.listing.serves) for row in rows], dtype=np.bool_
            ),
            sentences=sentences,
            sentence_start=sentence_start,
            venues=np.array([(at.lat, at.lng) for _, at in points]).reshape(-1, 2),
            venue_owners=np.array([place for place, _ in points], dtype=np.int32),
            names=tuple(fold(row.listing.name) for row in rows),
            organisations=tuple(fold(row.listing.organisation) for row in rows),
        )


def _sharing_vectors(
    rows: Sequence[Indexed],
    whole: Vectors,
    sentences: Vectors,
    sentence_start: NDArray[np.int64],
) -> tuple[Indexed, ...]:
    """The rows with their vectors seen in the columns, so that memory holds them once."""
    ends = [*sentence_start[1:], len(sentences)][: len(rows)]
    return tuple(
        row
        if row.vectors is None or row.vectors.whole.shape != whole.shape[1:]
        else replace(
            row,
            vectors=ListingVectors(whole[place], sentences[start:end], row.vectors.subjects),
        )
        for place, (row, start, end) in enumerate(zip(rows, sentence_start, ends, strict=True))
    )


def _offered(rows: Sequence[Indexed]) -> NDArray[np.bool_]:
    position = Taxonomy.load().position
    offered = np.zeros((len(rows), len(position)), dtype=np.bool_)
    for place, row in enumerate(rows):
        offered[place, [position[term] for term in row.listing.offers if term in position]] = True
    return offered


def _by_letter(postings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    letters: dict[str, list[str]] = {}
    for term in sorted(postings):
        letters.setdefault(term[0], []).append(term)
    return {letter: tuple(terms) for letter, terms in letters.items()}


def _vectors(row: Indexed, dimensions: int) -> ListingVectors:
    given = row.vectors
    if given is not None and given.sentences.shape[1:] == (dimensions,) and len(given.sentences):
        return given
    nothing = np.zeros(dimensions, dtype=np.float32)
    return ListingVectors(nothing, nothing.reshape(1, dimensions), np.zeros(0, dtype=np.float32))


def _stacked(rows: Iterable[Floats], width: int) -> Floats:
    gathered = list(rows)
    return np.stack(gathered) if gathered else _empty(width)


def _empty(width: int) -> Floats:
    return np.zeros((0, width), dtype=np.float32)


def _postings(rows: Sequence[Indexed]) -> dict[str, Postings]:
    if not rows:
        return {}
    numbers: dict[str, int] = {}
    terms = [numbers.setdefault(term, len(numbers)) for row in rows for term in row.stems]
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row.stems) for row in rows])
    counts = np.concatenate([row.counts for row in rows])
    order = np.argsort(terms, kind="stable")
    ends = np.cumsum(np.bincount(terms, minlength=len(numbers)))
    owners, counts = owners[order], counts[order]
    return {
        term: Postings(owners[start:end], counts[start:end])
        for term, start, end in zip(numbers, [0, *ends[:-1]], ends, strict=True)
    }
