"""Makes what a test needs: valid by default, so that a test states only what matters to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from directory.listings.actions import create_listing, save_organisation
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts, ScheduleFacts
from directory.models.listing import Listing
from directory.models.organisation import Organisation
from directory.models.vocabulary import (
    CostKind,
    Joining,
    ListingKind,
    ListingStatus,
    Mode,
    Region,
)

# Tuesday 24 November 2026, nine in the morning in Auckland; 8pm on Monday in Gateshead.
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)

_numbers = count(1)

HALL = PlaceFacts(
    name="Kōwhai Hall",
    address="12 Example Road",
    locality="Papatoetoe",
    postcode="2025",
    lat=-36.977,
    lng=174.858,
)
TUESDAYS = ScheduleFacts(
    starts_on=date(2026, 2, 3),
    starts_at=time(10),
    ends_at=time(12),
    rrule="FREQ=WEEKLY;BYDAY=TU",
    place=0,
)


def make_organisation(session: Session, **facts: Any) -> Organisation:
    defaults = {"name": f"Organisation {next(_numbers)}", "region": Region.NZ}
    return save_organisation(session, OrganisationFacts(**(defaults | facts)))


def listing_facts(session: Session, **facts: Any) -> ListingFacts:
    """What ``create_listing`` takes: a free gardening group in a hall, on Tuesdays."""
    if "organisation_id" not in facts:
        facts["organisation_id"] = make_organisation(
            session, region=facts.get("region", Region.NZ)
        ).id
    usual = ListingFacts(
        organisation_id=facts["organisation_id"],
        kind=ListingKind.GROUP,
        region=Region.NZ,
        name=f"Garden group {next(_numbers)}",
        description="We grow vegetables and flowers together and share what we pick.",
        first_visit="Somebody will meet you at the gate.",
        offers=frozenset({"nature.garden"}),
        joining=frozenset({Joining.DROP_IN}),
        modes=frozenset({Mode.IN_PERSON}),
        places=(HALL,),
        schedules=(TUESDAYS,),
        cost=CostKind.FREE,
        assured_on=date(2026, 11, 3),
        assured_by="a champion",
    )
    return replace(usual, **facts)


def make_listing(
    session: Session,
    *,
    status: ListingStatus = ListingStatus.LIVE,
    now: datetime = NOW,
    **facts: Any,
) -> Listing:
    """A saved listing; ``facts`` are fields of ListingFacts. Commits, so that the site sees it."""
    listing = create_listing(session, listing_facts(session, **facts), status=status, now=now)
    session.commit()
    return listing


NEIGHBOURS = (
    ("Harbour choir", "We sing together, and nobody is asked to read music.", "arts.singing"),
    ("Stroll and yarn", "A slow walk by the water with a cup of tea after.", "move.walk"),
    ("Bill clinic", "Help with power bills, debt and letters from the bank.", "money.debt"),
    ("Screen friends", "Learn to use your phone and see family on video.", "learn.digital"),
    ("Quiet listening", "Somebody trained listens when you feel low.", "mind.talk"),
    ("Kai table", "A hot lunch round one long table every week.", "people.lunch"),
    ("Wheel and clay", "Make a pot with your hands.", "arts.art"),
    ("Dads and prams", "Fathers and babies meet for coffee.", "whanau.baby"),
)


def make_neighbours(session: Session) -> list[Listing]:
    """Other listings about other things: in an empty catalogue nothing stands out."""
    return [
        make_listing(session, name=name, description=words, offers=frozenset({term}))
        for name, words, term in NEIGHBOURS
    ]
