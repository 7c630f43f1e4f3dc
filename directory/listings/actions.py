"""Writes listings and the organisations that run them."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.config import ZONES
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts, ScheduleFacts
from directory.models.base import new_id
from directory.models.catalogue import CatalogueChange
from directory.models.listing import (
    Listing,
    ListingAudience,
    ListingFeature,
    ListingJoining,
    ListingLanguage,
    ListingMode,
    ListingTerm,
)
from directory.models.organisation import Organisation
from directory.models.place import Place, PlaceAccess
from directory.models.schedule import Schedule, ScheduleException
from directory.models.vocabulary import AudienceSide, ListingStatus, TermRelation

SAME_NAMES = (
    "organisation_id",
    "kind",
    "region",
    "name",
    "description",
    "first_visit",
    "website",
    "email",
    "phone",
    "joining_note",
    "reach",
    "cost",
    "cost_amount",
    "cost_note",
    "min_age",
    "max_age",
    "gender",
    "capacity",
    "places_left",
    "capacity_on",
    "assured_on",
    "assured_by",
    "practice_id",
    "is_demonstration",
)


def save_organisation(session: Session, facts: OrganisationFacts) -> Organisation:
    """Creates the organisation, or updates the one that came from the same source."""
    organisation = _known_organisation(session, facts) or Organisation(id=new_id())
    for name in OrganisationFacts.__dataclass_fields__:
        setattr(organisation, name, getattr(facts, name))
    session.add(organisation)
    session.flush()
    return organisation


def create_listing(
    session: Session,
    facts: ListingFacts,
    *,
    status: ListingStatus,
    now: datetime,
    proposed_by_id: int | None = None,
) -> Listing:
    listing = add_listing(session, facts, status=status, now=now, proposed_by_id=proposed_by_id)
    session.flush()
    return listing


def add_listing(
    session: Session,
    facts: ListingFacts,
    *,
    status: ListingStatus,
    now: datetime,
    proposed_by_id: int | None = None,
) -> Listing:
    """As ``create_listing``, but leaves the flush to the caller, who has many to add."""
    listing = Listing(
        id=new_id(), status=status, created_at=now, updated_at=now, proposed_by_id=proposed_by_id
    )
    _write_facts(listing, facts)
    session.add(listing)
    note_change(session, listing.id, now=now)
    return listing


def update_listing(
    session: Session, listing: Listing, facts: ListingFacts, *, now: datetime
) -> Listing:
    """Replaces everything the listing says. It must have been read by ``whole_listing``."""
    # Schedules first: deleting a place makes the database delete its schedules.
    listing.schedules.clear()
    session.flush()
    for part in (
        listing.places,
        listing.terms,
        listing.audience,
        listing.modes,
        listing.joining,
        listing.languages,
        listing.features,
    ):
        part.clear()
    # The old parts must be gone before new ones with the same key are added.
    session.flush()
    _write_facts(listing, facts)
    listing.updated_at = now
    note_change(session, listing.id, now=now)
    session.flush()
    return listing


def set_status(session: Session, listing: Listing, status: ListingStatus, *, now: datetime) -> None:
    listing.status = status
    listing.updated_at = now
    note_change(session, listing.id, now=now)
    session.flush()


def note_change(session: Session, listing_id: str, *, now: datetime) -> None:
    """Lets every process know that its copy of this listing is out of date."""
    session.add(CatalogueChange(listing_id=listing_id, changed_at=now))


def _known_organisation(session: Session, facts: OrganisationFacts) -> Organisation | None:
    if facts.source is None:
        return None
    return session.scalar(
        select(Organisation).where(
            Organisation.source == facts.source, Organisation.source_id == facts.source_id
        )
    )


def _write_facts(listing: Listing, facts: ListingFacts) -> None:
    for name in SAME_NAMES:
        setattr(listing, name, getattr(facts, name))
    _write_area(listing, facts)
    _write_provenance(listing, facts)
    listing.places = [_place(position, place) for position, place in enumerate(facts.places)]
    listing.schedules = [
        _schedule(position, schedule, listing) for position, schedule in enumerate(facts.schedules)
    ]
    listing.terms = [
        *(ListingTerm(term=term, relation=TermRelation.OFFERS) for term in sorted(facts.offers)),
        *(ListingTerm(term=term, relation=TermRelation.SERVES) for term in sorted(facts.serves)),
    ]
    listing.audience = list(_audience(facts))
    listing.modes = [ListingMode(mode=mode) for mode in sorted(facts.modes)]
    listing.joining = [ListingJoining(way=way) for way in sorted(facts.joining)]
    listing.languages = [ListingLanguage(language=code) for code in sorted(facts.languages)]
    listing.features = [
        ListingFeature(feature=feature, is_present=is_present)
        for feature, is_present in sorted(facts.features.items())
    ]


def _write_area(listing: Listing, facts: ListingFacts) -> None:
    area = facts.area
    listing.area_name = area.name if area else ""
    listing.area_lat = area.lat if area else None
    listing.area_lng = area.lng if area else None
    listing.area_radius_km = area.radius_km if area else None


def _write_provenance(listing: Listing, facts: ListingFacts) -> None:
    origin = facts.provenance
    listing.source = origin.source if origin else None
    listing.source_id = origin.source_id if origin else None
    listing.source_digest = origin.digest if origin else None
    listing.source_note = origin.note if origin else ""


def _place(position: int, facts: PlaceFacts) -> Place:
    return Place(
        id=new_id(),
        position=position,
        name=facts.name,
        address=facts.address,
        locality=facts.locality,
        postcode=facts.postcode,
        lat=facts.lat,
        lng=facts.lng,
        is_exact=facts.is_exact,
        access=[
            PlaceAccess(feature=feature, is_present=is_present)
            for feature, is_present in sorted(facts.access.items())
        ],
    )


def _schedule(position: int, facts: ScheduleFacts, listing: Listing) -> Schedule:
    place = listing.places[facts.place] if facts.place is not None else None
    return Schedule(
        id=new_id(),
        position=position,
        place_id=place.id if place else None,
        timezone=ZONES[listing.region].key,
        starts_on=facts.starts_on,
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        rrule=facts.rrule,
        note=facts.note,
        exceptions=[ScheduleException(on=day) for day in sorted(set(facts.except_on))],
    )


def _audience(facts: ListingFacts) -> Iterator[ListingAudience]:
    sides = [(AudienceSide.FOR, words) for words in facts.audience_for]
    sides += [(AudienceSide.NOT_FOR, words) for words in facts.audience_not_for]
    for position, (side, words) in enumerate(sides):
        yield ListingAudience(position=position, side=side, words=words)
