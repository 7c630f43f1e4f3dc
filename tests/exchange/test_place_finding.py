from directory.exchange.naming import Address, split_address
from directory.exchange.place_finding import Located, with_points
from directory.exchange.row import Row
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts
from directory.models.vocabulary import ListingKind, Region

HERE = (-41.10882, 174.919308)


def row(organisation, **place):
    return Row(
        1,
        organisation,
        OrganisationFacts(organisation, Region.NZ, source_id=organisation),
        ListingFacts("", ListingKind.GROUP, Region.NZ, organisation, places=(PlaceFacts(**place),)),
    )


def places(*rows, locate=None):
    return [found.listing.places[0] for found in with_points(rows, locate)]


def exact(*rows):
    return [place.is_exact for place in places(*rows)]


def test_a_point_that_organisations_share_without_a_street_only_stands_for_a_town():
    shared = {"lat": HERE[0], "lng": HERE[1]}
    street = shared | {"address": "16 Cobham Court"}
    venue = shared | {"name": "Example Hall"}
    assert exact(row("a", **shared), row("b", **shared)) == [False, False]
    assert exact(row("a", **shared), row("a", **shared)) == [True, True]
    assert exact(row("a", **street), row("b", **street)) == [True, True]
    assert exact(row("a", **venue), row("b", **venue)) == [True, True]
    assert exact(row("a", **shared), row("b", **street)) == [True, True]


def test_a_point_of_two_decimals_only_stands_for_a_town():
    assert exact(row("a", lat=-41.12, lng=174.87)) == [False]
    assert exact(row("a", lat=-41.12, lng=174.87, address="12 Example Road")) == [True]


def test_a_place_without_a_point_is_looked_up_by_postcode_and_then_by_town():
    known = {"NE8 1EP": Located(54.9, -1.6, True), "Elsdon": Located(-41.1, 174.8, False)}

    def locate(text, region):
        return known.get(text)

    british, nz, nowhere = places(
        row("a", postcode="ne81ep", locality="Gateshead"),
        row("b", postcode="5022", locality="Elsdon"),
        row("c", locality="Nowhere"),
        locate=locate,
    )
    assert (british.lat, british.is_exact) == (54.9, True)
    assert (nz.lat, nz.is_exact) == (-41.1, False)
    assert nowhere.lat is None


def test_a_point_that_is_given_is_never_looked_up():
    def locate(text, region):
        raise AssertionError(text)

    (found,) = places(row("a", lat=HERE[0], lng=HERE[1], locality="Elsdon"), locate=locate)
    assert (found.lat, found.lng) == HERE


def test_an_address_is_taken_apart():
    assert split_address("Level 3, 8 Kōtare Avenue, City Centre, Porirua 5022") == Address(
        "Level 3, 8 Kōtare Avenue", "City Centre, Porirua", "5022"
    )
    assert split_address("Elsdon, Porirua") == Address("", "Elsdon, Porirua", "")
    assert split_address("2 Example St, Gateshead NE8 1EP") == Address(
        "2 Example St", "Gateshead", "NE8 1EP"
    )
    assert split_address("") == Address("", "", "")
