"""When an Open Referral service meets: its schedule as an RFC 5545 rule and a local time."""

import re
from dataclasses import dataclass
from datetime import date, time

from directory.exchange.kept import Kept
from directory.exchange.oruk_place import OrukPlace
from directory.exchange.value import Entry, date_of, entries_of, number_of, text_of
from directory.listings.facts import ScheduleFacts
from directory.listings.rules import LATEST, RuleUnreadable, check_rule, is_sensible_day

# A Monday: where a weekly rule does not say since when, any week will do.
SOME_MONDAY = date(2024, 1, 1)
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
WEEKDAY = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)")
MONTHDAY = re.compile(r"-?(?:[1-9]|[12][0-9]|3[01])")


@dataclass(frozen=True, slots=True)
class Timetable:
    """``words`` are what schedules say that could not be made into times."""

    schedules: tuple[ScheduleFacts, ...]
    words: tuple[str, ...]


def timetable_of(service: Entry, places: list[OrukPlace], kept: Kept, today: date) -> Timetable:
    """The service's own schedules and those of each place; what has run out is left out."""
    by_link = {place.link_id: number for number, place in enumerate(places) if place.link_id}
    entries: list[tuple[Entry, int | None]] = [
        (entry, by_link.get(text_of(entry, "service_at_location_id")))
        for entry in entries_of(service, "schedules", "regular_schedules")
    ]
    for number, place in enumerate(places):
        entries += [(entry, number) for entry in place.schedules]
    schedules: dict[ScheduleFacts, None] = {}
    words: dict[str, None] = {}
    for entry, place_number in entries:
        if (date_of(entry, "valid_to") or today) < today:
            continue
        schedule = _schedule(entry, place_number, kept)
        if schedule is not None:
            schedules[schedule] = None
        elif text_of(entry, "description"):
            words[text_of(entry, "description")] = None
    return Timetable(tuple(schedules), tuple(words))


def _schedule(entry: Entry, place: int | None, kept: Kept) -> ScheduleFacts | None:
    opens, closes = _time(text_of(entry, "opens_at")), _time(text_of(entry, "closes_at"))
    if opens is None:
        return None
    begins = _first_day(entry, kept)
    rule = _rule(entry)
    try:
        if rule:
            check_rule(rule)
    except RuleUnreadable:
        kept.remark("schedules", f"left out: “{rule}” is not a rule that repeats")
        return None
    if begins is None and not _is_weekly(rule):
        kept.remark("schedules", "left out: no date says when it starts")
        return None
    return ScheduleFacts(
        starts_on=begins or SOME_MONDAY,
        starts_at=opens,
        ends_at=closes if closes != opens else None,
        rrule=rule,
        note=kept.line("schedules", text_of(entry, "notes", "description")),
        place=place,
    )


def _first_day(entry: Entry, kept: Kept) -> date | None:
    begins = date_of(entry, "dtstart") or date_of(entry, "valid_from")
    if begins is not None and not is_sensible_day(begins):
        kept.remark("schedules", f"the first day “{begins}” is left out: it cannot be")
        return None
    return begins


def _is_weekly(rule: str) -> bool:
    """Whether it is the same in each week, so that no first date is needed."""
    return rule.startswith("FREQ=WEEKLY;BYDAY") and "COUNT" not in rule


def _rule(entry: Entry) -> str:
    """The entry's rule; empty where it happens once."""
    days = [day for day in _listed(entry, "byday") if WEEKDAY.fullmatch(day)]
    frequency = text_of(entry, "freq").upper() or ("WEEKLY" if days else "")
    if frequency not in FREQUENCIES:
        return ""
    parts = [f"FREQ={frequency}"]
    interval = number_of(entry, "interval")
    if interval is not None and 1 < interval <= 366:
        parts.append(f"INTERVAL={int(interval)}")
    if days:
        # Only a month has a third Tuesday; by weeks the number says nothing.
        plain = days if frequency == "MONTHLY" else [day[-2:] for day in days]
        parts.append(f"BYDAY={','.join(dict.fromkeys(plain))}")
    elif frequency == "MONTHLY":
        dates = [day for day in _listed(entry, "bymonthday") if MONTHDAY.fullmatch(day)]
        parts += [f"BYMONTHDAY={','.join(dates)}"] if dates else []
    return ";".join([*parts, *_end(entry)])


def _end(entry: Entry) -> list[str]:
    until = date_of(entry, "until") or date_of(entry, "valid_to")
    count = number_of(entry, "count")
    # Some write the last day that there is where there is no last day.
    if until is not None and until <= LATEST:
        return [f"UNTIL={until:%Y%m%d}"]
    return [f"COUNT={int(count)}"] if count is not None and 1 <= count <= 10_000 else []


def _listed(entry: Entry, key: str) -> list[str]:
    return [part.strip().upper() for part in text_of(entry, key).split(",")]


def _time(text: str) -> time | None:
    """
    >>> _time("10:00:00Z"), _time("ten")
    (datetime.time(10, 0), None)
    """
    try:
        return time.fromisoformat(text).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return None
