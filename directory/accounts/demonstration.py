"""Invented people who can sign in, in demonstration mode only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.accounts.passwords import password_hash
from directory.accounts.roles import ensure_roles
from directory.config import Settings
from directory.models.account import Account, RoleName
from directory.models.organisation import Practice

DEMONSTRATION_PASSWORD = "kindness-matters"  # noqa: S105  printed on the demonstration's first page


class NotADemonstration(Exception):
    """Accounts with a known password are never made on a real site."""


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    email: str
    name: str
    what_they_do: str
    roles: tuple[RoleName, ...]
    practice_slug: str | None = None


DEMONSTRATION_ACCOUNTS = (
    DemonstrationAccount(
        "aroha@whatmatters.example",
        "Aroha",
        "Link worker in Papatoetoe",
        (RoleName.LINK_WORKER,),
        "kowhai-medical",
    ),
    DemonstrationAccount(
        "mele@whatmatters.example",
        "Mele",
        "Champion at Kōwhai Medical Centre",
        (RoleName.CHAMPION,),
        "kowhai-medical",
    ),
    DemonstrationAccount(
        "tom@whatmatters.example",
        "Tom",
        "Coordinator: approves listings, invites people",
        (RoleName.COORDINATOR,),
    ),
    DemonstrationAccount(
        "wendy@whatmatters.example",
        "Wendy",
        "Link worker and champion in Gateshead",
        (RoleName.LINK_WORKER, RoleName.CHAMPION),
        "foxglove-lane-surgery",
    ),
    DemonstrationAccount(
        "mere@whatmatters.example",
        "Mere",
        "Manager: may do everything",
        (RoleName.MANAGER,),
    ),
)


def save_demonstration_accounts(session: Session, settings: Settings, *, now: datetime) -> None:
    """Makes those that are missing; a second time it changes nothing. Raises NotADemonstration."""
    if not settings.is_demo:
        raise NotADemonstration
    roles = ensure_roles(session)
    known = set(session.scalars(select(Account.email)))
    practices = {practice.slug: practice.id for practice in session.scalars(select(Practice))}
    for facts in DEMONSTRATION_ACCOUNTS:
        if facts.email in known:
            continue
        session.add(
            Account(
                email=facts.email,
                name=facts.name,
                password=password_hash(DEMONSTRATION_PASSWORD, settings),
                active=True,
                fs_uniquifier=uuid4().hex,
                practice_id=practices.get(facts.practice_slug or ""),
                is_demonstration=True,
                invited_at=now,
                confirmed_at=now,
                roles=[roles[name] for name in facts.roles],
            )
        )
    session.flush()
