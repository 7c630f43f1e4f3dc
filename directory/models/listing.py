"""A listing: one group, activity, service or helpline (``service`` in HSDS)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.models.base import Base, new_id
from directory.models.organisation import Organisation, Practice
from directory.models.place import Place
from directory.models.schedule import Schedule
from directory.models.vocabulary import (
    AudienceSide,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    ListingStatus,
    Mode,
    Reach,
    Region,
    TermRelation,
)


class Listing(Base):
    """None means that nobody has said; an empty text means that there is nothing to say."""

    __tablename__ = "listing"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        CheckConstraint("min_age IS NULL OR min_age BETWEEN 0 AND 120", name="min_age_is_an_age"),
        CheckConstraint("max_age IS NULL OR max_age BETWEEN 0 AND 120", name="max_age_is_an_age"),
        CheckConstraint(
            "min_age IS NULL OR max_age IS NULL OR min_age <= max_age", name="ages_are_in_order"
        ),
        CheckConstraint("cost_amount IS NULL OR cost_amount >= 0", name="cost_is_not_negative"),
        CheckConstraint("places_left IS NULL OR places_left >= 0", name="places_are_not_negative"),
        Index(None, "status", "name"),
        Index(None, "organisation_id"),
        Index(None, "proposed_by_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[ListingKind]
    status: Mapped[ListingStatus] = mapped_column(default=ListingStatus.DRAFT)
    region: Mapped[Region]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    first_visit: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    joining_note: Mapped[str] = mapped_column(default="")
    reach: Mapped[Reach] = mapped_column(default=Reach.LOCAL)
    area_name: Mapped[str] = mapped_column(default="")
    area_lat: Mapped[float | None]
    area_lng: Mapped[float | None]
    area_radius_km: Mapped[float | None]

    cost: Mapped[CostKind | None]
    cost_amount: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    cost_note: Mapped[str] = mapped_column(default="")

    min_age: Mapped[int | None]
    max_age: Mapped[int | None]
    gender: Mapped[Gender | None]

    capacity: Mapped[CapacityStatus | None]
    places_left: Mapped[int | None]
    capacity_on: Mapped[date | None]
    assured_on: Mapped[date | None]
    assured_by: Mapped[str] = mapped_column(default="")

    practice_id: Mapped[str | None] = mapped_column(ForeignKey("practice.id"))
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    # Why a coordinator sent it back; empty when it was not, or has been sent again since.
    sent_back_because: Mapped[str] = mapped_column(default="", server_default="")
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str | None]
    source_id: Mapped[str | None]
    source_digest: Mapped[str | None]
    source_note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    practice: Mapped[Practice | None] = relationship(lazy="raise")
    places: Mapped[list[Place]] = relationship(
        lazy="raise", order_by=Place.position, cascade="all, delete-orphan", passive_deletes=True
    )
    schedules: Mapped[list[Schedule]] = relationship(
        lazy="raise", order_by=Schedule.position, cascade="all, delete-orphan", passive_deletes=True
    )
    terms: Mapped[list[ListingTerm]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )
    audience: Mapped[list[ListingAudience]] = relationship(
        lazy="raise",
        order_by="ListingAudience.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    modes: Mapped[list[ListingMode]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )
    joining: Mapped[list[ListingJoining]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )
    languages: Mapped[list[ListingLanguage]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )
    features: Mapped[list[ListingFeature]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )


def _listing_key() -> Mapped[str]:
    return mapped_column(ForeignKey("listing.id", ondelete="CASCADE"), primary_key=True)


class ListingTerm(Base):
    """A taxonomy term that a listing offers or serves."""

    __tablename__ = "listing_term"

    listing_id: Mapped[str] = _listing_key()
    term: Mapped[str] = mapped_column(primary_key=True, index=True)
    relation: Mapped[TermRelation] = mapped_column(primary_key=True)


class ListingAudience(Base):
    """Whom it is for, or not for, in the group's own words."""

    __tablename__ = "listing_audience"

    listing_id: Mapped[str] = _listing_key()
    position: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[AudienceSide]
    words: Mapped[str]


class ListingMode(Base):
    __tablename__ = "listing_mode"

    listing_id: Mapped[str] = _listing_key()
    mode: Mapped[Mode] = mapped_column(primary_key=True)


class ListingJoining(Base):
    __tablename__ = "listing_joining"

    listing_id: Mapped[str] = _listing_key()
    way: Mapped[Joining] = mapped_column(primary_key=True)


class ListingLanguage(Base):
    """A language spoken there, as an ISO 639 code."""

    __tablename__ = "listing_language"

    listing_id: Mapped[str] = _listing_key()
    language: Mapped[str] = mapped_column(primary_key=True)


class ListingFeature(Base):
    """Something known of the listing: present or known to be absent. No row means unknown."""

    __tablename__ = "listing_feature"

    listing_id: Mapped[str] = _listing_key()
    feature: Mapped[Feature] = mapped_column(primary_key=True)
    is_present: Mapped[bool]
