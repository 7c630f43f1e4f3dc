"""What the matcher keeps beside the listings: their vectors, and a log of what changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from directory.models.base import Base


class ListingVector(Base):
    """A listing's text as numbers, made when the text changes and never at start-up.

    ``digest`` names the text it was made from, so that a stale vector is seen as stale.
    """

    __tablename__ = "listing_vector"

    listing_id: Mapped[str] = mapped_column(
        ForeignKey("listing.id", ondelete="CASCADE"), primary_key=True
    )
    encoder: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    vectors: Mapped[bytes] = mapped_column(LargeBinary)


class CatalogueChange(Base):
    """One row a saved listing, written with it. Each process asks for what is newer than it has."""

    __tablename__ = "catalogue_change"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)
    listing_id: Mapped[str]
    changed_at: Mapped[datetime]
