"""Reads accounts and practices."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.models.account import Account
from directory.models.organisation import Practice

# What an integer column holds in every database.
LARGEST_ID = 2**31 - 1


def everyone_who_signs_in(session: Session) -> list[Account]:
    """Open accounts before closed ones, by name."""
    return list(
        session.scalars(
            select(Account).order_by(
                Account.active.desc(), func.lower(Account.name), Account.email, Account.id
            )
        )
    )


def account_by_id(session: Session, account_id: int) -> Account | None:
    """None too for a number that no database gives out."""
    return session.get(Account, account_id) if account_id <= LARGEST_ID else None


def account_by_email(session: Session, email: str) -> Account | None:
    return session.scalar(select(Account).where(func.lower(Account.email) == email.lower()))


def practices(session: Session) -> list[Practice]:
    return list(session.scalars(select(Practice).order_by(Practice.name, Practice.id)))
