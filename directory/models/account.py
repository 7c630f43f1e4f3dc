"""People who sign in, and what they may do."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from flask_security.core import RoleMixin, UserMixin
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.models.base import Base


class RoleName(StrEnum):
    LINK_WORKER = "link_worker"
    CHAMPION = "champion"
    COORDINATOR = "coordinator"
    MANAGER = "manager"


account_role = Table(
    "account_role",
    Base.metadata,
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(Base, RoleMixin):
    __tablename__ = "role"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str] = mapped_column(default="")


class Account(Base, UserMixin):
    """Somebody who signs in. ``fs_uniquifier`` is what a session names; renewing it signs out."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True)
    practice_id: Mapped[str | None] = mapped_column(ForeignKey("practice.id"))
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    invited_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]

    # Flask-Security reads roles wherever it meets an account, so they come with it.
    roles: Mapped[list[Role]] = relationship(  # type: ignore[assignment]  # the mixin is broader
        secondary=account_role, lazy="selectin"
    )

    def is_a(self, *names: RoleName) -> bool:
        """True where the account holds any of the roles."""
        return any(role.name in names for role in self.roles)
