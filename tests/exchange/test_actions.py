from dataclasses import replace

import pytest
from sqlalchemy import func, select

from directory.exchange.actions import import_rows
from directory.exchange.digest import digest_of
from directory.exchange.row import Refusal, Row
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts
from directory.models.catalogue import CatalogueChange
from directory.models.listing import Listing
from directory.models.organisation import Organisation
from directory.models.vocabulary import ListingKind, ListingStatus, Mode, Region
from tests.exchange.conftest import NOW


def row(id="a", *, name="Shed", organisation="Neighbours", number=1, is_live=True, **facts):
    return Row(
        number,
        id,
        OrganisationFacts(organisation, Region.NZ, source_id=organisation.casefold()),
        ListingFacts("", ListingKind.GROUP, Region.NZ, name, **facts),
        is_live=is_live,
    )


def counts(report):
    return report.created, report.updated, report.unchanged


def only(session):
    return session.scalars(select(Listing)).one()


def changes(session):
    return session.scalar(select(func.count(CatalogueChange.id)))


def test_the_same_feed_twice_changes_nothing(session):
    rows = [row("a", modes=frozenset(Mode)), row("b", places=(PlaceFacts(locality="Elsdon"),))]
    assert counts(import_rows(session, rows, "feed", NOW)) == (2, 0, 0)
    logged = changes(session)
    assert counts(import_rows(session, list(reversed(rows)), "feed", NOW)) == (0, 0, 2)
    assert changes(session) == logged == 2


def test_a_change_in_the_feed_updates_the_same_listing(session):
    import_rows(session, [row(description="Old")], "feed", NOW)
    before = only(session).id
    assert counts(import_rows(session, [row(description="New")], "feed", NOW)) == (0, 1, 0)
    session.expire_all()
    assert (only(session).id, only(session).description) == (before, "New")


def test_the_same_id_from_another_feed_is_another_listing(session):
    import_rows(session, [row()], "one", NOW)
    assert counts(import_rows(session, [row()], "two", NOW)) == (1, 0, 0)


def test_a_new_name_of_the_organisation_reaches_its_listing(session):
    first = row()
    import_rows(session, [first], "feed", NOW)
    renamed = replace(first, organisation=replace(first.organisation, name="Good Neighbours"))
    assert counts(import_rows(session, [renamed], "feed", NOW)) == (0, 1, 0)
    assert session.scalars(select(Organisation.name)).all() == ["Good Neighbours"]


def test_listings_of_one_organisation_share_it(session):
    import_rows(session, [row("a"), row("b", name="Choir")], "feed", NOW)
    assert session.scalar(select(func.count(Organisation.id))) == 1


def test_refused_rows_are_reported_and_the_rest_is_written(session):
    refusal = Refusal(2, "name", "give it a name")
    report = import_rows(session, [row(), refusal], "feed", NOW)
    assert (report.created, report.refused) == (1, [refusal])


def test_what_does_not_run_is_hidden_and_shown_again_when_it_does(session):
    statuses = []
    for is_live in (False, True, False):
        import_rows(session, [row(is_live=is_live)], "feed", NOW)
        statuses.append(only(session).status)
    assert statuses == [ListingStatus.HIDDEN, ListingStatus.LIVE, ListingStatus.HIDDEN]


def test_what_a_coordinator_hid_stays_hidden(session):
    import_rows(session, [row()], "feed", NOW)
    only(session).status = ListingStatus.HIDDEN
    import_rows(session, [row(description="New")], "feed", NOW)
    assert only(session).status is ListingStatus.HIDDEN


def test_what_is_gone_from_the_feed_is_counted_and_left(session):
    import_rows(session, [row("a"), row("b")], "feed", NOW)
    report = import_rows(session, [row("a")], "feed", NOW)
    assert (report.missing, counts(report)) == (1, (0, 0, 1))
    assert session.scalar(select(func.count(Listing.id))) == 2


def at(lat, lng):
    return (PlaceFacts(lat=lat, lng=lng),)


@pytest.mark.parametrize(
    ("mine", "others", "are_twins"),
    [
        (row(places=at(-41.1, 174.8)), row(places=at(-41.1010, 174.8)), True),
        (row(places=at(-41.1, 174.8)), row(places=at(-41.1025, 174.8)), False),
        (row(phone="04 555 0100"), row(phone="+64 4 555-0100"), True),
        (row(phone="04 555 0100"), row(phone="04 555 0199"), False),
        (row(name="The Māngere Shed Inc"), row(name="Mangere shed"), False),
        (
            row(name="The Māngere Shed Inc", phone="04 555 0100"),
            row(name="Mangere shed", phone="04 555 0100"),
            True,
        ),
        (row(name="Choir", phone="04 555 0100"), row(phone="04 555 0100"), False),
        (row(), row(), False),
    ],
)
def test_twins_have_one_name_and_one_place_or_phone(session, mine, others, are_twins):
    import_rows(session, [others], "theirs", NOW)
    report = import_rows(session, [mine], "ours", NOW)
    assert len(report.twins) == are_twins
    assert report.created == 1


def test_the_digest_is_the_same_whatever_the_order_of_sets():
    modes = list(Mode)
    one, other = row(modes=frozenset(modes)), row(modes=frozenset(reversed(modes)), number=9)
    assert digest_of(one) == digest_of(other)
    assert digest_of(one) != digest_of(row())
