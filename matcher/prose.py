"""What a listing's own words plainly state, for the facts that nobody filled in.

Directories often hold a name and a paragraph and nothing else. Only clear statements count:
a wrong "not for you" hides help from somebody who needs it, so doubt leaves a fact unknown.
"""

import re
from dataclasses import dataclass

from matcher.ages import OLDEST, Ages, ages_in
from matcher.analysis import fold, plain, sentences
from matcher.listing import Cost, Gender, Listing, Mode
from matcher.needs import needs_met
from matcher.person import Must


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts of a listing: those filled in, else those its words state, else None.

    ``meets`` says of each need whether the listing states that it can (True) or cannot (False)
    meet it; needs that it is silent on are left out.
    """

    ages: Ages | None
    gender: Gender | None
    cost: Cost | None
    modes: frozenset[Mode]
    is_for_groups: bool
    meets: dict[Must, bool]


def stated_in(listing: Listing) -> Stated:
    """Puts the listing's fields first and its words where a field is empty."""
    name = fold(listing.name)
    spoken = [fold(one) for one in sentences(plain(listing.text))]
    text = " . ".join([name, *spoken])
    gender = listing.gender or _gender(name, spoken)
    cost = listing.cost or _cost(text)
    modes = listing.modes or _modes(text)
    return Stated(
        ages=_ages(listing, name, spoken),
        gender=gender,
        cost=cost,
        modes=modes,
        is_for_groups=_is_for_groups(name, spoken),
        meets=needs_met(listing, text, gender, cost, modes),
    )


# -- ages ---------------------------------------------------------------------------------

# What a kind of thing is called already says how old those who go there are.
_AGES_OF_KIND = (
    (r"(?:before|after)[\s-](?:and[\s-]after[\s-])?school|out of school care|oscar\b", Ages(4, 14)),
    (r"(?:school )?holiday (?:programme|program|club|care)s?", Ages(4, 17)),
    (r"kids? club|childrens? (?:club|activit|group)", Ages(3, 14)),
    (
        r"kindergarten|\bkindy|early childhood|early learning|creche|pre-?school|nursery school",
        Ages(0, 6),
    ),
    (r"playgroup|play group|playcentre|toddler|kohanga|stay and play|mums and tots", Ages(0, 6)),
    (r"\bcollege students|secondary school|high school|truancy|enviroschools", Ages(5, 19)),
    (r"\bschool programme|\bschools programme|students and school", Ages(5, 19)),
    (r"\byouth (?:club|group|centre|service)|rangatahi|\bteens?\b|teenage", Ages(10, 25)),
    (
        r"\bfor (?:the )?(?:older people|seniors|elderly|pensioners)|senior citizens",
        Ages(55, OLDEST),
    ),
    (
        r"positive ag(?:e)?ing|\bover[\s-](?:fifties|sixties)|retirement village|rest home",
        Ages(55, OLDEST),
    ),
)
_KINDS = tuple((re.compile(pattern), ages) for pattern, ages in _AGES_OF_KIND)
# Said of a thing for children, "families" and "parents" mean theirs; "adults" means anyone.
_FOR_ALL = re.compile(
    r"\b(?:all ages|any age|every age|everyone|everybody|all welcome|regardless of (?:their )?age"
    r"|adults?|of age or ability|young and old|volunteer|any members? of the community)"
)
_ABOUT_MONEY_OR_STAFF = re.compile(r"income test|\$|staff|leaders? (?:has|have)|experience")


def _ages(listing: Listing, name: str, spoken: list[str]) -> Ages | None:
    if listing.min_age is not None or listing.max_age is not None:
        least = listing.min_age or 0
        return Ages(least, OLDEST if listing.max_age is None else listing.max_age)
    named = ages_in(name)
    if named:
        return _joined(named)
    by_sentence = [_span_of(sentence) for sentence in spoken]
    stated = [span for span in by_sentence if span is not None]
    # One programme's ages say nothing of the other programmes in a long listing.
    if stated and len(stated) * 3 >= len(spoken):
        return _joined(stated)
    return _ages_of_kind(name, spoken)


def _span_of(sentence: str) -> Ages | None:
    if _ABOUT_MONEY_OR_STAFF.search(sentence):
        return None
    spans = ages_in(sentence)
    return _joined(spans) if spans else None


def _ages_of_kind(name: str, spoken: list[str]) -> Ages | None:
    text = " . ".join(spoken)
    if _FOR_ALL.search(f"{name} . {text}"):
        return None
    for kind, ages in _KINDS:
        if kind.search(name):
            return ages
    for kind, ages in _KINDS:
        naming = sum(1 for sentence in spoken if kind.search(sentence))
        if naming and naming * 3 >= len(spoken):
            return ages
    return None


