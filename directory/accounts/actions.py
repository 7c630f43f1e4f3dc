"""Invites people, closes their accounts and opens them again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from directory.accounts.address import account_address
from directory.accounts.queries import account_by_email
from directory.accounts.roles import ensure_roles, may_manage, roles_given_by
from directory.models.account import Account, RoleName


class AccountError(Exception):
    """Something that cannot be done with an account."""


class EmailTaken(AccountError):
    """There is an account with that email address already."""


class RoleNotGiven(AccountError):
    """The actor may not give that role."""


class NotTheirs(AccountError):
    """The actor may not change that account."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited; checked already. ``practice_id`` is None for nobody's practice."""

    email: str
    name: str
    roles: Collection[RoleName]
    practice_id: str | None = None


def invite(session: Session, invitation: Invitation, *, actor: Account, now: datetime) -> Account:
    """Makes an account without a password. Raises EmailTaken or RoleNotGiven."""
    if not set(invitation.roles) <= set(roles_given_by(actor)):
        raise RoleNotGiven
    return make_account(session, invitation, now=now)


def make_account(session: Session, invitation: Invitation, *, now: datetime) -> Account:
    """As ``invite``, for whoever runs the site from the command line."""
    email = account_address(invitation.email)
    if account_by_email(session, email) is not None:
        raise EmailTaken
    known = ensure_roles(session)
    account = Account(
        email=email,
        name=invitation.name,
        active=True,
        fs_uniquifier=uuid4().hex,
        practice_id=invitation.practice_id,
        invited_at=now,
        roles=[known[name] for name in RoleName if name in invitation.roles],
    )
    session.add(account)
    try:
        session.flush()
    except IntegrityError as error:
        # Somebody else invited the same person a moment ago.
        if "account.email" in str(error.orig) or "uq_account_email" in str(error.orig):
            raise EmailTaken from error
        raise
    return account


def close_account(session: Session, account: Account, *, actor: Account) -> None:
    """Signs the person out everywhere and kills their links. Raises NotTheirs."""
    _check_theirs(actor, account)
    account.active = False
    sign_out_everywhere(session, account)


def sign_out_everywhere(session: Session, account: Account) -> None:
    """Ends every session, remembered or not, and kills the account's links."""
    account.fs_uniquifier = uuid4().hex
    session.flush()


def reopen_account(session: Session, account: Account, *, actor: Account) -> None:
    """Raises NotTheirs."""
    _check_theirs(actor, account)
    account.active = True
    session.flush()


def check_link_allowed(account: Account, *, actor: Account) -> None:
    """Raises NotTheirs, or where the account is closed."""
    _check_theirs(actor, account)
    if not account.active:
        raise NotTheirs


def _check_theirs(actor: Account, account: Account) -> None:
    if not may_manage(actor, account):
        raise NotTheirs
