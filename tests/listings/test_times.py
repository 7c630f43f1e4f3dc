"""When a listing next meets."""

from datetime import UTC, date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.listings.rules import RuleUnreadable, check_rule
from directory.listings.times import (
    HORIZON,
    end_of,
    next_sessions,
    sessions_of,
    slot_of,
    slots_of,
)
from directory.models.schedule import Schedule, ScheduleException

AUCKLAND = ZoneInfo("Pacific/Auckland")


def schedule(**said: object) -> Schedule:
    plain = {
        "id": "s",
        "timezone": "Pacific/Auckland",
        "starts_on": date(2026, 2, 3),
        "starts_at": time(10, 0),
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
        "exceptions": [],
    }
    return Schedule(**(plain | said))


def first(of: Schedule, after: datetime) -> datetime:
    return next(sessions_of(of, after=after))


def test_a_weekly_session_is_next_on_its_weekday() -> None:
    start = first(schedule(), datetime(2026, 11, 21, tzinfo=UTC))
    assert (start.date(), start.time()) == (date(2026, 11, 24), time(10, 0))


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change() -> None:
    # Daylight saving ends in Auckland on 5 April 2026.
    starts = sessions_of(schedule(), after=datetime(2026, 3, 30, tzinfo=UTC))
    before, after = next(starts), next(starts)
    assert before.hour == after.hour == 10
    assert before.utcoffset() != after.utcoffset()


def test_a_session_that_starts_now_still_counts() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=AUCKLAND)
    assert first(schedule(), now) == now


def test_an_exception_is_passed_over() -> None:
    off = schedule(exceptions=[ScheduleException(on=date(2026, 11, 24))])
    assert first(off, datetime(2026, 11, 21, tzinfo=UTC)).date() == date(2026, 12, 1)


def test_the_second_thursday_is_found_each_month() -> None:
    monthly = schedule(starts_on=date(2026, 1, 8), rrule="FREQ=MONTHLY;BYDAY=2TH")
    assert first(monthly, datetime(2026, 12, 1, tzinfo=UTC)).date() == date(2026, 12, 10)


def test_a_single_session_is_gone_once_it_is_over() -> None:
    once = schedule(rrule="")
    assert list(sessions_of(once, after=datetime(2026, 3, 1, tzinfo=UTC))) == []


def test_a_rule_that_has_run_out_has_no_next_session() -> None:
    ended = schedule(rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630")
    assert list(sessions_of(ended, after=datetime(2026, 11, 1, tzinfo=UTC))) == []


def test_the_last_day_of_a_rule_counts_to_its_end() -> None:
    ends = schedule(rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261124")
    assert first(ends, datetime(2026, 11, 21, tzinfo=UTC)).date() == date(2026, 11, 24)


def test_a_rule_that_never_ends_is_followed_no_further_than_the_horizon() -> None:
    after = datetime(2026, 11, 1, tzinfo=UTC)
    starts = list(sessions_of(schedule(rrule="FREQ=DAILY"), after=after))
    assert starts[-1] <= after + HORIZON


def test_sessions_of_several_schedules_come_soonest_first() -> None:
    thursday = schedule(id="t", starts_on=date(2026, 2, 5), rrule="FREQ=WEEKLY;BYDAY=TH")
    found = next_sessions([thursday, schedule()], after=datetime(2026, 11, 21, tzinfo=UTC), limit=3)
    assert [start.strftime("%a") for start, _ in found] == ["Tue", "Thu", "Tue"]


def test_slots_are_the_parts_of_the_week_it_happens_in() -> None:
    evenings = schedule(starts_at=time(18, 30), rrule="FREQ=WEEKLY;BYDAY=TU,TH")
    starts = islice(sessions_of(evenings, after=datetime(2026, 11, 21, tzinfo=UTC)), 14)
    assert slots_of(starts) == {"tue-eve", "thu-eve"}


@pytest.mark.parametrize(
    ("hour", "part"), [(0, "am"), (11, "am"), (12, "pm"), (16, "pm"), (17, "eve"), (23, "eve")]
)
def test_noon_and_five_divide_the_day(hour: int, part: str) -> None:
    assert slot_of(datetime(2026, 11, 24, hour, tzinfo=AUCKLAND)) == f"tue-{part}"


def test_an_end_before_the_start_is_past_midnight() -> None:
    late = schedule(starts_at=time(22, 0), ends_at=time(1, 0))
    start = datetime(2026, 11, 24, 22, tzinfo=AUCKLAND)
    assert end_of(start, late) == datetime(2026, 11, 25, 1, tzinfo=AUCKLAND)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYHOUR=1,2,3",
        "FREQ=DAILY\nDTSTART:20260101",
        "every Tuesday",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=MONTHLY;BYDAY=10TU",
        "FREQ=MONTHLY;BYDAY=99TU",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=4",
        "FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=3",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=60",
        "FREQ=WEEKLY;COUNT=999999999999",
        "FREQ=WEEKLY;" + "BYDAY=TU;" * 100,
    ],
)
def test_a_rule_that_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(RuleUnreadable):
        check_rule(rule)


def test_a_rule_that_an_older_check_let_through_stops_nothing_else() -> None:
    kept = [schedule(rrule="FREQ=MONTHLY;BYDAY=99TU"), schedule(id="t")]
    found = next_sessions(kept, after=datetime(2026, 11, 21, tzinfo=UTC), limit=2)
    assert [of.id for _, of in found] == ["t", "t"]


@given(st.text(max_size=80))
def test_no_text_whatever_breaks_the_check(text: str) -> None:
    try:
        rule = check_rule(text)
    except RuleUnreadable:
        return
    next(sessions_of(schedule(rrule=rule), after=datetime(2026, 11, 1, tzinfo=UTC)), None)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 20),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
def test_sessions_never_lie_in_the_past(frequency: str, interval: int, after: datetime) -> None:
    rule = check_rule(f"FREQ={frequency};INTERVAL={interval}")
    start = next(sessions_of(schedule(rrule=rule), after=after), None)
    assert start is None or start >= after
