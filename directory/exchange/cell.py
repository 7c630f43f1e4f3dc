"""Reads the cells of one row of our own CSV, and gathers everything that is wrong with it."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from directory.exchange.csv_table import Cells
from directory.exchange.row import Refusal
from directory.exchange.term import nearest_term, term_named
from directory.listings.checks import FieldRefused
from directory.listings.languages import language_code
from directory.listings.rules import EARLIEST, LATEST, is_sensible_day

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
YES, NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


class RowCells:
    """One row. ``take`` reads a cell; where that fails it remembers why and gives what is given."""

    def __init__(self, number: int, cells: Cells) -> None:
        self._number = number
        self._cells = cells
        self.refusals: list[Refusal] = []

    def text(self, column: str) -> str:
        return self._cells.get(column, "").strip()

    def take(self, column: str, read: Callable[[str, str], T], empty: T) -> T:
        """``read`` is called with the column and its text; ``empty`` stands for an empty cell."""
        text = self.text(column)
        return self.checked(lambda: read(column, text), empty) if text else empty

    def maybe(self, column: str, read: Callable[[str, str], T]) -> T | None:
        """As ``take``, with None for an empty cell."""
        nothing: T | None = None
        return self.take(column, read, nothing)

    def checked(self, read: Callable[[], T], empty: T) -> T:
        """What ``read`` gives, or ``empty`` and a refusal where it raises FieldRefused."""
        try:
            return read()
        except FieldRefused as error:
            self.refuse(error.field, error.reason)
            return empty

    def refuse(self, column: str, reason: str) -> None:
        self.refusals.append(Refusal(self._number, column, reason))


def one_of(kind: type[E]) -> Callable[[str, str], E]:
    """Reads one value of the set."""

    def read(column: str, text: str) -> E:
        word = text.strip().casefold().replace(" ", "_").replace("-", "_")
        if word not in set(kind):
            raise FieldRefused(column, f"“{text}” should be one of {', '.join(kind)}")
        return kind(word)

    return read


def several_of(
    read: Callable[[str, str], T], *, between: str = ";,"
) -> Callable[[str, str], frozenset[T]]:
    """Reads values with any of the marks ``between`` them."""

    def read_all(column: str, text: str) -> frozenset[T]:
        parts = re.split(f"[{between}]", text)
        return frozenset(read(column, part.strip()) for part in parts if part.strip())

    return read_all


def yes_or_no(column: str, text: str) -> bool:
    word = text.casefold()
    if word not in YES | NO:
        raise FieldRefused(column, f"“{text}” should be yes or no, or empty where nobody knows")
    return word in YES


def whole_number(column: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise FieldRefused(column, f"“{text}” should be a whole number") from None


def degrees(column: str, text: str) -> float | None:
    """A number; None for NaN, which programs write where there is none."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise FieldRefused(column, f"“{text}” should be degrees such as -36.97") from None
    return number if math.isfinite(number) else None


def money(column: str, text: str) -> Decimal:
    try:
        amount = Decimal(text.strip("£$€ NZ").replace(",", "")).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(-1)
    if amount.is_nan() or not 0 <= amount <= 999_999:
        raise FieldRefused(column, f"“{text}” should be an amount such as 3.50")
    return amount


def day(column: str, text: str) -> date:
    for pattern in DATES:
        try:
            found = datetime.strptime(text, pattern).date()  # noqa: DTZ007  a date has no zone
        except ValueError:
            continue
        if not is_sensible_day(found):
            raise FieldRefused(
                column, f"“{text}” should be between {EARLIEST.year} and {LATEST.year}"
            )
        return found
    raise FieldRefused(column, f"“{text}” should be a date such as 2026-02-03")


def clock(column: str, text: str) -> time:
    """
    >>> clock("starts", "10:00"), clock("starts", "2.30pm"), clock("starts", "12am")
    (datetime.time(10, 0), datetime.time(14, 30), datetime.time(0, 0))
    """
    found = CLOCK.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    half = (found[3] or "").lower() if found else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or (not half and found and found[2] is None):
        raise FieldRefused(column, f"“{text}” should be a time such as 10:00 or 2.30pm")
    return time(hour, minute)


def term(column: str, text: str) -> str:
    found = term_named(text)
    if found is None:
        raise FieldRefused(
            column, f"“{text}” is not in the taxonomy (nearest: {nearest_term(text)})"
        )
    return found


def language(column: str, text: str) -> str:
    code = language_code(text)
    if code is None:
        raise FieldRefused(column, f"“{text}” is not a language we know; try its English name")
    return code
