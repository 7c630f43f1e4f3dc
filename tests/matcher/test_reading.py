import pytest

from matcher.ages import OLDEST, Ages
from matcher.reading import hear
from tests.matcher.factory import a_person


def ages_heard(text: str, age: int | None = 40) -> list[Ages]:
    return list(hear(a_person(what_matters=text, age=age)).ages)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("My son is nine and loves drawing.", [9]),
        ("I have a 12-year-old who needs friends.", [12]),
        ("Mine are four, eight and ten.", [4, 8, 10]),
        ("The grandkids live with us, three and five.", [3, 5]),
    ],
)
def test_a_childs_age_counts_beside_the_speakers(text, ages):
    assert ages_heard(text) == [Ages(40, 40), *(Ages(age, age) for age in ages)]


@pytest.mark.parametrize(
    "text",
    [
        "I have lived here for twelve years.",
        "There are six of us in two rooms.",
        "I worked at the mill for thirty years.",
    ],
)
def test_other_numbers_are_no_ages(text):
    assert ages_heard(text) == [Ages(40, 40)]


def test_a_baby_is_under_two():
    assert Ages(0, 1) in ages_heard("Our baby is three months old.")


def test_the_daughter_of_somebody_old_is_grown():
    assert not any(span.least < 18 for span in ages_heard("My daughter moved away.", age=80))


def test_a_parent_is_older_than_the_speaker():
    assert Ages(55, OLDEST) in ages_heard("Mum is on her own all day.")


def test_an_unknown_age_is_not_made_up():
    assert ages_heard("I like walking.", age=None) == []


def test_what_is_not_wanted_is_no_wish():
    heard = hear(a_person(what_matters="I want to move more, but not a gym. Nothing churchy."))
    assert "gym" not in " ".join(heard.wishes)
    assert "churchy" not in " ".join(heard.wishes)
    assert "move more" in " ".join(heard.wishes)


def test_what_is_behind_somebody_is_no_wish():
    heard = hear(a_person(what_matters="Days are long since I stopped driving, and I like tools."))
    assert "driving" not in " ".join(heard.wishes)
    assert "tools" in " ".join(heard.wishes)


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("Since I retired from teaching I sit about all day", "teaching", "sit about"),
        ("I used to drive lorries, now the days drag", "lorries", "days drag"),
        ("I've had nobody to talk to since the mill closed", "mill", "talk to"),
        ("I gave up driving and my hands want something to do", "driving", "my hands"),
        ("I was a lorry driver for thirty years and I like company", "driver", "company"),
    ],
)
def test_what_has_ended_is_no_wish(text, gone, kept):
    heard = hear(a_person(what_matters=text))
    assert gone not in " ".join(heard.wishes)
    assert kept in " ".join(heard.wishes)
    assert heard.has_stopped


@pytest.mark.parametrize(
    "text", ["I gave up the fiddle and I miss it", "I used to sing", "I want to paint again"]
)
def test_what_somebody_longs_for_is_a_wish(text):
    heard = hear(a_person(what_matters=text))
    assert heard.wishes == (text,)
    assert not heard.has_stopped


def test_a_trade_is_a_strength():
    heard = hear(a_person(what_matters="I was a joiner for forty years"))
    assert heard.wishes == ("I was a joiner for forty years",)
    assert heard.has_stopped


def test_having_stopped_drinking_is_heard():
    text = "I stopped drinking last year"
    assert hear(a_person(what_matters=text)).wishes == (text,)


def test_somebody_who_tells_only_of_an_ending_still_asks_for_something():
    heard = hear(a_person(what_matters="I used to drive lorries"))
    assert heard.said == ("I used to drive lorries",)
    assert "lorries" not in " ".join(heard.wishes)


def test_despair_is_heard():
    assert not hear(a_person(what_matters="I don't want to be here any more")).is_empty


def test_not_standing_for_long_is_heard():
    assert "stand" in " ".join(hear(a_person(what_matters="I can't stand for long")).wishes)


@pytest.mark.parametrize(
    "text",
    [
        "I can't be doing with big groups",
        "groups aren't my thing",
        "I'm not good in crowds",
        "One to one would suit me",
    ],
)
def test_somebody_can_shun_groups(text):
    assert hear(a_person(what_matters=text)).shuns_groups


@pytest.mark.parametrize("text", ["I want a walking group", "There is no group near me"])
def test_looking_for_a_group_is_not_shunning_it(text):
    assert not hear(a_person(what_matters=text)).shuns_groups


def test_somebody_can_want_nothing_churchy():
    assert hear(a_person(what_matters="Company, but nothing churchy")).shuns_faith
    assert not hear(a_person(what_matters="I have not been to church since May")).shuns_faith


def test_what_is_wanted_stands_out_from_the_story():
    heard = hear(a_person(what_matters="We came in May. I want to learn to swim."))
    assert heard.is_want == (False, True)


def test_ticked_interests_are_heard_when_nothing_is_said():
    heard = hear(a_person(what_matters="", interests=frozenset({"nature.garden"})))
    assert heard.wishes == ("Gardening",)


@pytest.mark.parametrize("text", ["", "   ", "🌱🌱", "<p></p>", "..."])
def test_nothing_said_is_nothing_heard(text):
    assert hear(a_person(what_matters=text)).is_empty


def test_somebody_can_speak_for_a_group():
    assert hear(a_person(what_matters="We want our club to waste less.")).acts_for_group
    assert not hear(a_person(what_matters="I want to join a club.")).acts_for_group
