"""People who sign in, in words for a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from directory.accounts.roles import may_manage, role_words
from directory.models.account import Account, RoleName


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: int
    name: str
    email: str
    does: str
    practice: str
    state: str
    is_open: bool
    can_be_managed: bool


@dataclass(frozen=True, slots=True)
class StaffTask:
    label: str
    hint: str
    url: str


TASKS = (
    ("people.start", "Find for a person", "Three good things for somebody, and why each one fits.",
     {RoleName.LINK_WORKER, RoleName.COORDINATOR}),
    ("champions.my_listings", "My listings", "Add a group or activity, or say it is still right.",
     {RoleName.CHAMPION, RoleName.COORDINATOR}),
    ("champions.waiting", "Approve listings", "Look at what champions have sent in.",
     {RoleName.COORDINATOR}),
    ("accounts.everyone", "People who sign in", "Invite somebody, or close an account.",
     {RoleName.COORDINATOR}),
)  # fmt: skip


def staff_tasks(account: Account) -> list[StaffTask]:
    """What the account may do, most usual first."""
    return [
        StaffTask(label, hint, url_for(endpoint))
        for endpoint, label, hint, roles in TASKS
        if account.is_a(*roles, RoleName.MANAGER)
    ]


def person_rows(
    accounts: Sequence[Account], practice_names: Mapping[str, str], *, actor: Account
) -> list[PersonRow]:
    return [
        PersonRow(
            id=account.id,
            name=account.name or account.email,
            email=account.email,
            does=role_words(account),
            practice=practice_names.get(account.practice_id or "", ""),
            state=_state(account),
            is_open=account.active,
            can_be_managed=may_manage(actor, account),
        )
        for account in accounts
    ]


def _state(account: Account) -> str:
    if not account.active:
        return "Closed"
    return "Can sign in" if account.password else "Invited, no password yet"
