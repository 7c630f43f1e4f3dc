"""Guesses at signing in, kept for a few minutes so that every worker process can count them."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from directory.models.base import Base


class SignInAttempt(Base):
    """``key`` is a keyed digest of an email or network address: neither can be read from it."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index(None, "key", "happened_at"), Index(None, "happened_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    happened_at: Mapped[datetime]
