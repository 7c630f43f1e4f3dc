"""The plain shape that several feeds share: a name, some words, a place, how to get in touch."""

from dataclasses import dataclass, replace
from typing import Self

from directory.exchange.kept import Kept, clean_id, region_of
from directory.exchange.naming import kind_of, slug, split_address
from directory.exchange.row import Context, Refusal, Row
from directory.listings import checks
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts
from directory.models.vocabulary import ListingKind


@dataclass(frozen=True, slots=True)
class SimpleListing:
    """A listing in a feed's own words, not checked yet; empty where the feed says nothing."""

    id: str
    name: str
    organisation: str
    organisation_id: str = ""
    description: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    town: str = ""
    country: str = ""
    lat: float | None = None
    lng: float | None = None
    kind: ListingKind | None = None

    def with_paragraphs(self, *paragraphs: str) -> Self:
        """With those of the paragraphs that it does not hold yet."""
        texts = [self.description] if self.description else []
        texts += [text for text in dict.fromkeys(paragraphs) if text and text != self.description]
        return replace(self, description="\n\n".join(texts))


def simple_row(number: int, said: SimpleListing, context: Context) -> Row | Refusal:
    """The row, or why it is refused."""
    try:
        return _row(number, said, context)
    except checks.FieldRefused as error:
        return Refusal(number, error.field, error.reason)


def _row(number: int, said: SimpleListing, context: Context) -> Row:
    kept = Kept(number)
    region = region_of(said.country, said.lat, said.lng, default=context.region)
    website, phone = kept.website(said.website), kept.phone(said.phone)
    name = checks.clean_name("name", said.name)
    organisation = checks.clean_name("organisation", said.organisation or name)
    place = _place(said, kept)
    listing = ListingFacts(
        organisation_id="",
        kind=said.kind or kind_of(name),
        region=region,
        name=name,
        description=kept.text("description", said.description),
        website=website,
        email=kept.email(said.email),
        phone=phone,
        places=(place,) if place else (),
    )
    runs_it = OrganisationFacts(
        name=organisation,
        region=region,
        website=website,
        phone=phone,
        source_id=kept.line("organisation", said.organisation_id)
        or slug(organisation)
        or organisation,
    )
    id = clean_id("id", said.id)
    return Row(number, id, runs_it, listing, remarks=kept.remarks)


def _place(said: SimpleListing, kept: Kept) -> PlaceFacts | None:
    lat, lng = kept.point(said.lat, said.lng)
    address = split_address(kept.line("address", said.address))
    locality = address.locality or kept.line("town", said.town)
    if lat is None and not (address.street or locality or address.postcode):
        return None
    return PlaceFacts(
        address=address.street,
        locality=locality,
        postcode=address.postcode,
        lat=lat,
        lng=lng,
    )
