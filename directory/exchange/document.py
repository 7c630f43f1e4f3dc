"""Parses JSON and JSON lines, saying where a damaged one goes wrong."""

import json
from typing import Any

from directory.exchange.row import FeedUnreadable
from directory.exchange.text import decoded


def parse_json(content: bytes, name: str) -> Any:
    """The value. Raises FeedUnreadable with the line, and the name of the page where it has one."""
    text, note = decoded(content)
    if note:
        raise FeedUnreadable(name, "this JSON is not UTF-8")
    return parse_text(text, name)


def parse_text(text: str, name: str = "") -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno:,}, column {error.colno:,}"
        cut_off = error.pos >= len(text.rstrip()) or "Unterminated" in error.msg
        reason = "the JSON stops here; the file may be cut off" if cut_off else "this is not JSON"
        raise FeedUnreadable(f"{name}, {where}" if name else where, reason) from None
    except (ValueError, RecursionError):
        raise FeedUnreadable(name, "this JSON holds a number or a nesting without end") from None


def parse_lines(text: str) -> list[Any]:
    """One value a line; raises FeedUnreadable, naming the line."""
    return [
        _parse_line(number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def _parse_line(number: int, line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise FeedUnreadable(
            f"line {number:,}", "this line is not a JSON object; the file may be cut off"
        ) from None
