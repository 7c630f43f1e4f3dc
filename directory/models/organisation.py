"""Who runs things: organisations, and the practices whose champions run their own."""

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from directory.models.base import Base, new_id
from directory.models.vocabulary import Region


class Organisation(Base):
    __tablename__ = "organisation"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        Index(None, "name"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    region: Mapped[Region]
    source: Mapped[str | None]
    source_id: Mapped[str | None]


class Practice(Base):
    """A general practice (surgery) with champions."""

    __tablename__ = "practice"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    locality: Mapped[str] = mapped_column(default="")
    region: Mapped[Region]
    lat: Mapped[float | None]
    lng: Mapped[float | None]
