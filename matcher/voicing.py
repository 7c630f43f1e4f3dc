"""Reads what is told of somebody else, "he misses his garden", as if they said it themselves."""

import re
from collections.abc import Callable

from matcher.listing import Gender

_NAMED_SELF = re.compile(r"\b(?:i|we|im|ive)\b", re.I)
_OWN = re.compile(r"\b(?:my|our|mine|ours)\b", re.I)
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.I)
_THEY = re.compile(r"\bthey\b", re.I)
# Where others are spoken of, "he" may be the one who died, or a baby whose mother asks.
_SOMEBODY_ELSE = re.compile(
    r"\b(?:wife|husband|widow\w*|partner|mum|mam|mother|dad|father|parents?|sister|brother|friend"
    r"|daughters?|sons?|bab(?:y|ies)|child(?:ren)?|boys?|girls?|kids?|toddlers?|twins|nan\w?"
    r"|gran\w*|died|dies|dying|passed away|death|lost (?:him|her))\b",
    re.I,
)

_ADVERB = r"((?:(?:always|really|just|still|only|now|never|also|often)\s)?)"
_IRREGULAR = {"is": "am", "has": "have", "does": "do", "goes": "go", "was": "was"}
_STAY = frozenset({"was", "always", "as", "us", "this", "perhaps", "sometimes", "across", "s"})
_Change = str | Callable[[re.Match[str]], str]


def _as_i_say_it(match: re.Match[str]) -> str:
    return f"I {match[2]}{_without_s(match[3])}"


def _without_s(verb: str) -> str:
    """The verb as it follows "I"; other words as they are."""
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _STAY or not low.endswith("s") or low.endswith("ss"):
        return verb
    if low.endswith("ies") and len(low) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if low.endswith(("sses", "shes", "ches", "xes")) else verb[:-1]


_PERFECT = r"(?=\s(?:(?:always|never|just|only|now)\s)?(?:been|had|got|lost|\w+ed)\b)"


def _rules(he: str, him: str, his: str) -> tuple[tuple[re.Pattern[str], _Change], ...]:
    written: tuple[tuple[str, _Change], ...] = (
        (rf"\b{he}['’]s{_PERFECT}", "I've"),
        (rf"\b{he}['’](?:s|re)\b", "I'm"),
        (rf"\b{he}['’](d|ll|ve)\b", r"I'\2"),
        (rf"\b{he} (?:isn['’]?t|aren['’]?t|is not|are not)(?!\w)", "I'm not"),
        (rf"\b{he} doesn['’]?t\b", "I don't"),
        (rf"\b{he} hasn['’]?t\b", "I haven't"),
        (rf"\b{he} are\b", "I am"),
        (rf"\b{he} were\b", "I was"),
        (rf"\b{he} {_ADVERB}([a-z]+)\b", _as_i_say_it),
        (rf"\b{he}\b", "I"),
        (rf"\b{his} own\b", "my own"),
        (rf"\b{his}\b(?= \w)", "my"),
        (rf"\b{him}\b", "me"),
    )
    return tuple((re.compile(pattern, re.I), change) for pattern, change in written)


_OF_ONE = (
    *_rules("(he|she)", "(?:him|her)", "(?:his|her)"),
    (re.compile(r"\b(?:him|her)self\b", re.I), "myself"),
)
_OF_THEM = (
    *_rules("(they)", "them", "their"),
    (re.compile(r"\bthemsel(?:ves|f)\b", re.I), "myself"),
)


def is_told_of_another(text: str) -> bool:
    """Whether somebody else tells it all: a link worker of a patient.

    >>> is_told_of_another("He misses his garden"), is_told_of_another("I'm sad, he has gone")
    (True, False)
    """
    told = _HE.search(text) or _SHE.search(text) or _THEY.search(text)
    return bool(told) and not _NAMED_SELF.search(text)


def voicing(text: str) -> Callable[[str], str]:
    """What puts parts of a text told of another in words they might use themselves.

    They read well enough, if not perfectly; what somebody tells of themselves stays as it is.

    >>> voicing("She misses her garden, she's been on her own")("she's been on her own")
    "I've been on my own"
    >>> voicing("They used to sing")("They used to sing")
    'I used to sing'
    """
    if not is_told_of_another(text):
        return str
    rules = _OF_ONE if _HE.search(text) or _SHE.search(text) else _OF_THEM

    def voiced(part: str) -> str:
        for pattern, change in rules:
            part = pattern.sub(change, part)
        return part

    return voiced


def gender_told(text: str) -> Gender | None:
    """The gender of the one person told of; None where it is not plain.

    >>> gender_told("He likes fishing"), gender_told("She misses him")
    (<Gender.MEN: 'men'>, None)
    """
    if _NAMED_SELF.search(text) or _OWN.search(text) or _SOMEBODY_ELSE.search(text):
        return None
    is_he, is_she = bool(_HE.search(text)), bool(_SHE.search(text))
    if is_he == is_she:
        return None
    return Gender.MEN if is_he else Gender.WOMEN
