"""The New Zealand Family Services Directory, as published in CSV and as maps keep it in JSON.

The CSV has a row for each service line and category; the rows of one service are joined. Of the
JSON there are two kinds: *grouped*, where an entry is a provider with its services listed inside,
and *flat*, where an entry is one service line under the provider's id and name. Flat lines have no
names of their own, so a provider's lines become one listing that keeps the words of each.
"""

from collections.abc import Iterable, Iterator, Sequence

from directory.exchange.csv_table import Table
from directory.exchange.repeat import joining_repeats, renaming_repeats
from directory.exchange.row import Context, Feed, FeedUnreadable, Read, Refusal
from directory.exchange.simple_listing import SimpleListing, simple_row
from directory.exchange.value import Entry, entries_of, entry_of, number_of, text_of
from directory.models.vocabulary import ListingKind

NEEDED = ("PROVIDER_NAME", "SERVICE_NAME")
COMMUNITY_GROUP = "community group"


def looks_like_map(content: Entry) -> bool:
    services = entries_of(content, "services")
    return bool(services) and {"id", "name", "lat", "lng"} <= services[0].keys()


def looks_like_directory(columns: Sequence[str]) -> bool:
    return "PROVIDER_NAME" in columns or "FSD_ID" in columns


def read_map(content: Entry, context: Context) -> Feed:
    entries = entries_of(content, "services")
    rows = list(_map_rows(entries, context))
    is_grouped = any("services" in entry for entry in entries)
    return renaming_repeats(rows) if is_grouped else joining_repeats(rows)


def read_directory(table: Table, context: Context) -> Feed:
    """Raises FeedUnreadable where a needed column is missing."""
    missing = [column for column in NEEDED if column not in table.columns]
    if missing:
        raise FeedUnreadable(
            "the header",
            f"the column {', '.join(missing)} of the Family Services Directory is missing",
        )
    return joining_repeats(list(_directory_rows(table, context)))


def _map_rows(entries: Iterable[Entry], context: Context) -> Iterator[Read]:
    for number, entry in enumerate(entries, start=1):
        yield simple_row(number, _map_entry(entry), context)


def _map_entry(entry: Entry) -> SimpleListing:
    name = text_of(entry, "name")
    line_name = text_of(entry, "serviceName")
    initiatives = text_of(entry_of(entry, "communityMeta"), "initiatives")
    is_group = text_of(entry, "orgType").casefold() == COMMUNITY_GROUP
    description = text_of(entry, "description")
    return SimpleListing(
        id=text_of(entry, "id"),
        name=name,
        organisation=name,
        description=description,
        website=text_of(entry, "url"),
        phone=text_of(entry, "phone"),
        address=text_of(entry, "address"),
        country="nz",
        lat=number_of(entry, "lat"),
        lng=number_of(entry, "lng"),
        kind=ListingKind.GROUP if is_group else None,
    ).with_paragraphs(
        line_name if line_name != name else "",
        *(_line(service, name, description) for service in entries_of(entry, "services")),
        f"Initiatives: {initiatives}" if initiatives else "",
    )


def _line(service: Entry, provider: str, said: str) -> str:
    """One service of a provider, without what the provider's own words said already."""
    name, words = text_of(service, "serviceName", "title"), text_of(service, "description")
    name, words = ("" if name == provider else name), ("" if words == said else words)
    return f"{name} — {words}" if name and words else name or words


def _directory_rows(table: Table, context: Context) -> Iterator[Read]:
    for number, cells in table.rows:
        if isinstance(cells, Refusal):
            yield cells
            continue
        yield simple_row(number, _directory_entry(cells), context)


def _directory_entry(cells: Entry) -> SimpleListing:
    provider, service = text_of(cells, "PROVIDER_NAME"), text_of(cells, "SERVICE_NAME")
    provider_id = text_of(cells, "FSD_ID") or provider
    return SimpleListing(
        id=text_of(cells, "SERVICE_ID") or f"{provider_id}#{service}",
        name=service or provider,
        organisation=provider,
        organisation_id=provider_id,
        description=text_of(cells, "SERVICE_DETAIL"),
        website=text_of(cells, "PROVIDER_WEBSITE_1"),
        phone=text_of(cells, "PUBLISHED_PHONE_1"),
        address=text_of(cells, "PHYSICAL_ADDRESS"),
        town=text_of(cells, "PHYSICAL_DISTRICT", "PHYSICAL_REGION"),
        country="nz",
        lat=number_of(cells, "LATITUDE"),
        lng=number_of(cells, "LONGITUDE"),
    )
