"""Turns writing into words, stems and sentences, the same way for people and listings."""

import html
import re
import unicodedata
import warnings
from functools import lru_cache

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than the Pythons that run it: its regular expressions are
    # not raw strings, which newer compilers remark on when they first compile the files.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh.analysis import (
        CharsetFilter,
        LowercaseFilter,
        RegexTokenizer,
        StemFilter,
        StopFilter,
    )
    from whoosh.support.charset import accent_map

LONGEST_READ = 20_000
"""Characters of one text that are read; the rest adds nothing but time."""

MOST_SENTENCES = 24
_LONGEST_SENTENCE_WORDS = 40

# Accents are folded before stop words and stems, or "mangere" would miss "Māngere".
_CHAIN = (
    RegexTokenizer() | LowercaseFilter() | CharsetFilter(accent_map) | StopFilter() | StemFilter()
)
_APOSTROPHES = re.compile("['’‘ʻʼ`´]")
_COMBINING = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]{0,300}>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|[\n\r•|;]+|\s[–—]\s|\s\*(?=\S)")


def plain(text: str) -> str:
    """The text without markup, cut to a length worth reading."""
    return html.unescape(_TAG.sub(" ", text[:LONGEST_READ]))


def fold(text: str) -> str:
    """Lower case, without macrons, accents or apostrophes.

    >>> fold("Māngere women’s CAFÉ")
    'mangere womens cafe'
    """
    bare = _APOSTROPHES.sub("", text.casefold())
    if bare.isascii():
        return bare
    return _COMBINING.sub("", unicodedata.normalize("NFKD", bare))


def words(text: str) -> list[str]:
    """Every word, folded.

    >>> words("It's in Rānui!")
    ['its', 'in', 'ranui']
    """
    return _WORD.findall(fold(text))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str | None:
    """The stem of one folded word, or None for a stop word.

    >>> stem("gardening"), stem("the")
    ('garden', None)
    """
    for token in _CHAIN(word):
        return str(token.text)
    return None


def stems(text: str) -> list[str]:
    """The stems that are searched for, stop words left out.

    >>> stems("Gardening in Māngere")
    ['garden', 'manger']
    """
    return [found for found in map(stem, words(text)) if found is not None]


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """One plain form for "club" and "clubs"; gentler than a stem, which joins house and housing.

    >>> singular("parties"), singular("clubs"), singular("bus")
    ('party', 'club', 'bus')
    """
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def sentences(text: str) -> list[str]:
    """The text in sentences, long ones cut, repeats and empty ones left out.

    >>> sentences("We bake. We bake. Come along!")
    ['We bake.', 'Come along!']
    """
    kept: dict[str, None] = {}
    for part in _SENTENCE_END.split(text):
        for piece in _shortened(part.strip(" -*•\t")):
            kept.setdefault(piece)
        if len(kept) >= MOST_SENTENCES:
            break
    return list(kept)[:MOST_SENTENCES]


def _shortened(sentence: str) -> list[str]:
    spoken = sentence.split()
    if not _WORD.search(sentence):
        return []
    return [
        " ".join(spoken[start : start + _LONGEST_SENTENCE_WORDS])
        for start in range(0, len(spoken), _LONGEST_SENTENCE_WORDS)
    ]
