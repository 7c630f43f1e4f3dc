"""The four roles: what they are called, and who may give them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models.account import Account, Role, RoleName

ROLE_WORDS = {
    RoleName.LINK_WORKER: "Link worker",
    RoleName.CHAMPION: "Champion",
    RoleName.COORDINATOR: "Coordinator",
    RoleName.MANAGER: "Manager",
}
ROLE_HINTS = {
    RoleName.LINK_WORKER: "finds things for a person",
    RoleName.CHAMPION: "adds and looks after listings",
    RoleName.COORDINATOR: "approves listings and invites people",
    RoleName.MANAGER: "may do everything",
}


def ensure_roles(session: Session) -> dict[RoleName, Role]:
    """Every role, made where it is missing. Flushes."""
    known = {RoleName(role.name): role for role in session.scalars(select(Role).order_by(Role.id))}
    for name in RoleName:
        if name not in known:
            known[name] = Role(name=name.value, description=ROLE_HINTS[name])
            session.add(known[name])
    session.flush()
    return known


def roles_given_by(actor: Account) -> tuple[RoleName, ...]:
    """The roles that somebody may give: only a manager makes another manager."""
    return tuple(
        name for name in RoleName if name is not RoleName.MANAGER or actor.is_a(RoleName.MANAGER)
    )


def may_manage(actor: Account, account: Account) -> bool:
    """True where the actor may close the account or make it a new link.

    Such a link opens the account, so nobody gets one for a person who may do as much as they.
    """
    if actor.id == account.id:
        return False
    if actor.is_a(RoleName.MANAGER):
        return True
    return not account.is_a(RoleName.COORDINATOR, RoleName.MANAGER)


def role_words(account: Account) -> str:
    """
    >>> role_words(Account(roles=[Role(name="champion"), Role(name="link_worker")]))
    'Link worker, Champion'
    """
    return ", ".join(words for name, words in ROLE_WORDS.items() if account.is_a(name))
