"""Closeness in meaning: vectors of listings, kept and reused, and of what a person said."""

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matcher.analysis import plain, sentences
from matcher.encoder import Encoder, Vectors
from matcher.listing import Listing
from matcher.taxonomy import Taxonomy

# Raise this when what is encoded changes, so that stored vectors are made anew.
_MADE_AS = "1"

_HEADER = struct.Struct("<III")

# A cosine to a spoken example below the first says nothing; above the second it is plain.
# With MiniLM, unrelated sentences lie around 0.1 and paraphrases above 0.6.
_UNRELATED, _PLAIN = 0.3, 0.6


@dataclass(frozen=True, slots=True)
class ListingVectors:
    """One listing's meaning.

    ``whole`` is float32 (dimensions,), ``sentences`` float32 (sentences, dimensions), name first.
    ``subjects`` is float32 (terms,): shares in [0, 1], how near it comes to each taxonomy term.
    """

    whole: Vectors
    sentences: Vectors
    subjects: Vectors

    def to_bytes(self) -> bytes:
        """Half-precision numbers behind a short header; about 6 kB for a usual listing."""
        rows, dimensions = self.sentences.shape
        header = _HEADER.pack(dimensions, rows, len(self.subjects))
        return header + b"".join(
            part.astype("<f2").tobytes() for part in (self.whole, self.sentences, self.subjects)
        )

    @staticmethod
    def from_bytes(stored: bytes) -> "ListingVectors":
        """What ``to_bytes`` gave; ValueError when cut short."""
        if len(stored) < _HEADER.size:
            raise ValueError("stored vectors are cut short")
        dimensions, rows, terms = _HEADER.unpack_from(stored)
        numbers = np.frombuffer(stored, dtype="<f2", offset=_HEADER.size).astype(np.float32)
        if len(numbers) != dimensions * (rows + 1) + terms:
            raise ValueError("stored vectors are cut short")
        whole, spoken, subjects = np.split(numbers, [dimensions, dimensions * (rows + 1)])
        return ListingVectors(whole, spoken.reshape(rows, dimensions), subjects)


def whole_text(listing: Listing) -> str:
    """Everything a listing says of itself, as one text."""
    by = "" if listing.organisation == listing.name else f" {listing.organisation}."
    return f"{listing.name}.{by} {plain(listing.text)} {plain(listing.first_visit)}".strip()


def spoken_sentences(listing: Listing) -> list[str]:
    """The listing's sentences in the order of their vectors: its name, then its text."""
    return [listing.name, *sentences(f"{plain(listing.text)}\n{plain(listing.first_visit)}")]


def text_digest(listing: Listing) -> str:
    """Changes only when the listing's vectors would: keep it beside them."""
    text = "\0".join((_MADE_AS, listing.name, whole_text(listing)))
    return hashlib.sha256(text.encode()).hexdigest()


def vectors_of(listing: Listing, encoder: Encoder) -> ListingVectors:
    """Encodes one listing; tens of milliseconds, so keep the result with ``text_digest``."""
    rows = _halved(encoder.encode([whole_text(listing), *spoken_sentences(listing)]))
    subjects = subject_shares(rows, encoder).max(axis=0)
    return ListingVectors(rows[0], rows[1:], _halved(subjects))


def subject_shares(rows: Vectors, encoder: Encoder) -> Vectors:
    """How near each row comes to each taxonomy term: float32 (rows, terms) in [0, 1]."""
    examples, starts = _examples(encoder)
    nearest = np.maximum.reduceat(rows @ examples.T, starts, axis=1)
    return np.clip((nearest - _UNRELATED) / (_PLAIN - _UNRELATED), 0, 1)


@dataclass(frozen=True, slots=True)
class PersonVectors:
    """What a person said: ``whole`` and ``wanted`` are float32 (dimensions,).

    ``parts`` has a row a sentence; ``part_subjects`` is float32 (sentences, terms), and
    ``subjects`` (terms,) the highest of all.
    """

    whole: Vectors
    wanted: Vectors
    parts: Vectors
    part_subjects: Vectors
    subjects: Vectors


def person_vectors(
    spoken: Sequence[str], is_want: Sequence[bool], encoder: Encoder
) -> PersonVectors:
    """Encodes a person's sentences: all together, those that say what is wanted, one by one."""
    wanted = [sentence for sentence, is_it in zip(spoken, is_want, strict=True) if is_it]
    rows = encoder.encode([" ".join(spoken), " ".join(wanted), *spoken])
    shares = subject_shares(rows, encoder)
    return PersonVectors(rows[0], rows[1], rows[2:], shares[2:], shares.max(axis=0))


@lru_cache(maxsize=1)
def example_texts() -> tuple[str, ...]:
    """The taxonomy's spoken examples, term by term, as they are handed to the encoder at once."""
    return tuple(text for spoken in _spoken_of_terms() for text in spoken)


@lru_cache(maxsize=2)
def _examples(encoder: Encoder) -> tuple[Vectors, list[int]]:
    """Vectors of the taxonomy's spoken examples, and where each term's begin."""
    starts = np.cumsum([0, *map(len, _spoken_of_terms())])[:-1]
    return encoder.encode(example_texts()), starts.tolist()


def _spoken_of_terms() -> list[list[str]]:
    return [
        [*term.said, f"{term.label}: {', '.join(term.synonyms[:12])}"]
        for term in Taxonomy.load().terms
    ]


def _halved(rows: Vectors) -> Vectors:
    # Rounded as they are stored, so that fresh and stored vectors rank alike.
    return rows.astype(np.float16).astype(np.float32)
