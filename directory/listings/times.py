"""When a listing next meets: recurrence worked out in local wall-clock time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from directory.models.schedule import Schedule

# No rule is followed further than this, so that one that never ends cannot hold a page up.
HORIZON = timedelta(days=400)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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
        recurrence = rrulestr(_floating(rule), dtstart=datetime(2026, 1, 1))  # noqa: DTZ001
        next(iter(recurrence), None)
    except UNUSABLE:
        raise RuleUnreadable(rule) from None
    return rule


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


def sessions_of(schedule: Schedule, *, after: datetime) -> Iterator[datetime]:
    """Starts of the schedule's sessions from ``after`` on, in its own zone, ascending.

    Looks no further than HORIZON ahead.
    """
    zone = ZoneInfo(schedule.timezone)
    first = after.astimezone(zone).replace(tzinfo=None)
    for start in _local_starts(schedule, first, first + HORIZON):
        yield start.replace(tzinfo=zone)


def next_sessions(
    schedules: Iterable[Schedule], *, after: datetime, limit: int
) -> list[tuple[datetime, Schedule]]:
    """The next sessions over all the schedules, soonest first."""
    found = [
        (start, schedule)
        for schedule in schedules
        for start in islice(sessions_of(schedule, after=after), limit)
    ]
    return sorted(found, key=lambda pair: (pair[0].astimezone(UTC), pair[1].id))[:limit]


def slot_of(start: datetime) -> str:
    """The part of the week: ``tue-am`` before noon, ``tue-pm`` before five, else ``tue-eve``.

    >>> slot_of(datetime(2026, 12, 1, 10, 30))
    'tue-am'
    """
    part = "am" if start.hour < 12 else "pm" if start.hour < 17 else "eve"
    return f"{WEEKDAYS[start.weekday()]}-{part}"


def slots_of(schedules: Iterable[Schedule], *, after: datetime) -> frozenset[str]:
    """The parts of the week that the next few sessions fall in."""
    return frozenset(
        slot_of(start)
        for schedule in schedules
        for start in islice(sessions_of(schedule, after=after), 14)
    )


def end_of(start: datetime, schedule: Schedule) -> datetime | None:
    """When the session that starts then ends; past midnight where the end is before the start."""
    if schedule.ends_at is None:
        return None
    end = datetime.combine(start.date(), schedule.ends_at, tzinfo=start.tzinfo)
    return end if end > start else end + timedelta(days=1)


def _local_starts(schedule: Schedule, first: datetime, last: datetime) -> Iterator[datetime]:
    begin = datetime.combine(schedule.starts_on, schedule.starts_at)
    left_out = {exception.on for exception in schedule.exceptions}
    for start in _occurrences(schedule.rrule, begin, first, last):
        if start.date() not in left_out:
            yield start


def _occurrences(rule: str, begin: datetime, first: datetime, last: datetime) -> Iterator[datetime]:
    if not rule:
        return iter([begin] if first <= begin <= last else [])
    recurrence = rrulestr(_floating(rule), dtstart=begin)
    return _until(recurrence.xafter(first, inc=True), last)


def _until(starts: Iterable[datetime], last: datetime) -> Iterator[datetime]:
    """Ends early where a rule saved by an older check cannot be followed: the rest goes on."""
    try:
        for start in starts:
            if start > last:
                return
            yield start
    except UNUSABLE:
        return


def _floating(rule: str) -> str:
    parts = []
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name.upper() == "UNTIL" and len(value) == 8:
            value += "T235959"
        parts.append(f"{name}={value.rstrip('Zz') if name.upper() == 'UNTIL' else value}")
    return ";".join(parts)
