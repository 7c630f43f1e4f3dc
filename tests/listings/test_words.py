"""Facts put in plain words."""

from datetime import date, time

import pytest

from directory.listings.languages import language_code, language_name
from directory.listings.time_words import schedule_words
from directory.models.schedule import Schedule


def words(rrule: str, note: str = "") -> str:
    return schedule_words(
        Schedule(
            starts_on=date(2026, 2, 3),
            starts_at=time(10),
            ends_at=time(12),
            rrule=rrule,
            note=note,
        )
    )


@pytest.mark.parametrize(
    ("rrule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "Tuesdays, 10am to midday"),
        ("FREQ=WEEKLY", "Tuesdays, 10am to midday"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Tuesdays and Thursdays, 10am to midday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Monday to Friday, 10am to midday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every second week, Tuesdays, 10am to midday"),
        ("FREQ=MONTHLY;BYDAY=2TH", "The second Thursday of the month, 10am to midday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "The last Friday of the month, 10am to midday"),
        (
            "FREQ=MONTHLY;BYDAY=1TU,3TU",
            "The first Tuesday and third Tuesday of the month, 10am to midday",
        ),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2", "The second Thursday of the month, 10am to midday"),
        ("FREQ=DAILY", "Every day, 10am to midday"),
        ("FREQ=MONTHLY;BYMONTHDAY=4", "On some days, 10am to midday"),
        ("FREQ=WEEKLY;BYDAY=TH;BYMONTH=5,6,7", "Thursdays, May to July, 10am to midday"),
        (
            "FREQ=YEARLY;BYMONTH=10,11,12,1;BYDAY=SA",
            "Saturdays, October to January, 10am to midday",
        ),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=6", "On 6 February, 10am to midday"),
        ("FREQ=YEARLY", "Once a year, 10am to midday"),
        ("", "Once, on Tuesday 3 February, 10am to midday"),
    ],
)
def test_a_rule_is_said_as_a_person_would(rrule: str, said: str) -> None:
    assert words(rrule) == said


def test_a_note_follows_the_times() -> None:
    assert words("FREQ=DAILY", "term time") == "Every day, 10am to midday (term time)"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Samoan", "sm"), ("te reo Maori", "mi"), ("TONGAN", "to"), ("BSL", "bfi"), ("en", "en")],
)
def test_a_language_is_known_by_its_name_or_code(text: str, code: str) -> None:
    assert language_code(text) == code
    assert language_code(language_name(code)) == code


def test_an_unknown_language_is_unknown() -> None:
    assert language_code("Klingonese") is None
