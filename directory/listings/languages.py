"""Languages by their ISO 639 code and their name in English."""

import unicodedata
from functools import cache

from babel import Locale

# Names that people use where the standard list has another, and te reo's own.
OTHER_NAMES = {
    "te reo māori": "mi",
    "te reo": "mi",
    "maori": "mi",
    "cook islands māori": "rar",
    "bengali": "bn",
    "sylheti": "syl",
    "mandarin": "cmn",
    "cantonese": "yue",
    "tagalog": "tl",
    "fiji hindi": "hif",
    "bsl": "bfi",
    "british sign language": "bfi",
    "nzsl": "nzs",
    "new zealand sign language": "nzs",
    "dari": "prs",
    "farsi": "fa",
    "burmese": "my",
    "myanmar": "my",
}
SHOWN_AS = {
    "mi": "te reo Māori",
    "rar": "Cook Islands Māori",
    "bfi": "British Sign Language",
    "nzs": "New Zealand Sign Language",
    "prs": "Dari",
    "cmn": "Mandarin",
    "yue": "Cantonese",
    "tl": "Tagalog",
    "my": "Burmese",
    "bn": "Bengali",
    "syl": "Sylheti",
}


def language_name(code: str) -> str:
    """
    >>> language_name("sm"), language_name("mi")
    ('Samoan', 'te reo Māori')
    """
    return SHOWN_AS.get(code) or _names().get(code) or code


def language_code(text: str) -> str | None:
    """The code of a language given by its code or its English name; None when unknown.

    >>> language_code("Samoan"), language_code("Cook Islands Maori"), language_code("sm")
    ('sm', 'rar', 'sm')
    """
    folded = _fold(text)
    names = _names()
    if folded in names or folded in SHOWN_AS:
        return folded
    return _codes().get(folded)


@cache
def _names() -> dict[str, str]:
    return {code: str(name) for code, name in Locale("en").languages.items() if len(code) <= 3}


@cache
def _codes() -> dict[str, str]:
    codes = {_fold(name): code for code, name in _names().items()}
    return codes | {_fold(name): code for name, code in OTHER_NAMES.items()}


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
