"""Every sentence the matcher says, whole, so that each can be translated as it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from matcher.person import Must, Travel

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Says a sentence in the reader's language; ``translate`` is given the English template."""

    translate: Translate = str

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**values)

    def month(self, day: date) -> str:
        """The month and year, as in "March 2026"."""
        return self.say(MONTHS[day.month - 1], year=day.year)

    def slots(self, chosen: list[str]) -> str:
        return ", ".join(self.say(SLOTS[slot]) for slot in chosen if slot in SLOTS)


MONTHS: Final = (
    "January {year}",
    "February {year}",
    "March {year}",
    "April {year}",
    "May {year}",
    "June {year}",
    "July {year}",
    "August {year}",
    "September {year}",
    "October {year}",
    "November {year}",
    "December {year}",
)
_DAY_NAMES: Final = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_PART_NAMES: Final = {"am": "mornings", "pm": "afternoons", "eve": "evenings"}
SLOTS: Final = {
    f"{day}-{part}": f"{day_name} {part_name}"
    for day, day_name in _DAY_NAMES.items()
    for part, part_name in _PART_NAMES.items()
}
LANGUAGES: Final = {
    "mi": "They speak te reo Māori",
    "sm": "They speak Samoan",
    "to": "They speak Tongan",
}
LANGUAGE_OTHER: Final = "They speak a language you are at home in"

# Why a listing is there.
SAID_AND_SAY: Final = "You said “{said}”. They say “{say}”."
SAID_AND_OFFER: Final = "You said “{said}”. They do this here: {subject}."
SAID_AND_SERVE: Final = "You said “{said}”. They help with {subject}."
SAID_AND_ABOUT: Final = "You said “{said}”. They speak of {subject}."
CHOSEN: Final = "You chose “{label}”, and they offer it."
CHOSEN_NEED: Final = "You asked about “{label}”, and they help with it."
SHARED_WORDS: Final = "You and they both speak of: {words}."
NEAR_AND_CLOSEST: Final = "It is near and comes closest to what you said"
CLOSEST: Final = "It comes closest to what you said"

# How far, and by what means.
AWAY: Final = "{km} km away"
AWAY_BY: Final = {
    Travel.WALK: "{km} km away, about {minutes} minutes on foot",
    Travel.BUS: "{km} km away, about {minutes} minutes by bus",
    Travel.CAR: "{km} km away, about {minutes} minutes by car",
}
COVERS: Final = "They come to people in {area}, and that takes you in"
ONLINE: Final = "Online, so you can join from home"
BY_PHONE: Final = "By phone, so you need not travel"
AT_HOME: Final = "They can come to you"

# What else speaks for it.
FREE: Final = "Free"
DONATION: Final = "You give what you can"
WHEN: Final = "On {slots}, when you can come"
AGES_FROM: Final = "For people of {least} and over"
AGES_TO: Final = "For people up to {most}"
AGES_BETWEEN: Final = "For people from {least} to {most}"
FOR_WHOM: Final = "Meant for {audience}"
FIRST_VISIT_WITH: Final = "Somebody can go with you the first time"
MET: Final = {
    Must.STEP_FREE: "Step-free",
    Must.FREE: "Free",
    Must.WOMEN_ONLY: "For women only",
    Must.MEN_ONLY: "For men only",
    Must.EVENINGS: "There in the evening",
    Must.WEEKENDS: "There at the weekend",
    Must.ONLINE: "Online, so you can join from home",
    Must.HOME_VISIT: "They can come to you",
    Must.CHILD_WELCOME: "Children are welcome",
    Must.CARER_WELCOME: "Carers and supporters are welcome",
    Must.SELF_INTRODUCTION: "You can get in touch yourself",
}

# What to ask first.
ASK: Final = {
    Must.STEP_FREE: "Ask about step-free access",
    Must.FREE: "Ask what it costs",
    Must.WOMEN_ONLY: "Ask if it is for women only",
    Must.MEN_ONLY: "Ask if it is for men only",
    Must.EVENINGS: "Ask if they meet in the evening",
    Must.WEEKENDS: "Ask if they meet at the weekend",
    Must.ONLINE: "Ask if you can join online",
    Must.HOME_VISIT: "Ask if they can come to you",
    Must.CHILD_WELCOME: "Ask if you can bring a child",
    Must.CARER_WELCOME: "Ask if a carer can come too",
    Must.SELF_INTRODUCTION: "Ask if you can get in touch yourself",
}
ASK_TIMES: Final = "Ask when they meet"
ASK_PLACE: Final = "Ask where they meet, to see how far it is"
ASK_FOR_WOMEN: Final = "For women"
ASK_FOR_MEN: Final = "For men"
NOT_FOR: Final = "Not for {audience}"
STALE: Final = "Not confirmed since {month}"
NEVER_CONFIRMED: Final = "Nobody has confirmed this yet — ring before you go"
REVIEW_DUE: Final = "Due to be checked again since {month}"
FULL: Final = "Full when last checked — ask about a place"
WAITLIST: Final = "There is a waiting list"
MAYBE_FULL: Final = "May be full by now — ask"
FOR_GROUPS: Final = "Looks to be for groups and organisations — ask"

# Why a listing cannot be offered.
TOO_FAR: Final = "{km} km away, further than {max_km} km"
TOO_FAR_ON_FOOT: Final = "{km} km away, too far to walk"
FAR_AWAY: Final = "{km} km away"
OTHER_COUNTRY: Final = "in another country"
OUTSIDE: Final = "only for people in {area}"
ASIDE_AGES_FROM: Final = "for people of {least} and over"
ASIDE_AGES_UNDER: Final = "for people under {under}"
ASIDE_AGES_BETWEEN: Final = "for people from {least} to {most}"
ASIDE_WOMEN: Final = "for women only"
ASIDE_MEN: Final = "for men only"
ASIDE_TIMES: Final = "only on {slots}"
ASIDE_AVOID: Final = "you asked to avoid {word}"
ASIDE_FAITH: Final = "run by a church or another faith"
ASIDE_MUST: Final = {
    Must.STEP_FREE: "not step-free",
    Must.FREE: "not free",
    Must.WOMEN_ONLY: "not for women only",
    Must.MEN_ONLY: "not for men only",
    Must.EVENINGS: "not open in the evening",
    Must.WEEKENDS: "not open at the weekend",
    Must.ONLINE: "not online",
    Must.HOME_VISIT: "they do not come to people's homes",
    Must.CHILD_WELCOME: "children cannot come",
    Must.CARER_WELCOME: "carers cannot come along",
    Must.SELF_INTRODUCTION: "somebody has to refer you",
}

# What would find more.
WIDEN_DISTANCE: Final = "travel up to {km} km"
WIDEN_TIMES: Final = "come at other times"
WIDEN_MUST: Final = {
    Must.STEP_FREE: "leave out step-free",
    Must.FREE: "pay a little",
    Must.WOMEN_ONLY: "join groups that are not for women only",
    Must.MEN_ONLY: "join groups that are not for men only",
    Must.EVENINGS: "come in the daytime",
    Must.WEEKENDS: "come on weekdays",
    Must.ONLINE: "go along in person",
    Must.HOME_VISIT: "go out to a place",
    Must.CHILD_WELCOME: "go without a child",
    Must.CARER_WELCOME: "go without a carer",
    Must.SELF_INTRODUCTION: "ask somebody to introduce you",
}
