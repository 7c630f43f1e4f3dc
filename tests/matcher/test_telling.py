"""What is told of somebody else, and what weighs on people, is read as it is meant."""

import pytest

from matcher.hardship import complains_of_body, is_lonely
from matcher.listing import Gender
from matcher.matching import match
from matcher.reading import hear
from matcher.wishes import wants_something
from tests.matcher.factory import ENCODER, NOW, a_catalogue, a_listing, a_person


def heard(text: str):
    return hear(a_person(what_matters=text))


def answer(text: str, *listings):
    return match(a_person(what_matters=text), a_catalogue(*listings), now=NOW, encoder=ENCODER)


# -- told of another ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            "My days drag since I stopped nursing, and I was always clever with my hands",
            "{His} days drag since {he} stopped nursing, "
            "and {he} {was} always clever with {his} hands",
        ),
        ("I miss my garden", "{He} {misses} {his} garden"),
        ("I'd like to sing", "{He}'d like to sing"),
        (
            "I used to drive lorries, now the days drag",
            "{He} used to drive lorries, now the days drag",
        ),
        (
            "I gave up farming and I want a job to do",
            "{He} gave up farming and {he} {wants} a job to do",
        ),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        {"he": "he", "his": "his", "was": "was", "misses": "misses", "wants": "wants"},
        {"he": "she", "his": "her", "was": "was", "misses": "misses", "wants": "wants"},
        {"he": "they", "his": "their", "was": "were", "misses": "miss", "wants": "want"},
    ],
    ids=["he", "she", "they"],
)
def test_what_is_told_of_another_is_read_as_if_they_said_it(mine, theirs, words):
    told = theirs.format(**words, He=words["he"].title(), His=words["his"].title())
    theirs_heard, mine_heard = heard(told), heard(mine)
    assert theirs_heard.wishes == mine_heard.wishes
    assert theirs_heard.is_want == mine_heard.is_want
    assert theirs_heard.has_stopped == mine_heard.has_stopped


def test_what_is_told_of_another_is_quoted_as_written():
    assert heard("He misses his garden").said == ("He misses his garden",)


def test_what_somebody_tells_of_another_beside_themselves_stays():
    text = "I look after him and he likes fishing"
    assert heard(text).wishes == (text,)


def test_the_age_of_the_one_told_of_is_heard():
    assert [span.least for span in hear(a_person(what_matters="She is 80.", age=None)).ages] == [80]


@pytest.mark.parametrize("text", ["She misses us", "They miss singing", "We'd like to sing"])
def test_a_wish_is_heard_in_any_person(text):
    assert wants_something(text)


# -- for women, for men -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "gender", "because"),
    [
        ("He likes gardening", Gender.WOMEN, "for women only"),
        ("She likes gardening", Gender.MEN, "for men only"),
    ],
)
def test_what_is_for_others_than_the_one_told_of_is_set_aside(text, gender, because):
    found = answer(text, a_listing(gender=gender))
    assert found.matches == ()
    assert found.set_aside[0].because == because


@pytest.mark.parametrize(
    "text",
    [
        "I like gardening and he does too",
        "He and she like gardening",
        "They like gardening",
        "My husband likes gardening, he is 70",
        "Since Frank died he is missed in the garden",
        "The baby likes the garden, he is ten months",
        "Gardening",
    ],
)
@pytest.mark.parametrize("gender", [Gender.WOMEN, Gender.MEN])
def test_nobody_is_kept_from_anything_where_gender_is_not_plain(text, gender):
    assert heard(text).gender is None
    assert len(answer(text, a_listing(gender=gender)).matches) == 1


def test_what_is_for_the_one_told_of_is_offered():
    assert len(answer("He likes gardening", a_listing(gender=Gender.MEN)).matches) == 1


# -- lonely -------------------------------------------------------------------------------

COMPANY = a_listing(
    "cuppa", name="Open table", text="Tea and a chat.", offers=frozenset({"people.social"})
)


@pytest.mark.parametrize(
    "text",
    [
        "Since Ada went I never see anybody from Monday to Sunday",
        "I don't see anyone",
        "She hardly speaks to anyone, and she hasn't spoken to a soul",
        "I've got nobody to talk to",
        "He's on his own all day",
        "The house is so quiet since the children left",
        "Nobody comes",
        "I have no friends",
        "They don't know anyone here",
    ],
)
def test_loneliness_said_plainly_finds_company(text):
    found = answer(text, COMPANY)
    assert [one.listing_id for one in found.matches] == ["cuppa"]
    assert "company and making friends" in found.matches[0].reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "I see people every day",
        "I don't know anyone who mends bikes",
        "I mend things on my own",
        "I like a quiet house",
    ],
)
def test_not_everybody_alone_is_lonely(text):
    assert not is_lonely(text)


# -- a complaint beside a wish ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("I'm 81 and my hips are stiff, I'd like to sing", ("I'd like to sing",)),
        ("My back is bad. I miss the allotment.", ("I miss the allotment.",)),
        ("Her knees have gone but she misses dancing", ("I miss dancing",)),
        ("My knees are bad", ("My knees are bad",)),
        ("My knees are bad and it has rained", ("My knees are bad and it has rained",)),
        ("I'd like my back to hurt less", ("I'd like my back to hurt less",)),
    ],
)
def test_a_wish_outranks_a_complaint(text, wishes):
    assert heard(text).wishes == wishes


@pytest.mark.parametrize(
    "text",
    ["I'm back at the hall", "I was good with my hands", "I've diabetes", "It's in my hands"],
)
def test_not_every_word_of_the_body_complains(text):
    assert not complains_of_body(text)


def test_hard_exercise_comes_lower_where_the_body_is_sore():
    sport = a_listing("sport", name="Open club", text="Company.", offers=frozenset({"move.sport"}))
    well = answer("I'd like some company", sport).matches[0]
    sore = answer("I'd like some company, my knees are bad", sport).matches[0]
    assert sum(sore.parts.values()) < 0.8 * sum(well.parts.values())


def test_hard_exercise_asked_for_by_name_is_not_lowered():
    wheels = a_listing("w", name="Wheels", text="Cycling.", offers=frozenset({"move.cycle"}))
    asked = answer("My knees are bad but I love cycling", wheels).matches[0]
    without = answer("I love cycling", wheels).matches[0]
    assert asked.score > 0.9 * without.score


def test_grief_finds_help_with_grief():
    friends = a_listing("f", name="Open door", text="Tea.", offers=frozenset({"mind.grief"}))
    person = a_person(what_matters="Nothing is the same since our sister died, my hips are bad")
    found = match(person, a_catalogue(friends), now=NOW, encoder=None)
    assert [one.listing_id for one in found.matches] == ["f"]


# -- reasons ------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["miss", "hands", "sit", "knees"])
def test_everyday_verbs_and_the_body_are_no_reason(word):
    table = a_listing("table", name="Table", text=f"We {word} here.", offers=frozenset())
    found = answer(f"{word} lanterns", table)
    assert not any("both speak of" in one.reasons[0] for one in found.matches)
    assert len(found.matches) == 1


def test_what_was_only_understood_is_not_quoted_as_said():
    table = a_listing("table", name="Table", text="A touring company.", offers=frozenset())
    reasons = [one.reasons[0] for one in answer("Nobody comes", table).matches]
    assert reasons
    assert not any("both speak of" in reason for reason in reasons)
