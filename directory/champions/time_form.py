"""One time that a listing meets, in plain controls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import (
    Field,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from directory.champions.fields import Checked, DayField, HourField, short_text
from directory.champions.recurrence import (
    CODES,
    EVERY_WORDS,
    Every,
    Pattern,
    needs_date,
    pattern_of,
)
from directory.champions.typed_dates import DateUnreadable, read_dates, write_dates
from directory.listings.facts import ScheduleFacts
from directory.listings.time_words import DAYS
from directory.web.form import Form

NOT_USED = ""
TAKEN_OUT = "taken_out"
MOST_DATES_OFF = 60


class TimeForm(Form):
    every = SelectField(
        "How often",
        choices=[
            SelectChoice(NOT_USED, "Choose"),
            *(SelectChoice(every.value, words) for every, words in EVERY_WORDS.items()),
            SelectChoice(TAKEN_OUT, "Take this time out"),
        ],
        default=NOT_USED,
    )
    days = SelectMultipleField(
        "Day", choices=[SelectChoice(*pair) for pair in zip(CODES, DAYS, strict=True)]
    )
    first_on = DayField("Date")
    starts_at = HourField("Starts at")
    ends_at = HourField("Ends at")
    place = SelectField("Where", default="0")
    note = StringField("Anything to add", validators=[Checked(short_text)])
    except_on = TextAreaField("Dates it does not happen")

    def __init__(self, *args: Any, places: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place.choices = [
            SelectChoice(str(number), name) for number, name in enumerate(places or ("",))
        ]

    @property
    def is_used(self) -> bool:
        if self.every.data == TAKEN_OUT:
            return False
        return bool(
            self.every.data
            or self.days.data
            or any(self.first_on.raw_data or ())
            or any(self.starts_at.raw_data or ())
        )

    @property
    def how_often(self) -> Every | None:
        said = self.every.data
        return Every(said) if said in set(Every) else None

    def validate_every(self, field: Field) -> None:
        if self.is_used and not field.data:
            raise ValidationError("Choose how often it happens")

    def validate_days(self, field: Field) -> None:
        every = self.how_often
        if every is None or every is Every.ONCE:
            return
        if not field.data and not (self.first_on.data and needs_date(every)):
            raise ValidationError("Tick the day or days of the week")

    def validate_first_on(self, field: Field) -> None:
        every, day = self.how_often, field.data
        if every is None or field.errors:
            return
        if day is None and every is Every.ONCE:
            raise ValidationError("Enter the date")
        if day is None and every is Every.SECOND_WEEK:
            raise ValidationError("Enter one date it happens, so that we know which weeks")
        if day and self.days.data and CODES[day.weekday()] not in self.days.data:
            raise ValidationError(
                f"That date is a {DAYS[day.weekday()]}. Change the date, or the day above"
            )

    def validate_starts_at(self, field: Field) -> None:
        if self.how_often and field.data is None and not field.errors:
            raise ValidationError("Enter the time it starts, such as 10:30")

    def validate_ends_at(self, field: Field) -> None:
        if field.data and self.starts_at.data and field.data <= self.starts_at.data:
            raise ValidationError("The end is before the start. Change one of them")

    def validate_except_on(self, field: Field) -> None:
        try:
            days = read_dates(field.data or "")
        except DateUnreadable as error:
            raise ValidationError(
                f"“{error.text}” is not a date. Write one a line, such as 22/12/2026"
            ) from error
        if len(days) > MOST_DATES_OFF:
            raise ValidationError(f"Give {MOST_DATES_OFF} dates or fewer")

    def pattern(self) -> Pattern:
        """Only of a valid form that is used."""
        every = self.how_often
        assert every is not None
        if every is Every.ONCE:
            return Pattern(every)
        days = tuple(code for code in CODES if code in (self.days.data or ()))
        return Pattern(every, days or (CODES[self._first().weekday()],))

    def days_off(self) -> tuple[date, ...]:
        return read_dates(self.except_on.data or "")

    def _first(self) -> date:
        assert self.first_on.data is not None
        return self.first_on.data


def time_answers(schedule: ScheduleFacts) -> dict[str, object]:
    """What the controls show for a time whose pattern they can say."""
    pattern = pattern_of(schedule)
    assert pattern is not None
    return {
        "every": pattern.every.value,
        "days": list(pattern.days),
        "first_on": schedule.starts_on if needs_date(pattern.every) else None,
        "starts_at": schedule.starts_at,
        "ends_at": schedule.ends_at,
        "place": str(schedule.place or 0),
        "note": schedule.note,
        "except_on": write_dates(schedule.except_on),
    }