def _joined(spans: list[Ages]) -> Ages:
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.joined(span)
    return whole


# -- gender -------------------------------------------------------------------------------

_OF_WOMEN = re.compile(r"\b(?:womens?|ladies|wahine|mothers?|mums|girls?)\b")
_OF_MEN = re.compile(r"\b(?:mens?|menz|tane|fathers?|dads|blokes|boys)\b")
_FOR_WOMEN = re.compile(
    r"\b(?:for|only) (?:\w+ ){0,2}(?:women|ladies|wahine)\b|\b(?:women|ladies|wahine)[\s-]only\b"
    r"|\bwomens refuge"
)
_FOR_MEN = re.compile(r"\b(?:for|only) (?:\w+ ){0,2}(?:men|tane)\b|\b(?:men|tane)[\s-]only\b")
_OTHERS = re.compile(r"\b(?:famil|couples|children|everyone|all genders|parents|whanau)")
_LEAD = 3


def _gender(name: str, spoken: list[str]) -> Gender | None:
    women, men = bool(_OF_WOMEN.search(name)), bool(_OF_MEN.search(name))
    if women != men and not _OTHERS.search(name):
        return Gender.WOMEN if women else Gender.MEN
    lead, text = " . ".join(spoken[:_LEAD]), " . ".join(spoken)
    if _FOR_WOMEN.search(lead) and not _OF_MEN.search(text):
        return Gender.WOMEN
    if _FOR_MEN.search(lead) and not _OF_WOMEN.search(text) and not _OTHERS.search(text):
        return Gender.MEN
    return None


# -- money and ways of taking part --------------------------------------------------------

_FREE = re.compile(
    r"(?<!feel )\bfree\b(?! ?(?:phone|call|standing|time|range|spirit|from))|\bno (?:cost"
    r"|charge|fee)|\bkoha\b"
)
_PAID = re.compile(r"(?:\$|£|€) ?\d|\bfees?\b|\bcharges?\b|\bmembership costs?\b|\bsubsid")
_FREE_OF = re.compile(
    r"(?:predator|violence|smoke|drug|alcohol|plastic|waste|gluten|tobacco)[\s-]free"
)
_ONLINE = re.compile(r"\bonline|\bzoom\b|\bvirtual|\bwebinar|\bdistance learning|\bby e-?learning")
_AT_HOME = re.compile(
    r"\bin (?:their|your|the|peoples|persons?|clients?) (?:own )?homes?\b"
    r"|\bhome[\s-](?:visit|based)"
    r"|\b(?:visit|come to) you\b|\bat your (?:own )?home\b"
)
_BY_PHONE = re.compile(r"\bhelpline|\bover the (?:tele)?phone|\bphone (?:support|counselling)")


def _cost(text: str) -> Cost | None:
    bare = _FREE_OF.sub(" ", text)
    is_free, is_paid = bool(_FREE.search(bare)), bool(_PAID.search(bare))
    if is_free == is_paid:
        return None
    return Cost.FREE if is_free else Cost.PAID


def _modes(text: str) -> frozenset[Mode]:
    ways = ((Mode.ONLINE, _ONLINE), (Mode.HOME, _AT_HOME), (Mode.PHONE, _BY_PHONE))
    return frozenset(mode for mode, sign in ways if sign.search(text))


# -- groups and agencies ------------------------------------------------------------------

_GROUPS = re.compile(
    r"\b(?:organisations|organisational|providers|agencies|businesses|leaders|landowners|"
    r"employers|schools|boards|community groups|sector|governance)\b"
)
_PERSONS = re.compile(
    r"\b(?:people|person|individuals?|whanau|famil|child|kids|tamariki|rangatahi|youth|adult|women|"
    r"men|wahine|tane|parents?|mothers?|clients?|patients?|residents|everyone|volunteer|you|your|"
    r"seniors|students|learners|members|locals|carers|veterans|migrants|refugees)"
)
_GROUP_NAMES = re.compile(r"\bgrants? scheme|\bleaders forum|\bkaupapa group|\bumbrella body")


def _is_for_groups(name: str, spoken: list[str]) -> bool:
    if _GROUP_NAMES.search(name):
        return True
    lead = " . ".join(spoken[:_LEAD])
    return bool(_GROUPS.search(lead)) and not _PERSONS.search(" . ".join(spoken))
