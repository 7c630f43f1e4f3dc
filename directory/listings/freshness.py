"""How long a confirmed listing stays confirmed."""

from datetime import date, timedelta

from directory.models.vocabulary import ListingKind

# Activities change sooner than services do.
REVIEW_AFTER = {
    ListingKind.ACTIVITY: timedelta(days=90),
    ListingKind.GROUP: timedelta(days=90),
    ListingKind.SERVICE: timedelta(days=180),
    ListingKind.HELPLINE: timedelta(days=180),
}


def review_due_on(assured_on: date | None, kind: ListingKind) -> date | None:
    """The last day on which it still counts as confirmed; None where nobody ever confirmed it."""
    return assured_on + REVIEW_AFTER[kind] if assured_on else None
