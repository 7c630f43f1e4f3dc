"""What holds of every answer, whatever the person and the listings."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.catalogue import Catalogue
from matcher.listing import SLOTS, Capacity, Cost, Gender, Joining, Kind, Listing, Mode, Reach
from matcher.matching import match
from matcher.person import Must, Person, Travel
from matcher.scoring import SEARCH, STORY
from tests.matcher.factory import (
    ENCODER,
    NOW,
    PAPATOETOE,
    a_catalogue,
    a_listing,
    a_person,
    vectors,
)

WORDS = st.sampled_from(
    (
        *("garden", "vegetables", "walk", "sing", "women", "men", "church", "tea", "free"),
        *("evening", "children", "aged", "13-25", "over", "55s", "online", "referral", "the"),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def listing(draw: st.DrawFn, id: str) -> Listing:
    return a_listing(
        id,
        km=draw(st.none() | st.floats(0, 40)),
        name=draw(TEXTS),
        text=draw(TEXTS),
        organisation_id=draw(st.sampled_from("abc")),
        kind=draw(st.sampled_from(Kind)),
        reach=draw(st.sampled_from([Reach.LOCAL, Reach.NATIONAL])),
        modes=draw(st.frozensets(st.sampled_from(Mode), max_size=2)),
        min_age=draw(st.none() | st.integers(0, 60)),
        gender=draw(st.none() | st.sampled_from(Gender)),
        cost=draw(st.none() | st.sampled_from(Cost)),
        capacity=draw(st.none() | st.sampled_from(Capacity)),
        joining=draw(st.frozensets(st.sampled_from(Joining), max_size=2)),
        slots=draw(st.frozensets(st.sampled_from(SLOTS), max_size=3)),
        features=draw(st.dictionaries(st.just("child_welcome"), st.booleans())),
        offers=draw(st.frozensets(st.sampled_from(["nature.garden", "arts.singing"]))),
    )


@st.composite
def listings(draw: st.DrawFn) -> list[Listing]:
    count = draw(st.integers(1, 9))
    return [draw(listing(f"l{number}")) for number in range(count)]


@st.composite
def people(draw: st.DrawFn) -> Person:
    return a_person(
        what_matters=draw(TEXTS),
        home=draw(st.sampled_from([None, PAPATOETOE])),
        age=draw(st.none() | st.integers(5, 95)),
        travel=draw(st.none() | st.sampled_from(Travel)),
        max_km=draw(st.none() | st.floats(1, 30)),
        must=draw(st.frozensets(st.sampled_from(Must), max_size=2)),
        avoid=tuple(draw(st.lists(st.sampled_from(["church", "tea"]), max_size=1))),
        times=draw(st.frozensets(st.sampled_from(SLOTS), max_size=4)),
        languages=tuple(draw(st.lists(st.sampled_from(["en", "sm"]), max_size=2, unique=True))),
    )


def answer(person: Person, catalogue: Catalogue, limit: int = 10):
    return match(person, catalogue, now=NOW, encoder=ENCODER, limit=limit)


def rank_of(person: Person, chosen: list[Listing], id: str) -> int:
    """The place in the list; past its end when it is not there."""
    found = answer(person, a_catalogue(*chosen)).matches
    return next((one.rank for one in found if one.listing_id == id), 99)


few = settings(max_examples=60, deadline=None)


@few
@given(people(), listings())
def test_a_score_is_a_share_and_the_sum_of_its_parts(person, chosen):
    limits = {part: max(getattr(SEARCH, part), getattr(STORY, part)) for part in STORY.__slots__}
    for one in answer(person, a_catalogue(*chosen)).matches:
        assert 0 <= one.score <= 1
        assert abs(one.score - sum(one.parts.values())) < 1e-9
        assert all(0 <= share <= limits[name] + 1e-6 for name, share in one.parts.items())


@few
@given(people(), listings())
def test_every_match_has_a_reason_and_every_set_aside_one(person, chosen):
    found = answer(person, a_catalogue(*chosen))
    assert all(one.reasons and all(one.reasons) for one in found.matches)
    assert all(one.because for one in found.set_aside)


@few
@given(people(), listings(), st.randoms(use_true_random=False))
def test_the_order_of_the_listings_does_not_matter(person, chosen, random):
    shuffled = list(chosen)
    random.shuffle(shuffled)
    assert answer(person, a_catalogue(*chosen)) == answer(person, a_catalogue(*shuffled))


@few
@given(people(), listings(), st.data())
def test_moving_closer_never_lowers_a_rank(person, chosen, data):
    place = data.draw(st.integers(0, len(chosen) - 1))
    far = data.draw(st.floats(0.1, 40))
    near = data.draw(st.floats(0, far))
    person = replace(person, home=PAPATOETOE)

    def moved(km: float) -> list[Listing]:
        venues = a_listing(km=km).venues
        return [
            replace(one, venues=venues) if number == place else one
            for number, one in enumerate(chosen)
        ]

    id = chosen[place].id
    assert rank_of(person, moved(near), id) <= rank_of(person, moved(far), id)


BROKEN = {
    Must.FREE: {"cost": Cost.PAID},
    Must.WOMEN_ONLY: {"gender": Gender.MEN},
    Must.CHILD_WELCOME: {"features": {"child_welcome": False}},
    Must.EVENINGS: {"slots": frozenset({"tue-am"})},
    Must.SELF_INTRODUCTION: {"joining": frozenset({Joining.REFERRAL})},
}


@few
@given(people(), listings(), st.data())
def test_an_unmet_need_is_never_ranked(person, chosen, data):
    must = data.draw(st.sampled_from(sorted(BROKEN)))
    place = data.draw(st.integers(0, len(chosen) - 1))
    chosen[place] = replace(chosen[place], **BROKEN[must])
    person = replace(person, must=person.must | {must})
    shown = {one.listing_id for one in answer(person, a_catalogue(*chosen)).matches}
    assert chosen[place].id not in shown


@few
@given(people(), listings(), listings(), st.data())
def test_a_changed_catalogue_answers_as_one_built_afresh(person, before, after, data):
    removed = data.draw(st.frozensets(st.sampled_from([one.id for one in before])))
    changed = a_catalogue(*before).changed(after, removed, vectors(after))
    kept = {one.id: one for one in before if one.id not in removed} | {one.id: one for one in after}
    assert changed.ids == kept.keys()
    assert _rounded(answer(person, changed)) == _rounded(
        answer(person, a_catalogue(*kept.values()))
    )


def _rounded(found):
    """Sums in another order differ in their last digits."""
    return [(one.listing_id, round(one.score, 5), one.reasons) for one in found.matches]


@few
@given(people(), listings())
def test_the_same_question_has_the_same_answer(person, chosen):
    catalogue = a_catalogue(*chosen)
    assert answer(person, catalogue) == answer(person, catalogue)
