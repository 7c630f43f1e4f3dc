"""Slows down whoever guesses passwords, over all worker processes."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from directory.accounts.address import account_address
from directory.listings.checks import FieldRefused
from directory.models.sign_in_attempt import SignInAttempt

WINDOW = timedelta(minutes=15)
MOST_FOR_AN_EMAIL = 10
# An office full of people shares one address.
MOST_FROM_AN_ADDRESS = 60
MOST_LINKS_FOR_AN_EMAIL = 3


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may happen within WINDOW."""

    key: str
    most: int


class TooManyAttempts(Exception):
    """More attempts within WINDOW than the limit allows."""


def sign_in_limits(secret: str, email: str, address: str | None) -> tuple[Limit, ...]:
    by_email = Limit(_key(secret, "sign-in", _spelled_once(email)), MOST_FOR_AN_EMAIL)
    if address is None or not _is_told_apart(address):
        return (by_email,)
    return by_email, Limit(_key(secret, "address", address), MOST_FROM_AN_ADDRESS)


def link_limits(secret: str, email: str) -> tuple[Limit, ...]:
    return (Limit(_key(secret, "link", _spelled_once(email)), MOST_LINKS_FOR_AN_EMAIL),)


def password_limits(secret: str, account_id: int) -> tuple[Limit, ...]:
    """For somebody who is signed in already, perhaps on a machine that was left open."""
    return (Limit(_key(secret, "password", str(account_id)), MOST_FOR_AN_EMAIL),)


def count_attempt(engine: Engine, limits: Iterable[Limit], *, now: datetime) -> None:
    """Counts one attempt towards every limit; raises TooManyAttempts, then counting none.

    The attempt is written before it is counted, in a transaction of its own: two processes that
    try at once each see the other's. A refused attempt is not kept, so waiting always helps.
    """
    with Session(engine) as session, session.begin():
        session.execute(delete(SignInAttempt).where(SignInAttempt.happened_at <= now - WINDOW))
        for limit in limits:
            session.add(SignInAttempt(key=limit.key, happened_at=now))
            session.flush()
            if _attempts(session, limit) > limit.most:
                raise TooManyAttempts


def forget_attempts(engine: Engine, limit: Limit) -> None:
    """Starts from nothing, once somebody has shown who they are."""
    with Session(engine) as session, session.begin():
        session.execute(delete(SignInAttempt).where(SignInAttempt.key == limit.key))


def _attempts(session: Session, limit: Limit) -> int:
    return session.scalar(select(func.count()).where(SignInAttempt.key == limit.key)) or 0


def _key(secret: str, kind: str, value: str) -> str:
    text = f"{kind}:{value}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def _spelled_once(email: str) -> str:
    """As signing in reads it, so that another spelling is no new beginning."""
    try:
        return account_address(email)
    except FieldRefused:
        # Opens no account, however it is written.
        return email


def _is_told_apart(address: str) -> bool:
    """False behind a proxy on this machine, where everybody has the machine's own address."""
    try:
        return not ip_address(address).is_loopback
    except ValueError:
        return False
