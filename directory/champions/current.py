"""What a saved listing says now, as facts: an edit starts from these, so that nothing is lost."""

from collections.abc import Mapping

from directory.listings.facts import AreaFacts, ListingFacts, PlaceFacts, Provenance, ScheduleFacts
from directory.models.listing import Listing
from directory.models.place import Place
from directory.models.schedule import Schedule
from directory.models.vocabulary import AudienceSide, TermRelation


def facts_of(listing: Listing) -> ListingFacts:
    """``listing`` must have been read whole."""
    positions = {place.id: number for number, place in enumerate(listing.places)}
    return ListingFacts(
        organisation_id=listing.organisation_id,
        kind=listing.kind,
        region=listing.region,
        name=listing.name,
        description=listing.description,
        first_visit=listing.first_visit,
        website=listing.website,
        email=listing.email,
        phone=listing.phone,
        offers=_terms(listing, TermRelation.OFFERS),
        serves=_terms(listing, TermRelation.SERVES),
        joining=frozenset(part.way for part in listing.joining),
        joining_note=listing.joining_note,
        modes=frozenset(part.mode for part in listing.modes),
        reach=listing.reach,
        area=_area(listing),
        places=tuple(_place(place) for place in listing.places),
        schedules=tuple(_schedule(schedule, positions) for schedule in listing.schedules),
        cost=listing.cost,
        cost_amount=listing.cost_amount,
        cost_note=listing.cost_note,
        min_age=listing.min_age,
        max_age=listing.max_age,
        gender=listing.gender,
        audience_for=_audience(listing, AudienceSide.FOR),
        audience_not_for=_audience(listing, AudienceSide.NOT_FOR),
        features={part.feature: part.is_present for part in listing.features},
        languages=frozenset(part.language for part in listing.languages),
        capacity=listing.capacity,
        places_left=listing.places_left,
        capacity_on=listing.capacity_on,
        assured_on=listing.assured_on,
        assured_by=listing.assured_by,
        practice_id=listing.practice_id,
        is_demonstration=listing.is_demonstration,
        provenance=_provenance(listing),
    )


def _terms(listing: Listing, relation: TermRelation) -> frozenset[str]:
    return frozenset(part.term for part in listing.terms if part.relation is relation)


def _audience(listing: Listing, side: AudienceSide) -> tuple[str, ...]:
    return tuple(part.words for part in listing.audience if part.side is side)


def _area(listing: Listing) -> AreaFacts | None:
    if not listing.area_name and listing.area_lat is None:
        return None
    return AreaFacts(listing.area_name, listing.area_lat, listing.area_lng, listing.area_radius_km)


def _provenance(listing: Listing) -> Provenance | None:
    if listing.source is None or listing.source_id is None:
        return None
    return Provenance(
        listing.source, listing.source_id, listing.source_digest or "", listing.source_note
    )


def _place(place: Place) -> PlaceFacts:
    return PlaceFacts(
        name=place.name,
        address=place.address,
        locality=place.locality,
        postcode=place.postcode,
        lat=place.lat,
        lng=place.lng,
        is_exact=place.is_exact,
        access={part.feature: part.is_present for part in place.access},
    )


def _schedule(schedule: Schedule, positions: Mapping[str, int]) -> ScheduleFacts:
    return ScheduleFacts(
        starts_on=schedule.starts_on,
        starts_at=schedule.starts_at,
        ends_at=schedule.ends_at,
        rrule=schedule.rrule,
        except_on=tuple(sorted(part.on for part in schedule.exceptions)),
        note=schedule.note,
        place=positions.get(schedule.place_id or ""),
    )
