"""A simple shape, one JSON object a line: id, name, org, text, url, address, town, lat, lng."""

from collections.abc import Iterable, Iterator

from directory.exchange.row import Context, Read
from directory.exchange.simple_listing import SimpleListing, simple_row
from directory.exchange.value import Entry, number_of, text_of


def looks_simple(entry: Entry) -> bool:
    return {"id", "name", "text"} <= entry.keys()


def read_simple_entries(entries: Iterable[Entry], context: Context) -> Iterator[Read]:
    for number, entry in enumerate(entries, start=1):
        yield simple_row(number, _said(entry), context)


def _said(entry: Entry) -> SimpleListing:
    return SimpleListing(
        id=text_of(entry, "id"),
        name=text_of(entry, "name"),
        organisation=text_of(entry, "org", "organisation"),
        description=text_of(entry, "text", "description"),
        website=text_of(entry, "url", "website"),
        phone=text_of(entry, "phone"),
        email=text_of(entry, "email"),
        address=text_of(entry, "address"),
        town=text_of(entry, "town"),
        country=text_of(entry, "country"),
        lat=number_of(entry, "lat"),
        lng=number_of(entry, "lng"),
    )
