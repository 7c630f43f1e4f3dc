"""When a listing meets: local wall-clock times and a recurrence rule."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.models.base import Base, new_id


class Schedule(Base):
    """One repeating or single session.

    Times are wall-clock times in ``timezone`` (an IANA name): "ten o'clock" stays ten o'clock when
    the clocks change. ``rrule`` is an RFC 5545 rule without DTSTART; empty means once only, on
    ``starts_on``.
    """

    __tablename__ = "schedule"
    __table_args__ = (Index(None, "listing_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    listing_id: Mapped[str] = mapped_column(ForeignKey("listing.id", ondelete="CASCADE"))
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(default=0)
    timezone: Mapped[str]
    starts_on: Mapped[date]
    starts_at: Mapped[time]
    ends_at: Mapped[time | None]
    rrule: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    exceptions: Mapped[list[ScheduleException]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )


class ScheduleException(Base):
    """A local date on which the session does not happen."""

    __tablename__ = "schedule_exception"

    schedule_id: Mapped[str] = mapped_column(
        ForeignKey("schedule.id", ondelete="CASCADE"), primary_key=True
    )
    on: Mapped[date] = mapped_column("on_date", primary_key=True)
