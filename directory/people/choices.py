"""The choices that a worker is given, and how many of them are grouped to be scanned."""

from __future__ import annotations

from dataclasses import dataclass

from wtforms import SelectChoice

from directory.matching.shapes import Must, Travel
from directory.matching.taxonomy import taxonomy

TRAVEL = (
    SelectChoice(Travel.WALK.value, "On foot"),
    SelectChoice(Travel.BUS.value, "By bus"),
    SelectChoice(Travel.CAR.value, "By car"),
    SelectChoice("", "Not said"),
)
FURTHEST = (
    SelectChoice("", "No limit given"),
    SelectChoice("1", "1 km"),
    SelectChoice("2", "2 km"),
    SelectChoice("5", "5 km"),
    SelectChoice("10", "10 km"),
    SelectChoice("25", "25 km"),
)
MUSTS = (
    SelectChoice(Must.STEP_FREE.value, "Step-free"),
    SelectChoice(Must.FREE.value, "Free"),
    SelectChoice(Must.WOMEN_ONLY.value, "Women only"),
    SelectChoice(Must.MEN_ONLY.value, "Men only"),
    SelectChoice(Must.EVENINGS.value, "Evenings"),
    SelectChoice(Must.WEEKENDS.value, "Weekends"),
    SelectChoice(Must.ONLINE.value, "Online"),
    SelectChoice(Must.HOME_VISIT.value, "Comes to the home"),
    SelectChoice(Must.CHILD_WELCOME.value, "Children can come too"),
    SelectChoice(Must.CARER_WELCOME.value, "A carer can come too"),
    SelectChoice(Must.SELF_INTRODUCTION.value, "Can get in touch without a referral"),
)
DAYS = (
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
)
PARTS = (("am", "morning"), ("pm", "afternoon"), ("eve", "evening"))
SLOTS = tuple(
    SelectChoice(f"{day}-{part}", f"{day_name} {part_name}")
    for day, day_name in DAYS
    for part, part_name in PARTS
)


@dataclass(frozen=True, slots=True)
class Pick:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PickGroup:
    """Choices that are shown together under one name."""

    name: str
    picks: list[Pick]

    @property
    def has_chosen(self) -> bool:
        return any(pick.is_chosen for pick in self.picks)


def times_by_day(chosen: frozenset[str]) -> list[PickGroup]:
    return [
        PickGroup(
            day_name,
            [
                Pick(f"{day}-{part}", part_name.capitalize(), f"{day}-{part}" in chosen)
                for part, part_name in PARTS
            ],
        )
        for day, day_name in DAYS
    ]


def terms_by_domain(chosen: frozenset[str]) -> list[PickGroup]:
    return [
        PickGroup(
            domain.label,
            [
                Pick(term.id, term.label, term.id in chosen)
                for term in taxonomy().terms
                if term.domain == domain.id
            ],
        )
        for domain in taxonomy().domains
    ]
