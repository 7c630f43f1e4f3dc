"""Reads listings in the matcher's shape: plain rows, since the ORM is several times slower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, selectinload

from directory.listings.freshness import review_due_on
from directory.listings.times import sessions_of, slots_of
from directory.models.catalogue import CatalogueChange, ListingVector
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
from directory.models.schedule import Schedule
from directory.models.vocabulary import AudienceSide, ListingStatus, TermRelation
from matcher import listing as shapes
from matcher.person import Point

SESSIONS_AHEAD = 7
IDS_A_QUERY = 500


@dataclass(frozen=True, slots=True)
class StoredVectors:
    digest: str
    vectors: bytes


def newest_change(session: Session) -> int:
    """The number of the latest saved change; 0 where nothing was ever saved."""
    return session.scalar(select(func.max(CatalogueChange.id))) or 0


def listings_changed_after(session: Session, change: int) -> list[str]:
    return list(
        session.scalars(
            select(CatalogueChange.listing_id)
            .where(CatalogueChange.id > change)
            .distinct()
            .order_by(CatalogueChange.listing_id)
        )
    )


def stored_vectors(
    session: Session, encoder: str, ids: Sequence[str] | None = None
) -> dict[str, StoredVectors]:
    """What this encoder made of the listings; of all of them where no ids are given."""
    query = select(ListingVector.listing_id, ListingVector.digest, ListingVector.vectors).where(
        ListingVector.encoder == encoder
    )
    if ids is not None:
        query = query.where(ListingVector.listing_id.in_(ids))
    return {
        row.listing_id: StoredVectors(row.digest, row.vectors) for row in session.execute(query)
    }


def live_matcher_listings(session: Session, *, now: datetime) -> list[shapes.Listing]:
    """Every live listing, ordered by id."""
    return _Reader(session, None, now).listings()


def matcher_listings(
    session: Session, ids: Sequence[str], *, now: datetime
) -> list[shapes.Listing]:
    """Those of the listings that are live."""
    found: list[shapes.Listing] = []
    for start in range(0, len(ids), IDS_A_QUERY):
        found += _Reader(session, ids[start : start + IDS_A_QUERY], now).listings()
    return found


class _Reader:
    """Reads one table at a time and puts the rows of each listing together."""

    def __init__(self, session: Session, ids: Sequence[str] | None, now: datetime) -> None:
        self.session = session
        self.ids = ids
        self.now = now

    def listings(self) -> list[shapes.Listing]:
        parts = _Parts(
            terms=self.grouped(
                select(ListingTerm.listing_id, ListingTerm.term, ListingTerm.relation)
            ),
            audience=self.grouped(
                select(ListingAudience.listing_id, ListingAudience.side, ListingAudience.words)
            ),
            modes=self.grouped(select(ListingMode.listing_id, ListingMode.mode)),
            joining=self.grouped(select(ListingJoining.listing_id, ListingJoining.way)),
            languages=self.grouped(select(ListingLanguage.listing_id, ListingLanguage.language)),
            features=self.grouped(
                select(ListingFeature.listing_id, ListingFeature.feature, ListingFeature.is_present)
            ),
            venues=self.venues(),
            sessions=self.sessions(),
        )
        rows = self.session.execute(
            self.only_asked(
                select(Listing.__table__, Organisation.name.label("organisation_name"))
                .join(Organisation, Organisation.id == Listing.organisation_id)
                .where(Listing.status == ListingStatus.LIVE)
                .order_by(Listing.id),
                Listing.id,
            )
        )
        return [_matcher_listing(row, parts) for row in rows]

    def only_asked(self, query: Select[*tuple[Any, ...]], column: Any) -> Select[*tuple[Any, ...]]:
        return query if self.ids is None else query.where(column.in_(self.ids))

    def grouped(self, query: Select[*tuple[Any, ...]]) -> dict[str, list[Row[Any]]]:
        column = query.selected_columns[0]
        groups: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self.session.execute(self.only_asked(query, column)):
            groups[row[0]].append(row)
        return groups

    def venues(self) -> dict[str, list[shapes.Venue]]:
        access: dict[str, dict[str, bool]] = defaultdict(dict)
        query = select(
            Place.listing_id, PlaceAccess.place_id, PlaceAccess.feature, PlaceAccess.is_present
        ).join(Place, Place.id == PlaceAccess.place_id)
        for row in self.session.execute(self.only_asked(query, Place.listing_id)):
            access[row.place_id][row.feature] = row.is_present
        venues: dict[str, list[shapes.Venue]] = defaultdict(list)
        places = select(Place.__table__).order_by(Place.listing_id, Place.position)
        for row in self.session.execute(self.only_asked(places, Place.listing_id)):
            venues[row.listing_id].append(_venue(row, access[row.id]))
        return venues

    def sessions(self) -> dict[str, list[datetime]]:
        query = select(Schedule).options(selectinload(Schedule.exceptions)).order_by(Schedule.id)
        sessions: dict[str, list[datetime]] = defaultdict(list)
        for schedule in self.session.scalars(self.only_asked(query, Schedule.listing_id)):
            sessions[schedule.listing_id] += islice(
                sessions_of(schedule, after=self.now), SESSIONS_AHEAD
            )
        return sessions


@dataclass(frozen=True, slots=True)
class _Parts:
    terms: Mapping[str, list[Row[Any]]]
    audience: Mapping[str, list[Row[Any]]]
    modes: Mapping[str, list[Row[Any]]]
    joining: Mapping[str, list[Row[Any]]]
    languages: Mapping[str, list[Row[Any]]]
    features: Mapping[str, list[Row[Any]]]
    venues: Mapping[str, list[shapes.Venue]]
    sessions: Mapping[str, list[datetime]]


def _matcher_listing(row: Row[Any], parts: _Parts) -> shapes.Listing:
    id = row.id
    sessions = parts.sessions.get(id, [])
    return shapes.Listing(
        id=id,
        source_id=row.source_id,
        name=row.name,
        organisation_id=row.organisation_id,
        organisation=row.organisation_name,
        kind=shapes.Kind(row.kind),
        text=row.description,
        country=row.region,
        first_visit=row.first_visit,
        offers=_terms(parts.terms.get(id, ()), TermRelation.OFFERS),
        serves=_terms(parts.terms.get(id, ()), TermRelation.SERVES),
        venues=tuple(parts.venues.get(id, ())),
        modes=frozenset(shapes.Mode(part.mode) for part in parts.modes.get(id, ())),
        reach=shapes.Reach(row.reach),
        area=_area(row),
        min_age=row.min_age,
        max_age=row.max_age,
        gender=shapes.Gender(row.gender) if row.gender else None,
        audience_for=_audience(parts.audience.get(id, ()), AudienceSide.FOR),
        audience_not_for=_audience(parts.audience.get(id, ()), AudienceSide.NOT_FOR),
        languages=frozenset(part.language for part in parts.languages.get(id, ())),
        cost=shapes.Cost(row.cost) if row.cost else None,
        joining=frozenset(shapes.Joining(part.way) for part in parts.joining.get(id, ())),
        features={part.feature.value: part.is_present for part in parts.features.get(id, ())},
        slots=slots_of(sessions),
        upcoming=tuple(sorted(sessions, key=lambda start: start.astimezone(UTC))),
        capacity=shapes.Capacity(row.capacity) if row.capacity else None,
        capacity_on=row.capacity_on,
        assured_on=row.assured_on,
        review_due_on=review_due_on(row.assured_on, row.kind),
    )


def _venue(row: Row[Any], access: Mapping[str, bool]) -> shapes.Venue:
    point = Point(row.lat, row.lng) if row.lat is not None else None
    return shapes.Venue(row.name, row.locality, point, row.is_exact, dict(access))


def _terms(rows: Iterable[Row[Any]], relation: TermRelation) -> frozenset[str]:
    return frozenset(row.term for row in rows if row.relation is relation)


def _audience(rows: Iterable[Row[Any]], side: AudienceSide) -> tuple[str, ...]:
    return tuple(row.words for row in rows if row.side is side)


def _area(row: Row[Any]) -> shapes.Area | None:
    if row.area_lat is None or row.area_radius_km is None:
        return None
    return shapes.Area(row.area_name, Point(row.area_lat, row.area_lng), row.area_radius_km)
