"""Reads a file or a web address in whatever shape it has."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from directory.exchange.csv_file import read_csv
from directory.exchange.csv_table import read_table
from directory.exchange.document import parse_json, parse_lines, parse_text
from directory.exchange.family_services import (
    looks_like_directory,
    looks_like_map,
    read_directory,
    read_map,
)
from directory.exchange.fetching import Fetcher, PageMissing, check_address
from directory.exchange.json_lines import looks_simple, read_simple_entries
from directory.exchange.oruk import read_services
from directory.exchange.oruk_feed import Progress, fetch_services, looks_like_service, page_in
from directory.exchange.repeat import refusing_repeats
from directory.exchange.row import Context, Feed, FeedUnreadable, Format
from directory.exchange.text import decoded
from directory.exchange.value import Entry

LARGEST_FILE = 500_000_000
OPEN_REFERRAL = frozenset({Format.ORUK, Format.HSDS})
NOT_TEXT = {
    b"PK\x03\x04": "this is a spreadsheet or a zip file: save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "this is an old spreadsheet: save the sheet as CSV",
    b"%PDF": "this is a PDF: ask for the list as CSV or JSON",
    b"\x1f\x8b": "this is compressed: unpack it first",
    b"SQLite format": "this is a database: export the list as CSV or JSON",
}
PACKAGES_LATER = (
    "this is a package of several tables (HSDS 1 or 2), which cannot be imported yet; "
    "ask for HSDS 3.0 or Open Referral UK 3.0 as JSON"
)
SHAPES = (
    "its shape is not one we know: Open Referral UK 3.0 or HSDS 3.0 services, a Family Services "
    "Directory export, our own CSV, or lines of JSON with id, name, org and text"
)


def is_address(location: str) -> bool:
    return "://" in location


def source_name(location: str) -> str:
    """A stable name for the feed: the file's own name, or the address without its query.

    Raises FeedUnreadable where it is no address that can be read.

    >>> source_name("https://feed.example/v3/services?page=1"), source_name("/tmp/a/groups.csv")
    ('feed.example/v3/services', 'groups')
    """
    if is_address(location):
        check_address(location)
        parts = urlsplit(location)
        host = f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
        return f"{host}{parts.path}".rstrip("/")
    return Path(location).stem


def read_file(path: Path, format: Format, context: Context) -> Feed:
    """Raises FeedUnreadable."""
    if path.is_dir():
        package = (path / "datapackage.json").exists()
        raise FeedUnreadable(path.name, PACKAGES_LATER if package else "give a file, not a folder")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FeedUnreadable(path.name, "the file is too large to be a list of services")
        content = path.read_bytes()
    except OSError as error:
        raise FeedUnreadable(path.name, f"the file cannot be read ({error.strerror})") from None
    return _read(content, format, context)


def read_url(
    url: str, format: Format, context: Context, fetcher: Fetcher, *, progress: Progress = iter
) -> Feed:
    """Raises FeedUnreadable, naming the page."""
    content = _get(url, fetcher)
    page = None
    if _starts_json(content) and format in {*OPEN_REFERRAL, Format.AUTO}:
        value = _json_in(decoded(content)[0])
        if isinstance(value, Mapping) and "openapi_url" in value:
            # The address of the whole interface, which only tells its version.
            url = f"{url.rstrip('/')}/services"
            content = _get(url, fetcher)
            value = parse_json(content, url)
        page = page_in(value)
    if page is None:
        return _read(content, format, context)
    return refusing_repeats(fetch_services(url, page, context, fetcher, progress=progress))


def _get(url: str, fetcher: Fetcher) -> bytes:
    try:
        return fetcher.get(url)
    except PageMissing:
        raise FeedUnreadable(url, "there is no such page (404)") from None


def _read(content: bytes, format: Format, context: Context) -> Feed:
    for mark, reason in NOT_TEXT.items():
        if content.startswith(mark):
            raise FeedUnreadable("", reason)
    text, note = decoded(content)
    if not text.strip():
        raise FeedUnreadable("", "the file is empty")
    if _starts_json(content):
        if note:
            raise FeedUnreadable("", "this JSON is not UTF-8")
        feed = _json_feed(_json_in(text), format, context)
    else:
        feed = _table_feed(text, format, context)
    return replace(feed, notes=(note, *feed.notes)) if note else feed


def _starts_json(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def _json_in(text: str) -> Any:
    """The value; a list where the file holds a value on each line."""
    text = text.removeprefix("\ufeff")
    lines = [line for line in text.splitlines() if line.strip()]
    has_lines = len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines)
    return parse_lines(text) if has_lines else parse_text(text)


def _json_feed(value: Any, format: Format, context: Context) -> Feed:
    if isinstance(value, Mapping) and "resources" in value:
        raise FeedUnreadable("", PACKAGES_LATER)
    if isinstance(value, Mapping) and looks_like_map(value) and format not in OPEN_REFERRAL:
        return read_map(value, context)
    if format in {Format.FSD, Format.CSV}:
        raise FeedUnreadable("", f"this JSON is not in the shape of {format}; try --format auto")
    entries, notes = _services_in(value)
    if entries and format is Format.AUTO and all(looks_simple(entry) for entry in entries):
        return refusing_repeats(read_simple_entries(entries, context))
    if page_in(value) is None and not all(looks_like_service(entry) for entry in entries[:1]):
        raise FeedUnreadable("", SHAPES)
    return replace(refusing_repeats(read_services(entries, context)), notes=notes)


def _services_in(value: Any) -> tuple[list[Entry], tuple[str, ...]]:
    """The objects of a page, a list, or a single one; and what there is to say of them."""
    page = page_in(value)
    if page is not None:
        is_part = page.total_pages > 1
        note = f"This file is one page of {page.total_pages:,}: the others were not read."
        return page.services, (note,) if is_part else ()
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, Mapping) for entry in values):
        raise FeedUnreadable("", SHAPES)
    return values, ()


def _table_feed(text: str, format: Format, context: Context) -> Feed:
    if format in OPEN_REFERRAL:
        raise FeedUnreadable("", f"this is not JSON, as {format} is; {PACKAGES_LATER}")
    if text.lstrip().startswith("<"):
        raise FeedUnreadable("", "this is a web page or XML; give the address of the data itself")
    table = read_table(text)
    if format is Format.FSD or (format is Format.AUTO and looks_like_directory(table.columns)):
        return read_directory(table, context)
    if "organization_id" in table.columns:
        raise FeedUnreadable("", PACKAGES_LATER)
    return refusing_repeats(read_csv(table, context))
