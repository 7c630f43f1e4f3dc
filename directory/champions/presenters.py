"""Listings as champions and coordinators see them, in words for a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import url_for
from wtforms import Form

from directory.champions.forms import ListingForm
from directory.champions.rules import may_publish, status_after_edit
from directory.champions.sections import KIND_HINTS
from directory.config import ZONES
from directory.listings import time_words
from directory.listings.times import next_sessions
from directory.listings.words import CURRENCY
from directory.models.account import Account
from directory.models.listing import Listing
from directory.models.organisation import Practice
from directory.models.vocabulary import ListingStatus, Region

STATUS_WORDS = {
    ListingStatus.DRAFT: "Draft: not shown yet",
    ListingStatus.PROPOSED: "Waiting for a coordinator",
    ListingStatus.LIVE: "Live",
    ListingStatus.HIDDEN: "Hidden",
}
SENT_BACK = "Sent back"


@dataclass(frozen=True, slots=True)
class ListingRow:
    """An empty text means that the line is left out."""

    id: str
    title: str
    organisation: str
    status: str
    next_time: str
    last_confirmed: str
    sent_back_because: str
    is_live: bool
    is_draft: bool


@dataclass(frozen=True, slots=True)
class WaitingRow:
    id: str
    title: str
    organisation: str
    waiting_since: str
    url: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """What the form's page says of itself. ``practice`` is empty where there is none to name."""

    title: str
    save_words: str
    notice: str
    practice: str
    back_url: str
    currency: str
    kind_hints: Mapping[str, str]
    access_count: int
    feature_count: int


def form_page(
    form: ListingForm,
    *,
    account: Account,
    listing: Listing | None,
    practice: Practice | None,
    region: Region,
) -> FormPage:
    return FormPage(
        title=f"Change {listing.name}" if listing else "Add a listing",
        save_words="Save and preview" if listing else "Preview",
        notice=_notice(account, listing) if listing else "",
        practice=practice.name if practice else "",
        back_url=url_for("champions.my_listings"),
        currency=CURRENCY[region],
        kind_hints={kind.value: words for kind, words in KIND_HINTS.items()},
        access_count=answered(form.access),
        feature_count=answered(form.features),
    )


def listing_rows(listings: Sequence[Listing], *, now: datetime) -> list[ListingRow]:
    return [listing_row(listing, now=now) for listing in listings]


def listing_row(listing: Listing, *, now: datetime) -> ListingRow:
    return ListingRow(
        id=listing.id,
        title=listing.name,
        organisation=listing.organisation.name,
        status=status_words(listing),
        next_time=_next_time(listing, now),
        last_confirmed=_last_confirmed(listing),
        sent_back_because=listing.sent_back_because,
        is_live=listing.status is ListingStatus.LIVE,
        is_draft=listing.status is ListingStatus.DRAFT,
    )


def status_words(listing: Listing) -> str:
    is_sent_back = listing.status is ListingStatus.DRAFT and listing.sent_back_because
    return SENT_BACK if is_sent_back else STATUS_WORDS[listing.status]


def waiting_rows(listings: Sequence[Listing]) -> list[WaitingRow]:
    return [
        WaitingRow(
            id=listing.id,
            title=listing.name,
            organisation=listing.organisation.name,
            waiting_since=time_words.long_date(
                listing.updated_at.astimezone(ZONES[listing.region]).date()
            ),
            url=url_for("champions.look_at", listing_id=listing.id),
        )
        for listing in listings
    ]


def assurer_words(account: Account, practice: Practice | None) -> str:
    """Who says that a listing is right: the public page names no volunteer."""
    if may_publish(account):
        return "a coordinator"
    return f"a champion at {practice.name}" if practice else "a champion"


def version_of(listing: Listing) -> str:
    """Names the listing as it stands, so that a later change can be noticed."""
    return listing.updated_at.astimezone(UTC).isoformat()


def read_version(text: str) -> datetime | None:
    """In UTC; None for what names no moment."""
    try:
        seen = datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        return seen.astimezone(UTC) if seen.tzinfo else None
    except OverflowError:
        # Outside the calendar in UTC: as good as any other moment when no listing was changed.
        return datetime.min.replace(tzinfo=UTC)


def answered(form: Form) -> int:
    """How many of the yes-or-no questions have an answer."""
    return sum(1 for field in form if field.data)


def _notice(account: Account, listing: Listing) -> str:
    if listing.status is not ListingStatus.LIVE:
        return ""
    if status_after_edit(account, listing) is ListingStatus.LIVE:
        return "This listing is live. What you save is shown to everybody at once."
    return (
        "This listing is live. When you save, it leaves the site until a coordinator has looked "
        "at your change. If it is only still right, use “Still right” instead."
    )


def _next_time(listing: Listing, now: datetime) -> str:
    upcoming = next_sessions(listing.schedules, after=now, limit=1)
    return time_words.session_time(upcoming[0][0]) if upcoming else ""


def _last_confirmed(listing: Listing) -> str:
    if listing.assured_on is None:
        return ""
    return time_words.long_date(listing.assured_on)
