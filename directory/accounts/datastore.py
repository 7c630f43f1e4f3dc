"""Where Flask-Security finds accounts."""

from typing import Any

from flask_security import SQLAlchemySessionUserDatastore
from sqlalchemy.orm import Session, scoped_session

from directory.models.account import Account, Role


class AccountStore(SQLAlchemySessionUserDatastore):
    """Knows invented accounts in a demonstration only: everybody can read their password.

    Signing in, sessions and links all ask here, so that none of them works on a real site whose
    database was a demonstration's once.
    """

    def __init__(self, sessions: scoped_session[Session], *, is_demo: bool) -> None:
        super().__init__(sessions, Account, Role)
        self.is_demo = is_demo

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Account | None:
        account = super().find_user(case_insensitive=case_insensitive, **kwargs)
        if not isinstance(account, Account) or (account.is_demonstration and not self.is_demo):
            return None
        return account
