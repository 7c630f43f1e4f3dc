"""What a listing's own words plainly state, for the facts that nobody filled in.

Directories often hold a name and a paragraph and nothing else. Only clear statements count:
a wrong "not for you" hides help from somebody who needs it, so doubt leaves a fact unknown.
"""

import re
from dataclasses import dataclass

from matcher.ages import OLDEST, Ages, ages_in
from matcher.analysis import fold, plain, sentences
from matcher.listing import Cost, Gender, Joining, Listing, Mode
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
        meets=_needs_met(listing, text, gender, cost, modes),
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
    r"(?<!feel )\bfree\b(?! ?(?:phone|call|standing|time|range|spirit|from))|\bno (?:cost|charge|fee)|\bkoha\b"
)
_PAID = re.compile(r"(?:\$|£|€) ?\d|\bfees?\b|\bcharges?\b|\bmembership costs?\b|\bsubsid")
_FREE_OF = re.compile(
    r"(?:predator|violence|smoke|drug|alcohol|plastic|waste|gluten|tobacco)[\s-]free"
)
_ONLINE = re.compile(r"\bonline|\bzoom\b|\bvirtual|\bwebinar|\bdistance learning|\bby e-?learning")
_AT_HOME = re.compile(
    r"\bin (?:their|your|the|peoples|persons?|clients?) (?:own )?homes?\b|\bhome[\s-](?:visit|based)"
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


# -- needs --------------------------------------------------------------------------------

_YES = {
    Must.STEP_FREE: r"\bwheelchair (?:access|friendly)|\bstep[\s-]free|\bfully accessible|\bramp\b",
    Must.EVENINGS: r"\bevenings?\b|\bafter work\b|\bnight class|\b24 ?/ ?7\b|\b24 hours\b",
    Must.WEEKENDS: r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b|\b7 days\b|\b24 ?/ ?7\b",
    Must.CHILD_WELCOME: r"\b(?:children|kids|babies|tamariki|whanau|families) (?:are )?(?:also )?welcome"
    r"|\bbring (?:your|the) (?:children|kids|babies|tamariki|little ones)|\bfamily[\s-]friendly"
    r"|\bwhanau[\s-]friendly|\bplaygroup|\bplaycentre|\bchildren aged|\bfor children|\bmums and (?:bubs|babies|tots)"
    r"|\b(?:mothers|mums|parents|families) (?:and|with|&) (?:their )?(?:babies|children|toddlers)|\bwomen and (?:their )?children"
    r"|\bwahine and their whanau|\bfamily centre|\bfree childcare",
    Must.CARER_WELCOME: r"\bcare(?:r|giver)s?\b|\bsupport (?:people|person) (?:are )?(?:also )?welcome|\bfamily members",
    Must.SELF_INTRODUCTION: r"\bself[\s-]refer|\bdrop[\s-]in\b|\bno referral|\bjust (?:turn|come|pop|drop)"
    r"|\bcome along\b|\b(?:phone|call|ring|text|email|contact|message) us\b|\bgive us a call|\bwalk[\s-]in\b|\bfreephone",
}
_NO = {
    Must.STEP_FREE: r"\bnot (?:wheelchair )?accessible|\bno wheelchair|\bstairs only|\bsteps only",
    Must.CHILD_WELCOME: r"\badults only\b|\bno children\b|\bno under[\s-]18s\b",
    Must.SELF_INTRODUCTION: r"\b(?:by|on) referral only\b|\breferral (?:only|is required|required)"
    r"|\bmust be referred|\byou will be referred\b|\b(?:gp|doctor) referral needed",
}
_YES_RULES = {must: re.compile(pattern) for must, pattern in _YES.items()}
_NO_RULES = {must: re.compile(pattern) for must, pattern in _NO.items()}
_WEEKDAYS_ONLY = re.compile(
    r"\bmon(?:day)?s?\s*(?:-|–|to|through)\s*(?:fri|thur?s?|wed)(?:day|nesday|sday)?\b|\bweekdays\b"
)
_HOURS = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|a\.m\.)?\s*(?:-|–|to|until)\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:pm|p\.m\.)"
)
_NO_EVENING_AFTER = 5


def _needs_met(
    listing: Listing,
    text: str,
    gender: Gender | None,
    cost: Cost | None,
    modes: frozenset[Mode],
) -> dict[Must, bool]:
    """Reads words first, then lets every filled-in fact overrule them."""
    met = {must: True for must, rule in _YES_RULES.items() if rule.search(text)}
    met |= {
        must: False for must, rule in _NO_RULES.items() if rule.search(text) and not met.get(must)
    }
    met |= _hours_met(text, met)
    return met | _facts_met(listing, gender, cost, modes)


def _hours_met(text: str, met: dict[Must, bool]) -> dict[Must, bool]:
    if not _WEEKDAYS_ONLY.search(text):
        return {}
    hours = {} if Must.WEEKENDS in met else {Must.WEEKENDS: False}
    ends = [int(end[1]) for end in _HOURS.finditer(text)]
    if ends and Must.EVENINGS not in met:
        hours[Must.EVENINGS] = any(_NO_EVENING_AFTER < end < 12 for end in ends)
    return hours


def _facts_met(
    listing: Listing, gender: Gender | None, cost: Cost | None, modes: frozenset[Mode]
) -> dict[Must, bool]:
    met: dict[Must, bool] = {}
    for must, feature in (
        (Must.CHILD_WELCOME, "child_welcome"),
        (Must.CARER_WELCOME, "carer_welcome"),
    ):
        if feature in listing.features:
            met[must] = listing.features[feature]
    steps = [venue.access["step_free"] for venue in listing.venues if "step_free" in venue.access]
    if steps and (any(steps) or len(steps) == len(listing.venues)):
        met[Must.STEP_FREE] = any(steps)
    if listing.slots:
        met[Must.EVENINGS] = any(slot.endswith("-eve") for slot in listing.slots)
        met[Must.WEEKENDS] = any(slot[:3] in ("sat", "sun") for slot in listing.slots)
    if listing.joining:
        met[Must.SELF_INTRODUCTION] = bool(listing.joining & {Joining.SELF, Joining.DROP_IN})
    if gender is not None:
        met[Must.WOMEN_ONLY] = gender is Gender.WOMEN
        met[Must.MEN_ONLY] = gender is Gender.MEN
    if cost is not None:
        met[Must.FREE] = cost is not Cost.PAID
    for must, mode in ((Must.ONLINE, Mode.ONLINE), (Must.HOME_VISIT, Mode.HOME)):
        if mode in modes or listing.modes:
            met[must] = mode in modes
    return met
