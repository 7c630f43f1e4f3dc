from dataclasses import replace

import numpy as np
import pytest

from matcher.catalogue import MOST_IN_TAIL, ListingVectors, text_digest, vectors_of
from tests.matcher.factory import ENCODER, a_catalogue, a_listing, vectors


def test_a_listing_is_kept_by_its_id():
    listing = a_listing("plot")
    assert a_catalogue(listing).listing("plot") == listing


def test_an_unknown_listing_is_an_error():
    with pytest.raises(KeyError):
        a_catalogue(a_listing("plot")).listing("other")


def test_a_change_leaves_the_catalogue_it_came_from_as_it_was():
    before = a_catalogue(a_listing("plot"))
    before.changed([a_listing("other")], ["plot"], {})
    assert before.ids == {"plot"}


def test_a_listing_can_be_added_replaced_and_removed():
    renamed = a_listing("b", name="New name")
    after = a_catalogue(a_listing("a"), a_listing("b")).changed(
        [renamed, a_listing("c")], ["a"], {}
    )
    assert after.ids == {"b", "c"}
    assert after.listing("b").name == "New name"
    assert after.changed([], ["b"], {}).ids == {"c"}


def test_removing_what_is_not_there_changes_nothing():
    assert a_catalogue(a_listing("a")).changed([], ["none"], {}).ids == {"a"}


def test_vectors_are_kept_while_the_text_stays():
    listing = a_listing("a")
    after = a_catalogue(listing).changed([replace(listing, min_age=60)], [], {})
    assert after.indexed("a").vectors is not None


def test_vectors_of_an_older_text_are_not_kept():
    after = a_catalogue(a_listing("a")).changed([a_listing("a", text="Chess.")], [], {})
    assert after.indexed("a").vectors is None


def test_vectors_are_held_once():
    catalogue = a_catalogue(a_listing("a"), a_listing("b"))
    (block,) = catalogue.segments
    for row in block.rows:
        assert row.vectors is not None
        assert np.shares_memory(row.vectors.whole, block.whole)
        assert np.shares_memory(row.vectors.sentences, block.sentences)
    assert np.array_equal(block.rows[1].vectors.sentences, vectors([a_listing("b")])["b"].sentences)


def test_many_changes_are_laid_into_one_block():
    added = [a_listing(f"x{number}") for number in range(MOST_IN_TAIL + 1)]
    after = a_catalogue(a_listing("a")).changed(added, [], vectors(added))
    assert len(after.segments) == 1
    assert len(after.ids) == len(added) + 1


def test_stored_vectors_come_back_the_same():
    made = vectors_of(a_listing(), ENCODER)
    back = ListingVectors.from_bytes(made.to_bytes())
    assert np.array_equal(made.whole, back.whole)
    assert np.array_equal(made.sentences, back.sentences)
    assert np.array_equal(made.subjects, back.subjects)


@pytest.mark.parametrize("length", [0, 5, 40, -2])
def test_vectors_cut_short_are_refused(length):
    with pytest.raises(ValueError, match="cut short"):
        ListingVectors.from_bytes(vectors_of(a_listing(), ENCODER).to_bytes()[:length])


def test_the_digest_changes_with_the_text_alone():
    listing = a_listing()
    assert text_digest(replace(listing, min_age=60)) == text_digest(listing)
    assert text_digest(replace(listing, text="Other.")) != text_digest(listing)
    assert text_digest(replace(listing, name="Other")) != text_digest(listing)


def test_vectors_of_another_encoder_are_passed_over():
    made = vectors_of(a_listing(), ENCODER)
    odd = replace(made, sentences=made.sentences[:, :10], whole=made.whole[:10])
    catalogue = a_catalogue().changed([a_listing()], [], {"plot": odd})
    assert catalogue.ids == {"plot"}
