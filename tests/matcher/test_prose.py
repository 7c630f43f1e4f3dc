import pytest

from matcher.ages import OLDEST, Ages
from matcher.listing import Cost, Gender, Joining, Mode, Venue
from matcher.person import Must
from matcher.prose import stated_in
from tests.matcher.factory import a_listing


def stated(text: str, name: str = "The Hub", **facts):
    return stated_in(a_listing(name=name, text=text, **facts))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Art for 13–25s.", Ages(13, 25)),
        ("A lunch for people over 55.", Ages(55, OLDEST)),
        ("Football for children aged 5 to 11.", Ages(5, 11)),
        ("Swimming for under 5s.", Ages(0, 4)),
        ("For people aged 60 and over.", Ages(60, OLDEST)),
        ("After school care till six.", Ages(4, 14)),
    ],
)
def test_ages_plainly_stated_are_read(text, ages):
    assert stated(text).ages == ages


@pytest.mark.parametrize(
    "text",
    [
        "We have helped here for over 40 years.",
        "All ages welcome, from under 5s to over 80s: everyone.",
        "Open from 10 to 12 on Tuesdays.",
        "Call us on 09 555 0123.",
        "Adults and children dance. There is an after school club too. We sing. We cook. We walk.",
    ],
)
def test_in_doubt_ages_stay_unknown(text):
    found = stated(text).ages
    assert found is None or found == Ages(0, OLDEST)


def test_the_ages_of_one_programme_say_nothing_of_the_others():
    text = (
        "We give food parcels. We run a budgeting service. There is a kitchen. "
        "A holiday week for young people aged 11-13 years. We hold church on Sunday."
    )
    assert stated(text).ages is None


def test_a_filled_in_age_overrules_the_words():
    assert stated("For 13–25s.", min_age=16).ages == Ages(16, OLDEST)


@pytest.mark.parametrize(
    ("name", "text", "gender"),
    [
        ("Women's Circle", "Tea and talk.", Gender.WOMEN),
        ("Men's Shed", "Tools and tea.", Gender.MEN),
        ("The Hub", "A walk for women only.", Gender.WOMEN),
        ("The Hub", "Help for men, women and children.", None),
        ("Family Centre", "Everyone is welcome.", None),
    ],
)
def test_gender_is_read_only_when_plain(name, text, gender):
    assert stated(text, name).gender == gender


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("It is free to come.", Cost.FREE),
        ("$5 a session.", Cost.PAID),
        ("A predator free town.", None),
        ("Freephone us.", None),
        ("Free for members, fees for others.", None),
    ],
)
def test_cost_is_read_only_when_plain(text, cost):
    assert stated(text).cost == cost


@pytest.mark.parametrize(
    ("text", "must", "met"),
    [
        ("Wheelchair accessible hall.", Must.STEP_FREE, True),
        ("We come to you: home visits.", Must.HOME_VISIT, True),
        ("Join us on Zoom.", Must.ONLINE, True),
        ("By referral only.", Must.SELF_INTRODUCTION, False),
        ("Open 9am-3pm Monday to Friday.", Must.EVENINGS, False),
        ("Open Monday to Friday.", Must.WEEKENDS, False),
        ("Meets in the evening.", Must.EVENINGS, True),
        ("Adults only.", Must.CHILD_WELCOME, False),
    ],
)
def test_needs_are_read_from_the_words(text, must, met):
    assert stated(text).meets[must] is met


def test_what_nobody_states_is_left_out():
    assert stated("We play cards.").meets == {}


def test_a_filled_in_fact_overrules_the_words():
    found = stated(
        "Wheelchair accessible. Drop in any time. It is free.",
        venues=(Venue("Hall", access={"step_free": False}),),
        joining=frozenset({Joining.REFERRAL}),
        cost=Cost.PAID,
        modes=frozenset({Mode.IN_PERSON}),
    )
    assert found.meets[Must.STEP_FREE] is False
    assert found.meets[Must.SELF_INTRODUCTION] is False
    assert found.meets[Must.FREE] is False
    assert found.meets[Must.ONLINE] is False


def test_one_step_free_venue_of_two_unknown_is_not_a_no():
    venues = (Venue("Hall", access={"step_free": False}), Venue("Park"))
    assert Must.STEP_FREE not in stated("We meet.", venues=venues).meets


def test_what_is_for_organisations_is_told_apart():
    assert stated("Governance advice to organisations and boards.").is_for_groups
    assert not stated("Advice to people and organisations.").is_for_groups
