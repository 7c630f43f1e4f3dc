"""Days, hours and repeating times put in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from directory.models.schedule import Schedule

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def day(value: date) -> str:
    """
    >>> day(date(2026, 12, 3))
    'Thursday 3 December'
    """
    return f"{DAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"


def short_day(value: date) -> str:
    """
    >>> short_day(date(2026, 12, 3))
    'Thu 3 Dec'
    """
    return f"{DAYS[value.weekday()][:3]} {value.day} {MONTHS[value.month - 1][:3]}"


def long_date(value: date) -> str:
    """
    >>> long_date(date(2026, 12, 3))
    '3 December 2026'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def ago(value: date, *, today: date) -> str:
    """
    >>> ago(date(2026, 11, 1), today=date(2026, 11, 22))
    '3 weeks ago'
    """
    days = (today - value).days
    if days < 2:
        return "today" if days < 1 else "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 60:
        return f"{days // 7} weeks ago"
    if days < 730:
        return f"{days // 30} months ago"
    return f"in {MONTHS[value.month - 1]} {value.year}"


def clock(value: datetime) -> str:
    """
    >>> clock(datetime(2026, 12, 3, 10, 30)), clock(datetime(2026, 12, 3, 13, 0))
    ('10:30am', '1pm')
    """
    hour = value.hour % 12 or 12
    half = "am" if value.hour < 12 else "pm"
    minutes = f":{value.minute:02d}" if value.minute else ""
    return "midday" if (value.hour, value.minute) == (12, 0) else f"{hour}{minutes}{half}"


def session_time(start: datetime) -> str:
    """
    >>> session_time(datetime(2026, 12, 3, 10, 30))
    'Thursday 3 December, 10:30am'
    """
    return f"{day(start.date())}, {clock(start)}"


def hours(start: datetime, end: datetime | None) -> str:
    """
    >>> hours(datetime(2026, 12, 3, 10), datetime(2026, 12, 3, 11, 30))
    '10am to 11:30am'
    """
    return f"{clock(start)} to {clock(end)}" if end else clock(start)


def times(schedules: Sequence[Schedule]) -> str:
    return "; ".join(schedule_words(schedule) for schedule in schedules)


def schedule_words(schedule: Schedule) -> str:
    """``Tuesdays, 10am to midday``; a rule too odd to put in words is left to its next date."""
    start = datetime.combine(schedule.starts_on, schedule.starts_at)
    end = datetime.combine(schedule.starts_on, schedule.ends_at) if schedule.ends_at else None
    text = f"{_rule_words(schedule)}, {hours(start, end)}"
    return f"{text} ({schedule.note})" if schedule.note else text


def _rule_words(schedule: Schedule) -> str:
    if not schedule.rrule:
        return f"Once, on {day(schedule.starts_on)}"
    rule = dict(part.split("=", 1) for part in schedule.rrule.upper().split(";") if "=" in part)
    days = [code for code in rule.get("BYDAY", "").split(",") if code]
    every = (
        int(rule["INTERVAL"]) if rule.get("INTERVAL", "1").isdigit() and "INTERVAL" in rule else 1
    )
    if rule.get("BYMONTH"):
        return _in_season(days, rule)
    match rule.get("FREQ"):
        case "DAILY" if every == 1:
            return "Every day"
        case "WEEKLY" if every == 1:
            return _plural_days(days or [CODES[schedule.starts_on.weekday()]])
        case "WEEKLY" if every == 2:
            return (
                f"Every second week, {_plural_days(days or [CODES[schedule.starts_on.weekday()]])}"
            )
        case "MONTHLY" if days and every == 1:
            return _monthly_words(days, rule.get("BYSETPOS", ""))
        case "YEARLY":
            return "Once a year"
        case _:
            return "On some days"


def _in_season(days: list[str], rule: dict[str, str]) -> str:
    """Days of some months only; which days is left to the next date where a rule is odder."""
    season = _months([int(part) for part in rule["BYMONTH"].split(",") if part.isdigit()])
    if days and all(code in CODES for code in days):
        return f"{_plural_days(days)}, {season}"
    if not days and rule.get("BYMONTHDAY", "").isdigit():
        return f"On {rule['BYMONTHDAY']} {season}"
    return f"On some days, {season}"


def _months(numbers: list[int]) -> str:
    """
    >>> _months([4, 5, 6]), _months([10, 11, 12, 1, 2]), _months([1, 6])
    ('April to June', 'October to February', 'January and June')
    """
    names = [MONTHS[number - 1] for number in sorted(set(numbers)) if 1 <= number <= 12]
    chosen = {number for number in numbers if 1 <= number <= 12}
    firsts = [number for number in chosen if (number - 2) % 12 + 1 not in chosen]
    if len(firsts) == 1 and len(chosen) > 2:
        return f"{MONTHS[firsts[0] - 1]} to {MONTHS[(firsts[0] + len(chosen) - 2) % 12]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _plural_days(codes: list[str]) -> str:
    names = [f"{DAYS[CODES.index(code)]}s" for code in CODES if code in codes]
    if [code for code in CODES if code in codes] == list(CODES[:5]):
        return "Monday to Friday"
    if len(names) == 7:
        return "Every day"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _monthly_words(days: list[str], position: str) -> str:
    told = []
    for part in days:
        number, code = (part[:-2] or position), part[-2:]
        if code not in CODES or not number.lstrip("+-").isdigit() or int(number) not in ORDINALS:
            return "Every month"
        told.append(f"{ORDINALS[int(number)]} {DAYS[CODES.index(code)]}")
    return f"The {' and '.join(told)} of the month"
