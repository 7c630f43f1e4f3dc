"""Repeating times: what the controls say becomes a rule, and comes back the same."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.champions.recurrence import (
    CODES,
    Every,
    Pattern,
    pattern_of,
    rule_of,
    start_of,
)
from directory.champions.typed_dates import DateUnreadable, read_date, read_dates, write_dates
from directory.listings.facts import ScheduleFacts
from directory.listings.rules import EARLIEST, LATEST, check_rule

days_of_the_week = st.sets(st.sampled_from(CODES), min_size=1).map(
    lambda days: tuple(code for code in CODES if code in days)
)


def schedule(rule: str) -> ScheduleFacts:
    return ScheduleFacts(starts_on=date(2026, 2, 3), starts_at=time(10), rrule=rule)


@given(st.sampled_from([every for every in Every if every is not Every.ONCE]), days_of_the_week)
def test_what_the_controls_say_comes_back_the_same(every: Every, days: tuple[str, ...]) -> None:
    rule = rule_of(Pattern(every, days))
    assert check_rule(rule) == rule
    assert pattern_of(schedule(rule)) == Pattern(every, days)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYMONTH=5,6,7;BYDAY=SA",
        "FREQ=WEEKLY;COUNT=6;BYDAY=SA",
        "FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA",
        "FREQ=MONTHLY;BYDAY=1TU,3WE",
        "FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,4TU",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
        "FREQ=DAILY",
    ],
)
def test_a_rule_too_odd_for_the_controls_is_left_alone(rule: str) -> None:
    assert pattern_of(schedule(rule)) is None


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("FREQ=WEEKLY", Pattern(Every.WEEK, ("TU",))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", Pattern(Every.LAST, ("TU",))),
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=FR,MO", Pattern(Every.WEEK, ("MO", "FR"))),
        ("", Pattern(Every.ONCE)),
    ],
)
def test_other_ways_to_write_the_same_are_read(rule: str, pattern: Pattern) -> None:
    assert pattern_of(schedule(rule)) == pattern


@given(days_of_the_week, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_what_has_been_running_began_on_one_of_its_days_within_the_week(
    days: tuple[str, ...], today: date
) -> None:
    began = start_of(Pattern(Every.WEEK, days), today)
    assert CODES[began.weekday()] in days
    assert 0 <= (today - began).days < 7


@given(st.sets(st.dates(EARLIEST, LATEST), max_size=5))
def test_dates_written_down_are_read_again(days: set[date]) -> None:
    assert read_dates(write_dates(tuple(days))) == tuple(sorted(days))


@pytest.mark.parametrize(
    "text", ["31 February 2026", "32/01/2026", "soon", "1/1/0001", "1/1/9999", "٣٣/٠١/٢٠٢٦"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateUnreadable):
        read_date(text)


def test_a_weekday_before_a_date_is_passed_over() -> None:
    assert read_date("Thursday, 3 December 2026") == date(2026, 12, 3)
