"""When a listing next meets: recurrence worked out in local wall-clock time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from directory.listings.rules import UNUSABLE, floating
from directory.models.schedule import Schedule

# No rule is followed further than this, so that one that never ends cannot hold a page up.
HORIZON = timedelta(days=400)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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


def slots_of(starts: Iterable[datetime]) -> frozenset[str]:
    """The parts of the week that the sessions fall in."""
    return frozenset(map(slot_of, starts))


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
    recurrence = rrulestr(floating(rule), dtstart=begin)
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
