"""The tables. All are loaded together, since they name one another in their foreign keys."""

from directory.models import (
    account,
    catalogue,
    listing,
    organisation,
    place,
    schedule,
    sign_in_attempt,
)

__all__ = [
    "account",
    "catalogue",
    "listing",
    "organisation",
    "place",
    "schedule",
    "sign_in_attempt",
]
