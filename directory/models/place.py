"""Where a listing meets, and what each place has for getting in."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.models.base import Base, new_id
from directory.models.vocabulary import Access


class Place(Base):
    """A point in WGS 84 degrees; ``is_exact`` is False where it only stands for a town."""

    __tablename__ = "place"
    __table_args__ = (
        CheckConstraint("(lat IS NULL) = (lng IS NULL)", name="point_is_whole"),
        CheckConstraint("lat IS NULL OR lat BETWEEN -90 AND 90", name="lat_is_on_earth"),
        CheckConstraint("lng IS NULL OR lng BETWEEN -180 AND 180", name="lng_is_on_earth"),
        Index(None, "listing_id", "position"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    listing_id: Mapped[str] = mapped_column(ForeignKey("listing.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    locality: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    lat: Mapped[float | None]
    lng: Mapped[float | None]
    is_exact: Mapped[bool] = mapped_column(default=True)

    access: Mapped[list[PlaceAccess]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )


class PlaceAccess(Base):
    """An access feature known to be there, or known not to be. No row means unknown."""

    __tablename__ = "place_access"

    place_id: Mapped[str] = mapped_column(
        ForeignKey("place.id", ondelete="CASCADE"), primary_key=True
    )
    feature: Mapped[Access] = mapped_column(primary_key=True)
    is_present: Mapped[bool]
