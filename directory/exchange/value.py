"""Reads values out of JSON that anybody may have written: never trusts a type."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from directory.exchange.text import plain_text

Entry = Mapping[str, Any]


def text_of(entry: Entry, *keys: str) -> str:
    """The first of the keys that holds words, as plain text; numbers count, anything else not."""
    for key in keys:
        value = entry.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        words = plain_text(str(value))
        if words:
            return words
    return ""


def number_of(entry: Entry, key: str) -> float | None:
    """A finite number, also one written as text; None where there is none."""
    value = entry.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def entry_of(entry: Entry, key: str) -> Entry:
    value = entry.get(key)
    return value if isinstance(value, Mapping) else {}


def entries_of(entry: Entry, *keys: str) -> list[Entry]:
    """The objects in the lists of those names; empty where there are none."""
    lists = [value for value in map(entry.get, keys) if isinstance(value, list)]
    return [item for items in lists for item in items if isinstance(item, Mapping)]


def date_of(entry: Entry, key: str) -> date | None:
    """The day of an ISO date or date-time."""
    try:
        return date.fromisoformat(text_of(entry, key)[:10])
    except ValueError:
        return None
