"""Form fields that say in plain words what is wrong, and keep what was typed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from wtforms import (
    DateField,
    DecimalField,
    Field,
    IntegerField,
    RadioField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from directory.champions.typed_dates import DateUnreadable, read_date
from directory.listings.checks import FieldRefused, clean_text
from directory.web.form import Form

YES, NO, UNKNOWN = "yes", "no", ""
YES_NO_UNKNOWN = [
    SelectChoice(YES, "Yes"),
    SelectChoice(NO, "No"),
    SelectChoice(UNKNOWN, "Don’t know"),
]
SHORT_TEXT = 500
CLOCKS = ("%H:%M", "%H:%M:%S", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p")


class Checked:
    """Cleans a text with one of the listing checks, or refuses it with the check's own reason."""

    def __init__(self, check: Callable[[str, str], str]) -> None:
        self.check = check

    def __call__(self, form: Form, field: Field) -> None:
        try:
            field.data = self.check(field.name, field.data or "")
        except FieldRefused as error:
            raise ValidationError(error.reason[:1].upper() + error.reason[1:]) from error


def long_text(field: str, text: str) -> str:
    return clean_text(field, text)


def short_text(field: str, text: str) -> str:
    return " ".join(clean_text(field, text, longest=SHORT_TEXT).split())


class DayField(DateField):
    """A date, from the browser's picker or typed."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = " ".join(valuelist).strip()
        self.data = None
        if not text:
            return
        try:
            self.data = read_date(text)
        except DateUnreadable as error:
            raise ValueError("Enter a real date, such as 3 December 2026") from error

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.isoformat() if self.data else ""


class HourField(TimeField):
    """A time of day, from the browser's picker or typed."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = "".join(valuelist).replace(" ", "").lower()
        self.data = None
        if not text:
            return
        for shape in CLOCKS:
            try:
                self.data = datetime.strptime(text, shape).time()  # noqa: DTZ007  no day
                return
            except ValueError:
                continue
        raise ValueError("Enter a time, such as 10:30 or 2pm")

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return f"{self.data:%H:%M}" if self.data else ""


class WholeNumberField(IntegerField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        text = "".join(valuelist).strip()
        self.data = None
        if not text:
            return
        # More digits than anybody means would not fit into the database.
        if not text.isdecimal() or len(text) > 6:
            raise ValueError("Enter a whole number, or leave this empty")
        self.data = int(text)


class MoneyField(DecimalField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        text = "".join(valuelist).strip().lstrip("$£").strip()
        self.data = None
        if not text:
            return
        try:
            amount = Decimal(text)
        except InvalidOperation as error:
            raise ValueError("Enter an amount of money, such as 3.50") from error
        if not amount.is_finite() or not 0 <= amount < 100_000:
            raise ValueError("Enter an amount from 0 to 99,999")
        self.data = amount.quantize(Decimal("0.01"))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return str(self.data) if self.data is not None else ""


def yes_no_form(names: Iterable[StrEnum], words: Callable[[Any], str]) -> type[Form]:
    """A form that asks yes, no or don't know of each name."""
    fields = {
        name.value: RadioField(words(name), choices=YES_NO_UNKNOWN, default=UNKNOWN)
        for name in names
    }
    return type("YesNoForm", (Form,), fields)
