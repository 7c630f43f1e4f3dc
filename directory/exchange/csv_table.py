"""A table of cells out of CSV text, whatever stands between the cells."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from directory.exchange.row import FeedUnreadable, Refusal

SEPARATORS = (",", ";", "\t", "|")
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are numbered as a spreadsheet does: the header is row 1."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Cells | Refusal], ...]


def read_table(text: str) -> Table:
    """Raises FeedUnreadable where the text is no table or stops in the middle of a row."""
    text = text.removeprefix("\ufeff")
    header = next((line for line in text.splitlines() if line.strip()), "")
    if not header:
        raise FeedUnreadable("", "the file is empty")
    lines = list(_lines(text, max(SEPARATORS, key=header.count)))
    columns = tuple(column.strip() for column in lines[0][1])
    _refuse_doubled(columns)
    _refuse_cut_off(text, lines, len(columns))
    rows = tuple((number, _cells(number, row, columns)) for number, row in lines[1:])
    return Table(tuple(column for column in columns if column), rows)


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers; empty ones are counted and left out."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        began = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FeedUnreadable(f"line {began:,}", _in_words(error)) from None
        number += 1
        if any(cell.strip() for cell in row):
            yield number, row


def _in_words(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "a quotation mark opens here and is never closed; the file may be cut off"
    if "field limit" in str(error):
        return "a cell is far too long; a quotation mark may be missing"
    return f"the row cannot be read ({error})"


def _refuse_doubled(columns: tuple[str, ...]) -> None:
    doubled = sorted({column for column in columns if column and columns.count(column) > 1})
    if doubled:
        raise FeedUnreadable("the header", f"the column “{doubled[0]}” is there twice")


def _refuse_cut_off(text: str, lines: list[tuple[int, list[str]]], width: int) -> None:
    number, last = lines[-1]
    if len(lines) > 1 and len(last) < width and not text.endswith(("\n", "\r")):
        raise FeedUnreadable(
            f"row {number:,}",
            f"the file stops after {len(last)} of {width} cells; it may be cut off",
        )


def _cells(number: int, row: list[str], columns: tuple[str, ...]) -> Cells | Refusal:
    if len(row) != len(columns):
        return Refusal(number, "row", f"it has {len(row)} cells and the header has {len(columns)}")
    # Spreadsheets often save empty columns at the end.
    if any(cell.strip() for column, cell in zip(columns, row, strict=True) if not column):
        return Refusal(number, "row", "it has a cell in a column without a name")
    return {column: cell for column, cell in zip(columns, row, strict=True) if column}
