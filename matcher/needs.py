"""Which needs a listing states that it can or cannot meet, by its fields or in its words."""

import re

from matcher.listing import Cost, Gender, Joining, Listing, Mode
from matcher.person import Must

_YES = {
    Must.STEP_FREE: r"\bwheelchair (?:access|friendly)|\bstep[\s-]free|\bfully accessible|\bramp\b",
    Must.EVENINGS: r"\bevenings?\b|\bafter work\b|\bnight class|\b24 ?/ ?7\b|\b24 hours\b",
    Must.WEEKENDS: r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b|\b7 days\b|\b24 ?/ ?7\b",
    Must.CHILD_WELCOME: r"\b(?:children|kids|babies|tamariki|whanau"
    r"|families) (?:are )?(?:also )?welcome"
    r"|\bbring (?:your|the) (?:children|kids|babies|tamariki|little ones)|\bfamily[\s-]friendly"
    r"|\bwhanau[\s-]friendly|\bplaygroup|\bplaycentre|\bchildren aged|\bfor children"
    r"|\bmums and (?:bubs|babies|tots)"
    r"|\b(?:mothers|mums|parents|families) (?:and|with|&) (?:their )?(?:babies|children"
    r"|toddlers)|\bwomen and (?:their )?children"
    r"|\bwahine and their whanau|\bfamily centre|\bfree childcare",
    Must.CARER_WELCOME: r"\bcare(?:r|giver)s?\b|\bsupport (?:people"
    r"|person) (?:are )?(?:also )?welcome|\bfamily members",
    Must.SELF_INTRODUCTION: r"\bself[\s-]refer|\bdrop[\s-]in\b|\bno referral|\bjust (?:turn"
    r"|come|pop|drop)"
    r"|\bcome along\b|\b(?:phone|call|ring|text|email|contact|message) us\b"
    r"|\bgive us a call|\bwalk[\s-]in\b|\bfreephone",
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
    r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|a\.m\.)?\s*(?:-|–|to"
    r"|until)\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:pm|p\.m\.)"
)
_NO_EVENING_AFTER = 5


def needs_met(
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
