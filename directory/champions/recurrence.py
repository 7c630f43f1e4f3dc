"""The repeating times that the form's plain controls can say, to and from recurrence rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from directory.listings.facts import ScheduleFacts

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Every(StrEnum):
    """How often. The numbers are the weeks of the month that RFC 5545 counts; -1 is the last."""

    WEEK = "week"
    SECOND_WEEK = "second_week"
    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    LAST = "-1"
    FIRST_AND_THIRD = "1,3"
    SECOND_AND_FOURTH = "2,4"
    ONCE = "once"


EVERY_WORDS = {
    Every.WEEK: "Every week",
    Every.SECOND_WEEK: "Every second week",
    Every.FIRST: "The first of the month",
    Every.SECOND: "The second of the month",
    Every.THIRD: "The third of the month",
    Every.FOURTH: "The fourth of the month",
    Every.LAST: "The last of the month",
    Every.FIRST_AND_THIRD: "The first and third of the month",
    Every.SECOND_AND_FOURTH: "The second and fourth of the month",
    Every.ONCE: "Once only",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """``days`` are codes such as TU, in the order of the week; none where it happens once."""

    every: Every
    days: tuple[str, ...] = ()


def pattern_of(schedule: ScheduleFacts) -> Pattern | None:
    """None for a rule that the controls cannot say: it is then left as it is."""
    if not schedule.rrule:
        return Pattern(Every.ONCE)
    rule = dict(part.partition("=")[::2] for part in schedule.rrule.upper().split(";"))
    frequency, interval = rule.pop("FREQ", ""), rule.pop("INTERVAL", "1")
    days = [day for day in rule.pop("BYDAY", "").split(",") if day]
    position = rule.pop("BYSETPOS", "")
    if rule.keys() - {"WKST"}:
        return None
    if frequency == "WEEKLY" and not position:
        return _weekly(interval, days or [CODES[schedule.starts_on.weekday()]])
    if frequency == "MONTHLY" and interval == "1":
        return _monthly([position + day for day in days])
    return None


def rule_of(pattern: Pattern) -> str:
    """
    >>> rule_of(Pattern(Every.FIRST_AND_THIRD, ("TU",)))
    'FREQ=MONTHLY;BYDAY=1TU,3TU'
    """
    days = ",".join(pattern.days)
    match pattern.every:
        case Every.ONCE:
            return ""
        case Every.WEEK:
            return f"FREQ=WEEKLY;BYDAY={days}"
        case Every.SECOND_WEEK:
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days}"
        case _:
            weeks = pattern.every.value.split(",")
            parts = [f"{week}{day}" for week in weeks for day in pattern.days]
            return f"FREQ=MONTHLY;BYDAY={','.join(parts)}"


def needs_date(every: Every) -> bool:
    """True where the days of the week alone do not say when."""
    return every in {Every.ONCE, Every.SECOND_WEEK}


def start_of(pattern: Pattern, today: date) -> date:
    """The last of its days that is not after today, for what has been running for a while."""
    back = min((today.weekday() - CODES.index(day)) % 7 for day in pattern.days)
    return today - timedelta(days=back)


def _weekly(interval: str, days: list[str]) -> Pattern | None:
    every = {"1": Every.WEEK, "2": Every.SECOND_WEEK}.get(interval)
    if every is None or not set(days) <= set(CODES):
        return None
    return Pattern(every, _in_order(days))


def _monthly(parts: list[str]) -> Pattern | None:
    """Only where each day comes in the same weeks of the month."""
    weeks = dict.fromkeys(part[:-2].lstrip("+") for part in parts)
    days = _in_order(part[-2:] for part in parts)
    name = ",".join(weeks)
    if name not in set(Every) or not days or len(parts) != len(weeks) * len(days):
        return None
    return Pattern(Every(name), days)


def _in_order(days: Iterator[str] | list[str]) -> tuple[str, ...]:
    named = set(days)
    return tuple(code for code in CODES if code in named)
