"""Reads dates as people type them."""

from collections.abc import Iterator
from datetime import date, datetime

from directory.listings.rules import is_sensible_day

FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


class DateUnreadable(Exception):
    """A text that is no date of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def read_date(text: str) -> date:
    """Raises DateUnreadable. A weekday before the date is passed over.

    >>> read_date("22 December 2026") == read_date("22/12/2026") == read_date("2026-12-22")
    True
    """
    words = " ".join(text.replace(",", " ").split())
    candidates = [words, words.partition(" ")[2]]
    for candidate in candidates:
        for shape in FORMATS:
            try:
                day = datetime.strptime(candidate, shape).date()  # noqa: DTZ007  a date alone
            except ValueError:
                continue
            if is_sensible_day(day):
                return day
    raise DateUnreadable(text.strip()[:40])


def read_dates(text: str) -> tuple[date, ...]:
    """One date a line, or several with semicolons between; in order, each once."""
    return tuple(sorted(set(_each_date(text))))


def write_dates(days: tuple[date, ...]) -> str:
    """
    >>> write_dates((date(2026, 12, 22),))
    '22/12/2026'
    """
    return "\n".join(f"{day:%d/%m/%Y}" for day in sorted(days))


def _each_date(text: str) -> Iterator[date]:
    for line in text.replace(";", "\n").splitlines():
        if line.strip():
            yield read_date(line)
