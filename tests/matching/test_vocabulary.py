"""The site's words for a listing and the matcher's are the same words."""

from enum import StrEnum

import pytest

from directory.models import vocabulary
from matcher import listing


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (vocabulary.ListingKind, listing.Kind),
        (vocabulary.Mode, listing.Mode),
        (vocabulary.Reach, listing.Reach),
        (vocabulary.Gender, listing.Gender),
        (vocabulary.CostKind, listing.Cost),
        (vocabulary.Joining, listing.Joining),
        (vocabulary.CapacityStatus, listing.Capacity),
    ],
)
def test_the_site_and_the_matcher_use_the_same_words(
    ours: type[StrEnum], theirs: type[StrEnum]
) -> None:
    assert {str(one) for one in ours} == {str(one) for one in theirs}
