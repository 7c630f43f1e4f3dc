"""Everything there is to say of a listing, as one checked value.

Seeds, imports and the champion's form all become ListingFacts before anything is written, so that
a listing is saved in one way only. None means unknown; an empty text means nothing to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
    Reach,
    Region,
)


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    name: str = ""
    address: str = ""
    locality: str = ""
    postcode: str = ""
    lat: float | None = None
    lng: float | None = None
    is_exact: bool = True
    access: Mapping[Access, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """``place`` is a position in ``ListingFacts.places``."""

    starts_on: date
    starts_at: time
    ends_at: time | None = None
    rrule: str = ""
    except_on: tuple[date, ...] = ()
    note: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    name: str
    region: Region
    description: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    source: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A round area served; ``radius_km`` in kilometres about the point."""

    name: str
    lat: float | None = None
    lng: float | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a listing came from, so that the same feed read twice changes nothing."""

    source: str
    source_id: str
    digest: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListingFacts:
    organisation_id: str
    kind: ListingKind
    region: Region
    name: str
    description: str = ""
    first_visit: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    offers: frozenset[str] = frozenset()
    serves: frozenset[str] = frozenset()
    joining: frozenset[Joining] = frozenset()
    joining_note: str = ""
    modes: frozenset[Mode] = frozenset()
    reach: Reach = Reach.LOCAL
    area: AreaFacts | None = None
    places: tuple[PlaceFacts, ...] = ()
    schedules: tuple[ScheduleFacts, ...] = ()
    cost: CostKind | None = None
    cost_amount: Decimal | None = None
    cost_note: str = ""
    min_age: int | None = None
    max_age: int | None = None
    gender: Gender | None = None
    audience_for: tuple[str, ...] = ()
    audience_not_for: tuple[str, ...] = ()
    features: Mapping[Feature, bool] = field(default_factory=dict)
    languages: frozenset[str] = frozenset()
    capacity: CapacityStatus | None = None
    places_left: int | None = None
    capacity_on: date | None = None
    assured_on: date | None = None
    assured_by: str = ""
    practice_id: str | None = None
    is_demonstration: bool = False
    provenance: Provenance | None = None
