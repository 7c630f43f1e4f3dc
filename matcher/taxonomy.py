"""The plain-word list of what people do and need, and finding those words in a text."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from matcher.analysis import fold, singular, words

_LANGUAGES = ("mi", "sm", "to")

# Words of other languages that are also English words, and mean something else there.
_ENGLISH_TWINS = frozenset({"mate", "moe", "manu", "tala", "sea", "to", "ita", "tau", "pool"})


@dataclass(frozen=True, slots=True)
class Domain:
    """One of twelve broad parts of life."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a person can do or need.

    ``in_sentence`` is the label as it reads after "They help with".
    ``said`` holds sentences somebody might say who is looking for it.
    ``words`` holds words in other languages by code; ``review`` says which wait for a speaker.
    """

    id: str
    domain: str
    label: str
    in_sentence: str
    synonyms: tuple[str, ...]
    said: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    review: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a text: from word ``start`` up to ``end``, counted in folded words."""

    term: str
    start: int
    end: int


class Taxonomy:
    """The domains and terms in their order, and the phrases that name them."""

    def __init__(self, domains: Iterable[Domain], terms: Iterable[Term]) -> None:
        self.domains = tuple(domains)
        self.terms = tuple(terms)
        self._by_id = {term.id: term for term in self.terms}
        self.position = {term.id: place for place, term in enumerate(self.terms)}

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> "Taxonomy":
        """Reads the list that comes with the matcher.

        >>> len(Taxonomy.load().domains), len(Taxonomy.load().terms)
        (12, 128)
        """
        domains = (Domain(row["domain"], row["label"]) for row in _rows("domains.csv"))
        return Taxonomy(domains, map(_term, _rows("taxonomy.csv")))

    def term(self, id: str) -> Term:
        """The term of that id; KeyError where there is none.

        >>> Taxonomy.load().term("nature.garden").label
        'Gardening'
        """
        return self._by_id[id]

    def concepts_in(self, text: str) -> frozenset[str]:
        """The ids of the terms that a text names in any of their words.

        >>> sorted(Taxonomy.load().concepts_in("I knit, and I sing waiata"))
        ['arts.craft', 'arts.singing']
        """
        return frozenset(mention.term for mention in self.mentions(words(text)))

    def mentions(self, spoken: list[str]) -> list[Mention]:
        """Every term named in folded words, with where it stands."""
        plain = [singular(word) for word in spoken]
        found = []
        for start, word in enumerate(plain):
            for phrase, term in self._phrases.get(word, ()):
                end = start + len(phrase)
                if tuple(plain[start:end]) == phrase:
                    found.append(Mention(term, start, end))
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every folded word that names a term."""
        return frozenset(
            word for term in self.terms for phrase in _phrases_of(term) for word in words(phrase)
        )

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """Phrases in singular words, by their first word."""
        gathered: dict[str, set[tuple[tuple[str, ...], str]]] = {}
        for term in self.terms:
            for phrase in _phrases_of(term):
                key = tuple(singular(word) for word in words(phrase))
                gathered.setdefault(key[0], set()).add((key, term.id))
        return {first: tuple(sorted(phrases)) for first, phrases in gathered.items()}


def _rows(name: str) -> list[dict[str, str]]:
    text = files("matcher").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _term(row: dict[str, str]) -> Term:
    return Term(
        id=row["term"],
        domain=row["term"].partition(".")[0],
        label=row["label"],
        in_sentence=row["in_sentence"],
        synonyms=_split(row["synonyms"], ";"),
        said=_split(row["said"], "|"),
        words={code: _split(row[code], ";") for code in _LANGUAGES},
        review={code: row[f"{code}_review"] for code in _LANGUAGES if row[f"{code}_review"]},
    )


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _phrases_of(term: Term) -> list[str]:
    others = [word for spoken in term.words.values() for word in spoken]
    return [*term.synonyms, *(word for word in others if fold(word) not in _ENGLISH_TWINS)]
