"""Ways to narrow a list of results, each with how many it would leave.

A filter keeps only what is known to be so: where nobody has said whether a hall has steps, it does
not count as step-free.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from directory.matching.shapes import Listing
from directory.models.vocabulary import CostKind, Gender, Joining, ListingKind, Mode


@dataclass(frozen=True, slots=True)
class Filter:
    key: str
    label: str
    keeps: Callable[[Listing], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter as it is offered: ``leaves`` counts the results with it on."""

    key: str
    label: str
    leaves: int
    is_on: bool


def _has_mode(*modes: Mode) -> Callable[[Listing], bool]:
    wanted = {mode.value for mode in modes}
    return lambda listing: bool(wanted & {mode.value for mode in listing.modes})


def _has_access(feature: str) -> Callable[[Listing], bool]:
    return lambda listing: any(venue.access.get(feature) for venue in listing.venues)


def _has_feature(feature: str) -> Callable[[Listing], bool]:
    return lambda listing: bool(listing.features.get(feature))


def _is_for(gender: Gender) -> Callable[[Listing], bool]:
    return lambda listing: listing.gender is not None and listing.gender.value == gender.value


def _is_in(parts: tuple[str, ...]) -> Callable[[Listing], bool]:
    return lambda listing: any(part in slot for slot in listing.slots for part in parts)


def _is_free(listing: Listing) -> bool:
    return listing.cost is not None and listing.cost.value == CostKind.FREE.value


def _takes_anybody_who_comes(listing: Listing) -> bool:
    return Joining.DROP_IN.value in {way.value for way in listing.joining}


FILTERS = (
    Filter("free", "Free", _is_free),
    Filter("step_free", "Step-free way in", _has_access("step_free")),
    Filter("drop_in", "You can just turn up", _takes_anybody_who_comes),
    Filter("evenings", "Evenings", _is_in(("-eve",))),
    Filter("weekends", "Weekends", _is_in(("sat-", "sun-"))),
    Filter("remote", "Online or by phone", _has_mode(Mode.ONLINE, Mode.PHONE)),
    Filter("home", "They come to you", _has_mode(Mode.HOME)),
    Filter("children", "Children welcome", _has_feature("child_welcome")),
    Filter("women", "Women only", _is_for(Gender.WOMEN)),
    Filter("men", "Men only", _is_for(Gender.MEN)),
)
KINDS = {
    ListingKind.GROUP.value: "Groups",
    ListingKind.ACTIVITY.value: "Activities",
    ListingKind.SERVICE.value: "Services",
    ListingKind.HELPLINE.value: "Helplines",
}


def is_kept(listing: Listing, keys: Iterable[str], kinds: Iterable[str]) -> bool:
    """Whether every filter that is on lets the listing through; several kinds mean any of them."""
    wanted, any_kind = set(keys), set(kinds)
    if any_kind and listing.kind.value not in any_kind:
        return False
    return all(each.keeps(listing) for each in FILTERS if each.key in wanted)


def filter_choices(found: Sequence[Listing], keys: frozenset[str]) -> tuple[Choice, ...]:
    """What each filter would leave of the results; one that would leave none is not offered."""
    choices = (
        Choice(each.key, each.label, sum(map(each.keeps, found)), each.key in keys)
        for each in FILTERS
    )
    return tuple(choice for choice in choices if choice.is_on or choice.leaves)


def kind_choices(found: Sequence[Listing], kinds: frozenset[str]) -> tuple[Choice, ...]:
    """How many of each kind there are; ``found`` is what the other filters leave."""
    choices = (
        Choice(key, label, sum(each.kind.value == key for each in found), key in kinds)
        for key, label in KINDS.items()
    )
    return tuple(choice for choice in choices if choice.is_on or choice.leaves)
