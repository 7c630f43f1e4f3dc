"""Recurrence rules and days, and which of them are taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dateutil.rrule import rrulestr

FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
RULE_PARTS = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTH",
    "BYMONTHDAY",
    "BYSETPOS",
    "WKST",
}
MOST_SESSIONS = 2_000
# Outside these a date is a slip, or a program's way to say none; calendars cannot reckon with it.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
LONGEST_MONTHS = dict.fromkeys(range(1, 13), 31) | {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
# What dateutil raises over a rule that it takes and then cannot follow.
UNUSABLE = (ValueError, KeyError, TypeError, IndexError, OverflowError)


class RuleUnreadable(Exception):
    """A recurrence rule that RFC 5545 does not allow, or that repeats within a day."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def check_rule(rule: str) -> str:
    """The rule, trimmed; raises RuleUnreadable.

    Takes the parts that a group's times are made of and no others: a rule that never comes true
    would be followed to the year 9999 each time somebody looks.

    >>> check_rule("FREQ=WEEKLY;BYDAY=TU")
    'FREQ=WEEKLY;BYDAY=TU'
    """
    rule = rule.strip().removeprefix("RRULE:")
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    if len(rule) > 300 or "\n" in rule or not _is_sensible(parts):
        raise RuleUnreadable(rule)
    try:
        # UNTIL may carry a zone that a floating start does not; the day is what counts.
        recurrence = rrulestr(floating(rule), dtstart=datetime(2026, 1, 1))  # noqa: DTZ001
        next(iter(recurrence), None)
    except UNUSABLE:
        raise RuleUnreadable(rule) from None
    return rule


def is_sensible_day(day: date) -> bool:
    """
    >>> is_sensible_day(date(2026, 2, 3)), is_sensible_day(date(1, 1, 1))
    (True, False)
    """
    return EARLIEST <= day <= LATEST


def _is_sensible(parts: Mapping[str, str]) -> bool:
    frequency = parts.get("FREQ")
    often = _number(parts.get("INTERVAL", "1"))
    count = _number(parts.get("COUNT", "1"))
    if frequency not in FREQUENCIES or parts.keys() - RULE_PARTS:
        return False
    if not (1 <= often <= 99 and 1 <= count <= MOST_SESSIONS):
        return False
    if frequency == "DAILY" and often > 1 and parts.keys() & {"BYDAY", "BYMONTH", "BYMONTHDAY"}:
        return False
    if not EARLIEST.year <= _number(parts.get("UNTIL", str(LATEST.year))[:4]) <= LATEST.year:
        return False
    return _days_are_sensible(parts) and _dates_exist(parts)


def _days_are_sensible(parts: Mapping[str, str]) -> bool:
    """Weekdays with an ordinal of at most five, and that only where there are months."""
    ordinals = [day[:-2] for day in parts.get("BYDAY", "").split(",") if day[:-2]]
    chosen = [number for number in parts.get("BYSETPOS", "").split(",") if number]
    if not ordinals and not chosen:
        return True
    if parts["FREQ"] not in {"MONTHLY", "YEARLY"} or (ordinals and chosen):
        return False
    return all(1 <= abs(_number(number)) <= 5 for number in (*ordinals, *chosen))


def _dates_exist(parts: Mapping[str, str]) -> bool:
    """False for a day that none of the months has, such as 30 February."""
    days = [_number(day) for day in parts.get("BYMONTHDAY", "").split(",") if day]
    months = [_number(month) for month in parts.get("BYMONTH", "").split(",") if month]
    longest = max((LONGEST_MONTHS.get(month, 0) for month in months), default=31)
    return all(1 <= abs(day) <= longest for day in days) and longest > 0


def _number(text: str) -> int:
    """Nought for what is no whole number, which no rule may have."""
    return int(text) if text.lstrip("+-").isdecimal() and len(text) < 7 else 0


def floating(rule: str) -> str:
    """The rule with its last day as a local day, without a zone, to go with a local start."""
    parts = []
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name.upper() == "UNTIL" and len(value) == 8:
            value += "T235959"
        parts.append(f"{name}={value.rstrip('Zz') if name.upper() == 'UNTIL' else value}")
    return ";".join(parts)
