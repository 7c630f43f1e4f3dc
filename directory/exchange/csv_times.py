"""When a row of our own CSV happens: its day, hours and rule."""

import re
from datetime import date, time

from directory.exchange.cell import RowCells, clock, day
from directory.exchange.text import plain_text
from directory.listings.checks import FieldRefused, clean_text
from directory.listings.facts import ScheduleFacts
from directory.listings.rules import RuleUnreadable, check_rule

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A Monday: a rule that is the same every week may start in any.
SOME_MONDAY = date(2024, 1, 1)
HOURS = "give the time it starts, such as 10:00, or leave the day and times empty"


def schedule_of(cells: RowCells, *, has_place: bool) -> ScheduleFacts | None:
    """The row's session; None where it gives none. Refusals stay with the cells."""
    starts, ends = cells.maybe("starts", clock), cells.maybe("ends", clock)
    note = cells.take("times_note", _note, "")
    rule: str = cells.take("times", _checked_rule, "")
    none: tuple[date | None, str] = (None, "")
    first, weekly = cells.take("day", _date_or_days, none)
    if cells.refusals or not (starts or ends or rule or first or weekly):
        return None
    return cells.checked(
        lambda: _schedule(starts, ends, rule or weekly, first, note, has_place),
        None,
    )


def _schedule(
    starts: time | None,
    ends: time | None,
    rule: str,
    first: date | None,
    note: str,
    has_place: bool,
) -> ScheduleFacts:
    if starts is None:
        raise FieldRefused("starts", HOURS)
    if first is None and not rule:
        raise FieldRefused("day", "give a weekday such as Tuesday, or a date such as 2026-02-03")
    if first is None and not _is_same_each_week(rule):
        raise FieldRefused(
            "day", "give the date of the first session, since not all weeks are alike"
        )
    return ScheduleFacts(
        starts_on=first or SOME_MONDAY,
        starts_at=starts,
        ends_at=ends,
        rrule=rule,
        note=note,
        place=0 if has_place else None,
    )


def _is_same_each_week(rule: str) -> bool:
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    if parts.get("FREQ") == "MONTHLY":
        return parts.get("INTERVAL", "1") == "1" and bool({"BYDAY", "BYMONTHDAY"} & parts.keys())
    return (
        parts.get("FREQ") == "WEEKLY"
        and "BYDAY" in parts
        and parts.get("INTERVAL", "1") == "1"
        and "COUNT" not in parts
    )


def _checked_rule(column: str, text: str) -> str:
    try:
        return check_rule(text)
    except RuleUnreadable:
        raise FieldRefused(
            column, f"“{text}” should be a rule such as FREQ=WEEKLY;BYDAY=TU"
        ) from None


def _note(column: str, text: str) -> str:
    return clean_text(column, plain_text(text), longest=500)


def _date_or_days(column: str, text: str) -> tuple[date | None, str]:
    """A date, or a weekly rule for one or several weekdays."""
    if any(character.isdigit() for character in text):
        return day(column, text), ""
    codes = [_weekday(column, part) for part in re.split(r"[;,/&]|\band\b", text) if part.strip()]
    return None, f"FREQ=WEEKLY;BYDAY={','.join(dict.fromkeys(codes))}"


def _weekday(column: str, text: str) -> str:
    word = (
        text.strip().casefold().removesuffix("s")
        if len(text.strip()) > 4
        else text.strip().casefold()
    )
    for code, name in zip(CODES, DAY_NAMES, strict=True):
        if len(word) >= 2 and name.startswith(word):
            return code
    raise FieldRefused(column, f"“{text.strip()}” should be a weekday such as Tuesday, or a date")
