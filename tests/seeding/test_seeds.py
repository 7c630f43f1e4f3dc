"""The demonstration listings load, and are plainly a demonstration."""

import re
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.listings.queries import whole_listings
from directory.listings.words import is_due
from directory.matching.taxonomy import taxonomy
from directory.models.listing import Listing, ListingTerm
from directory.models.organisation import Organisation
from directory.models.vocabulary import CapacityStatus, ListingKind, Region
from directory.safety.crisis_lines import read_crisis_lines
from directory.seeding.actions import load_seeds
from directory.seeding.files import SeedFileWrong
from tests.factories import NOW

FICTION = re.compile(
    r"09 555 01\d\d|0191 498 0\d{3}|01632 960 ?\d{3}|08081 570 ?\d{3}|07700 900 ?\d{3}"
)


@pytest.fixture
def seeded(session: Session) -> list[Listing]:
    load_seeds(session, now=NOW)
    return whole_listings(session, session.scalars(select(Listing.id)).all())


def test_loading_twice_changes_nothing(session: Session) -> None:
    first = load_seeds(session, now=NOW)
    second = load_seeds(session, now=NOW)
    assert first.created >= 180
    assert (second.created, second.unchanged) == (0, first.created)


def test_there_is_something_of_every_kind(seeded: list[Listing]) -> None:
    kinds = Counter(listing.kind for listing in seeded)
    regions = Counter(listing.region for listing in seeded)
    assert set(kinds) == set(ListingKind)
    assert min(regions[region] for region in Region) >= 80
    assert any(listing.capacity is CapacityStatus.FULL for listing in seeded)
    assert any(is_due(listing, now=NOW) for listing in seeded)
    assert any(not listing.places for listing in seeded)


def test_every_term_is_one_of_the_taxonomy(session: Session, seeded: list[Listing]) -> None:
    known = {term.id for term in taxonomy().terms}
    assert set(session.scalars(select(ListingTerm.term).distinct())) <= known


def test_invented_listings_say_that_they_are(seeded: list[Listing]) -> None:
    for listing in seeded:
        says_so = "(demonstration)" in listing.organisation.name
        assert listing.is_demonstration == says_so, listing.name
        assert listing.is_demonstration or listing.source_note, listing.name


def test_invented_numbers_and_addresses_reach_nobody(
    session: Session, seeded: list[Listing]
) -> None:
    invented = [listing for listing in seeded if listing.is_demonstration]
    organisations = {listing.organisation for listing in invented}
    for phone in [listing.phone for listing in invented] + [one.phone for one in organisations]:
        assert not phone or FICTION.fullmatch(phone), phone
    for website in [listing.website for listing in invented] + [o.website for o in organisations]:
        assert not website or ".example" in website, website
    assert session.scalar(select(func.count(Organisation.id)).where(Organisation.name == "")) == 0


def test_real_helplines_say_where_their_number_comes_from(seeded: list[Listing]) -> None:
    for listing in seeded:
        if not listing.is_demonstration:
            assert "Source:" in listing.source_note and "Last checked" in listing.source_note


def test_a_wrong_entry_is_named_and_nothing_is_guessed(session: Session, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(
        "region: nz\norganisations: [{id: o, name: O}]\n"
        "listings: [{id: bad-one, organisation: o, kind: juggling, name: N}]\n",
        encoding="utf-8",
    )
    with pytest.raises(SeedFileWrong) as wrong:
        load_seeds(session, now=NOW, folder=tmp_path)
    assert wrong.value.entry == "bad-one"


@pytest.mark.parametrize("region", list(Region))
def test_each_region_has_crisis_lines_with_their_source(region: Region) -> None:
    lines = [line for line in read_crisis_lines() if line.region is region]
    assert len(lines) >= 5
    for line in lines:
        assert line.source and (line.number or line.text_number), line.name
