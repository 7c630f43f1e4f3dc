from dataclasses import replace
from datetime import date, timedelta

import pytest

from matcher.answer import Match, SetAside
from matcher.listing import Area, Capacity, Cost, Gender, Joining, Kind, Mode, Reach, Venue
from matcher.matching import explain, match
from matcher.person import Must, Point, Travel
from tests.matcher.factory import (
    ENCODER,
    NOW,
    PAPATOETOE,
    a_catalogue,
    a_listing,
    a_person,
)

TODAY = NOW.date()


def answer(person, *listings, **options):
    return match(person, a_catalogue(*listings), now=NOW, encoder=ENCODER, **options)


def only(person, listing) -> Match:
    matches = answer(person, listing).matches
    assert len(matches) == 1
    return matches[0]


def aside(person, listing) -> str:
    found = answer(person, listing)
    assert found.matches == ()
    assert len(found.set_aside) == 1
    return found.set_aside[0].because


# -- nothing to go on ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "🌱🌱🌱", "<script></script>", "   "])
def test_a_person_who_said_nothing_gets_an_empty_answer(text):
    found = answer(a_person(what_matters=text), a_listing())
    assert (found.matches, found.set_aside, found.widenings) == ((), (), ())


def test_an_empty_catalogue_gives_an_empty_answer():
    assert answer(a_person()).matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "garden " * 3_000,
        "<b>garden</b> & <script>alert(1)</script>",
        "🌱 garden 🌱",
        "the and of it",
        "x" * 20_000,
        "\x00\ud7ff\u200b garden",
    ],
)
def test_odd_texts_are_answered(text):
    found = answer(a_person(what_matters=text), a_listing())
    assert all(0 <= one.score <= 1 for one in found.matches)


def test_a_ticked_interest_is_enough():
    person = a_person(what_matters="", interests=frozenset({"nature.garden"}))
    found = only(person, a_listing(offers=frozenset({"nature.garden"})))
    assert found.reasons[0] == "You chose “Gardening”, and they offer it."


def test_an_unknown_interest_is_passed_over():
    person = a_person(interests=frozenset({"no.such"}))
    assert len(answer(person, a_listing(offers=frozenset({"no.such"}))).matches) == 1


def test_it_works_without_an_encoder():
    found = match(a_person(), a_catalogue(a_listing()), now=NOW, encoder=None)
    assert found.matches[0].parts["meaning"] == 0
    assert found.matches[0].reasons


def test_what_is_about_something_else_is_not_offered():
    chess = a_listing("chess", name="Chess night", text="Knights, queens and pawns.")
    found = answer(a_person(what_matters="growing vegetables"), chess, a_listing())
    assert [one.listing_id for one in found.matches] == ["plot"]


A_WEAK_MATCH = a_listing(
    "weak",
    name="Board meeting",
    text="Minutes, repairs to the roof, parking, keys, bins, chairs, shelves, letters, windows.",
)


def test_a_weak_match_is_left_out_beside_a_strong_one(monkeypatch):
    choir = a_listing("choir", name="Village choir", text="We sing in a village choir.")
    person = a_person(what_matters="I sing in a village choir, with old books on shelves")
    monkeypatch.setattr("matcher.ranking.LEAST_OF_BEST", 0.2)
    assert order(person, choir, A_WEAK_MATCH) == ["choir", "weak"]
    monkeypatch.setattr("matcher.ranking.LEAST_OF_BEST", 0.7)
    assert order(person, choir, A_WEAK_MATCH) == ["choir"]


def test_a_weak_match_is_left_out_though_it_is_the_best():
    person = a_person(
        what_matters="I went by the hall one night, heard laughter, saw shelves and lamps"
    )
    assert answer(person, A_WEAK_MATCH).matches == ()


def test_only_the_ids_asked_for_are_ranked():
    found = answer(a_person(), a_listing("a"), a_listing("b"), restrict_to=frozenset({"b"}))
    assert [one.listing_id for one in found.matches] == ["b"]


# -- words --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["gardning", "vegtables", "grwoing vegetables"])
def test_a_typing_slip_still_finds(text):
    person = a_person(what_matters=text)
    found = match(person, a_catalogue(a_listing()), now=NOW, encoder=None)
    assert [one.listing_id for one in found.matches] == ["plot"]


def test_macrons_may_be_left_out():
    maori = a_listing("mara", name="Māra kai", text="Māra kai mō te whānau")
    person = a_person(what_matters="mara kai")
    assert match(person, a_catalogue(maori), now=NOW, encoder=None).matches


def test_an_everyday_word_finds_the_subject_it_means():
    allotment = a_listing("allotment", name="Allotment", text="Plots to hire.")
    person = a_person(what_matters="gardening")
    assert match(person, a_catalogue(allotment), now=NOW, encoder=None).matches


def test_where_it_meets_is_not_what_it_is_about():
    venue = Venue("Botanic Gardens car park", "Garden Grove")
    run = a_listing(
        "run", name="Slow joggers", text="We jog round the botanic gardens.", venues=(venue,)
    )
    found = match(a_person(what_matters="gardening"), a_catalogue(run), now=NOW, encoder=None)
    assert found.matches == ()


def test_a_place_that_is_looked_after_is_still_what_it_is_about():
    venue = Venue("Grove community garden")
    plot = a_listing(
        "plot", name="Dig", text="We look after our community garden.", venues=(venue,)
    )
    found = match(a_person(what_matters="gardening"), a_catalogue(plot), now=NOW, encoder=None)
    assert len(found.matches) == 1


def test_an_organisations_name_is_not_what_a_listing_is_about():
    choir = a_listing("choir", name="Choir", text="We sing.", organisation="Garden Trust")
    plot = a_listing("plot", name="Plot", text="A garden.", organisation="Song Trust")
    assert order(a_person(what_matters="garden"), choir, plot)[0] == "plot"


def test_one_telling_word_in_a_long_sentence_does_not_decide_alone():
    text = "since then I have been sitting about all day long and never see anyone in the shed"
    told, typed = a_person(what_matters=text), a_person(what_matters="shed")
    shed = a_listing("shed", name="Shed", text="A shed to hire for storage.")
    assert only(told, shed).parts["words"] < only(typed, shed).parts["words"] / 2


# -- hard needs ---------------------------------------------------------------------------

NO = [
    (Must.STEP_FREE, {"venues": (Venue("Hall", access={"step_free": False}),)}, "not step-free"),
    (Must.FREE, {"cost": Cost.PAID}, "not free"),
    (Must.WOMEN_ONLY, {"gender": Gender.ANY}, "not for women only"),
    (Must.MEN_ONLY, {"gender": Gender.ANY}, "not for men only"),
    (Must.EVENINGS, {"slots": frozenset({"tue-am"})}, "not open in the evening"),
    (Must.WEEKENDS, {"slots": frozenset({"tue-am"})}, "not open at the weekend"),
    (Must.ONLINE, {"modes": frozenset({Mode.IN_PERSON})}, "not online"),
    (
        Must.HOME_VISIT,
        {"modes": frozenset({Mode.IN_PERSON})},
        "they do not come to people's homes",
    ),
    (Must.CHILD_WELCOME, {"features": {"child_welcome": False}}, "children cannot come"),
    (Must.CARER_WELCOME, {"features": {"carer_welcome": False}}, "carers cannot come along"),
    (
        Must.SELF_INTRODUCTION,
        {"joining": frozenset({Joining.REFERRAL})},
        "somebody has to refer you",
    ),
]
YES = [
    (Must.STEP_FREE, {"venues": (Venue("Hall", access={"step_free": True}),)}),
    (Must.FREE, {"cost": Cost.FREE}),
    (Must.WOMEN_ONLY, {"gender": Gender.WOMEN}),
    (Must.MEN_ONLY, {"gender": Gender.MEN}),
    (Must.EVENINGS, {"slots": frozenset({"tue-eve"})}),
    (Must.WEEKENDS, {"slots": frozenset({"sat-am"})}),
    (Must.ONLINE, {"modes": frozenset({Mode.ONLINE})}),
    (Must.HOME_VISIT, {"modes": frozenset({Mode.HOME})}),
    (Must.CHILD_WELCOME, {"features": {"child_welcome": True}}),
    (Must.CARER_WELCOME, {"features": {"carer_welcome": True}}),
    (Must.SELF_INTRODUCTION, {"joining": frozenset({Joining.SELF})}),
]


def test_every_need_is_tried_both_ways():
    assert {row[0] for row in NO} == {row[0] for row in YES} == set(Must)


@pytest.mark.parametrize(("must", "facts", "because"), NO)
def test_a_need_that_cannot_be_met_sets_aside(must, facts, because):
    assert aside(a_person(must=frozenset({must})), a_listing(**facts)) == because


@pytest.mark.parametrize(("must", "facts"), YES)
def test_a_need_that_is_met_is_a_reason_and_raises_the_score(must, facts):
    person = a_person(must=frozenset({must}))
    met, unsaid = only(person, a_listing(**facts)), only(person, a_listing())
    assert met.score > unsaid.score
    assert any(caution.startswith("Ask") for caution in unsaid.cautions)
    assert not any(caution.startswith("Ask") for caution in met.cautions)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"max_age": 24}, "for people under 25"),
        ({"min_age": 55}, "for people of 55 and over"),
        ({"min_age": 13, "max_age": 25}, "for people from 13 to 25"),
    ],
)
def test_the_wrong_age_sets_aside(facts, because):
    assert aside(a_person(age=40), a_listing(**facts)) == because


def test_an_unknown_age_sets_nothing_aside():
    assert "For people of 55 and over" in only(a_person(), a_listing(min_age=55)).cautions


def test_the_child_who_would_take_part_counts():
    person = a_person(what_matters="My son is nine and wants to garden", age=40)
    assert only(person, a_listing(min_age=8, max_age=12)).listing_id == "plot"


def test_a_womens_group_is_set_aside_for_somebody_who_asked_for_men_only():
    person = a_person(must=frozenset({Must.MEN_ONLY}))
    assert aside(person, a_listing(gender=Gender.WOMEN)) == "for women only"


def test_further_than_the_person_can_go_sets_aside():
    person = a_person(home=PAPATOETOE, max_km=5)
    assert aside(person, a_listing(km=8)) == "8.0 km away, further than 5 km"


def test_nobody_who_only_walks_is_sent_for_miles():
    person = a_person(home=PAPATOETOE, travel=Travel.WALK)
    assert aside(person, a_listing(km=9)) == "9.0 km away, too far to walk"
    assert only(replace(person, max_km=10), a_listing(km=9)).distance_km == pytest.approx(
        9, abs=0.1
    )


@pytest.mark.parametrize(
    ("travel", "reach"), [(Travel.WALK, 5), (Travel.BUS, 25), (Travel.CAR, 50), (None, 40)]
)
def test_nobody_is_sent_further_than_is_sensible(travel, reach):
    person = a_person(home=PAPATOETOE, travel=travel)
    assert only(person, a_listing(km=reach - 1))
    assert aside(person, a_listing(km=reach + 8)).startswith(f"{reach + 8}")


def test_what_is_absurdly_far_is_not_mentioned():
    found = answer(a_person(home=PAPATOETOE), a_listing(km=346))
    assert (found.matches, found.set_aside, found.widenings) == ((), (), ())


def test_travelling_further_than_is_sensible_is_offered():
    person = a_person(home=PAPATOETOE, travel=Travel.BUS)
    found = answer(person, a_listing("a", km=28))
    assert [(one.change, one.adds) for one in found.widenings] == [("travel up to 30 km", 1)]


def test_an_inexact_point_gives_no_distance():
    venue = Venue("Somewhere", point=Point(-36.0, 174.0), is_exact=False)
    person = a_person(home=PAPATOETOE, max_km=5)
    found = only(person, a_listing(venues=(venue,)))
    assert found.distance_km is None
    assert "Ask where they meet, to see how far it is" in found.cautions


@pytest.mark.parametrize("facts", [{"reach": Reach.NATIONAL}, {"modes": frozenset({Mode.ONLINE})}])
def test_what_needs_no_journey_is_never_too_far(facts):
    person = a_person(home=PAPATOETOE, max_km=5)
    assert only(person, a_listing(km=300, **facts)).listing_id == "plot"


def test_an_area_that_leaves_the_person_out_sets_aside():
    area = Area("Dorset", Point(50.7, -2.4), 10)
    person = a_person(home=PAPATOETOE)
    assert aside(person, a_listing(area=area, reach=Reach.AREA)) == "only for people in Dorset"


def test_another_country_is_neither_shown_nor_mentioned():
    found = answer(a_person(country="nz"), a_listing(country="england"))
    assert (found.matches, found.set_aside) == ((), ())


def test_a_country_is_the_same_in_capitals():
    assert only(a_person(country="nz"), a_listing(country="NZ"))


def test_only_other_times_sets_aside():
    person = a_person(times=frozenset({"tue-am"}))
    assert aside(person, a_listing(slots=frozenset({"thu-eve"}))) == "only on Thursday evenings"


def test_a_shared_time_is_a_reason():
    person = a_person(times=frozenset({"tue-am", "wed-am"}))
    found = only(person, a_listing(slots=frozenset({"tue-am", "thu-eve"})))
    assert "On Tuesday mornings, when you can come" in found.reasons


def test_what_to_avoid_sets_aside():
    church = a_listing(text="A vegetable garden behind the church.")
    assert aside(a_person(avoid=("church",)), church) == "you asked to avoid church"


def test_what_to_avoid_is_known_by_its_other_names():
    chapel = a_listing(text="A vegetable garden run by the parish.")
    assert aside(a_person(avoid=("church",)), chapel) == "you asked to avoid church"


def test_a_church_is_set_aside_for_somebody_who_wants_nothing_churchy():
    person = a_person(what_matters="Growing vegetables, nothing churchy please")
    run = a_listing(organisation="Grove Methodist Church")
    assert aside(person, run) == "run by a church or another faith"
    hall = a_listing(venues=(Venue("Church hall"),))
    assert only(person, hall).listing_id == "plot"


# -- order --------------------------------------------------------------------------------


def order(person, *listings) -> list[str]:
    return [one.listing_id for one in answer(person, *listings).matches]


def test_nearer_comes_first():
    person = a_person(home=PAPATOETOE, travel=Travel.WALK)
    assert order(person, a_listing("a", km=4), a_listing("b", km=1)) == ["b", "a"]


def test_the_nearest_venue_counts():
    near = a_listing("a", km=1).venues
    far = a_listing("a", km=9).venues
    found = only(a_person(home=PAPATOETOE), a_listing("a", venues=far + near))
    assert found.distance_km == pytest.approx(1, abs=0.05)


def test_online_neither_floats_nor_vanishes():
    person = a_person(home=PAPATOETOE, travel=Travel.BUS)
    online = a_listing("online", modes=frozenset({Mode.ONLINE}))
    assert order(person, a_listing("far", km=24), online, a_listing("near", km=1)) == [
        "near",
        "online",
        "far",
    ]


def test_groups_come_last_for_somebody_who_shuns_them():
    group = a_listing("a-group")
    one = a_listing("one", kind=Kind.SERVICE, features={"one_to_one": True})
    person = a_person(what_matters="I miss growing vegetables but I can't be doing with groups")
    assert order(person, group, one) == ["one", "a-group"]
    assert order(a_person(), group, one) == ["a-group", "one"]


def test_what_is_meant_for_others_comes_after_what_is_for_all():
    others = a_listing("a-others", audience_for=("Deaf people",))
    assert order(a_person(), others, a_listing("b-all")) == ["b-all", "a-others"]
    deaf = a_person(what_matters="I am deaf and miss growing vegetables in a garden")
    assert order(deaf, others, a_listing("b-all")) == ["a-others", "b-all"]


def test_driving_lessons_are_not_for_somebody_who_stopped_driving():
    lessons = a_listing("a-road", name="Driving lessons", text="Learn to drive. The road code.")
    shed = a_listing("shed", name="Men's shed", text="Tools and tea for people good with hands.")
    text = "The days are long since I stopped driving the vans, and I am good with my hands"
    assert order(a_person(what_matters=text), lessons, shed)[0] == "shed"


def test_confirmed_of_late_comes_before_long_ago():
    fresh = a_listing("fresh", assured_on=TODAY)
    stale = a_listing("a-stale", assured_on=TODAY - timedelta(days=500))
    assert order(a_person(), stale, fresh) == ["fresh", "a-stale"]


def test_room_comes_before_none():
    full = a_listing("a-full", capacity=Capacity.FULL)
    assert order(a_person(), full, a_listing("open", capacity=Capacity.OPEN)) == ["open", "a-full"]


def test_the_persons_language_comes_before_another():
    person = a_person(languages=("sm", "en"))
    english = a_listing("a-english", languages=frozenset({"en"}))
    samoan = a_listing("samoan", languages=frozenset({"sm"}))
    found = answer(person, english, samoan)
    assert [one.listing_id for one in found.matches] == ["samoan", "a-english"]
    assert "They speak Samoan" in found.matches[0].reasons


# -- variety, set aside, widening ---------------------------------------------------------


def test_no_organisation_has_three_cards():
    crowd = [a_listing(str(number), organisation_id="one") for number in range(5)]
    assert len(answer(a_person(), *crowd).matches) == 2


def test_helplines_do_not_crowd_the_list():
    lines = [a_listing(str(number), kind=Kind.HELPLINE) for number in range(5)]
    assert len(answer(a_person(), *lines, a_listing("z")).matches) == 3


def test_the_top_five_hold_more_than_one_kind_where_another_is_nearly_as_good():
    groups = [a_listing(f"a{number}") for number in range(7)]
    service = a_listing("z", kind=Kind.SERVICE)
    assert "z" in order(a_person(), *groups, service)[:5]


def test_the_limit_holds():
    many = [a_listing(str(number)) for number in range(30)]
    assert len(answer(a_person(), *many, limit=4).matches) == 4
    assert answer(a_person(), *many, limit=0).matches == ()


def test_what_ranks_too_low_to_show_is_not_set_aside():
    better = [a_listing(str(number), assured_on=TODAY) for number in range(3)]
    worse = a_listing("worse", text="Vegetables.", name="Shop", max_age=12)
    found = answer(a_person(age=40), *better, worse, limit=3)
    assert found.set_aside == ()


def test_travelling_further_says_how_many_it_adds():
    person = a_person(home=PAPATOETOE, max_km=4)
    found = answer(person, a_listing("a", km=1), a_listing("b", km=7), a_listing("c", km=7.5))
    assert [(one.change, one.adds) for one in found.widenings] == [("travel up to 8 km", 2)]


def test_other_times_say_how_many_they_add():
    person = a_person(times=frozenset({"tue-am"}))
    found = answer(person, a_listing(slots=frozenset({"thu-eve"})))
    assert [(one.change, one.adds) for one in found.widenings] == [("come at other times", 1)]


def test_letting_one_need_go_does_not_add_what_another_keeps_out():
    person = a_person(age=40, home=PAPATOETOE, max_km=4)
    assert answer(person, a_listing("a", km=7, max_age=12)).widenings == ()


# -- words --------------------------------------------------------------------------------


def test_reasons_tie_their_words_to_the_listings():
    person = a_person(what_matters="I miss my shared garden and a cup of tea together")
    assert only(person, a_listing()).reasons[0] == (
        "You said “I miss my shared garden and a cup of tea together”. "
        "They say “We grow vegetables together in a shared garden and have a cup of tea”."
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"offers": frozenset({"nature.garden"})}, "They do this here: gardening."),
        ({"serves": frozenset({"nature.garden"})}, "They help with gardening."),
    ],
)
def test_what_it_is_about_is_said_in_a_sentence(facts, reason):
    person = a_person(what_matters="Days are long, my knees ache, and I want some gardening")
    found = only(person, a_listing(name="Plot", text="Come along.", **facts))
    assert found.reasons[0] == f"You said “I want some gardening”. {reason}"


def test_what_is_asked_for_and_helps_is_said_as_help():
    person = a_person(what_matters="My worry and anxiety keep me in")
    found = only(person, a_listing(name="Calm", text="A.", offers=frozenset({"mind.anxiety"})))
    assert found.reasons[0].endswith("They help with worry and anxiety.")


def test_a_long_clause_is_cut_about_the_telling_words():
    long = "well the thing that I always think about on a long wet day like this one is gardening"
    listing = a_listing(name="Plot", text="Come.", offers=frozenset({"nature.garden"}))
    quote = only(a_person(what_matters=long), listing).reasons[0].split("”")[0]
    assert "gardening" in quote
    assert len(quote.split()) <= 14


def test_there_are_at_most_four_reasons_and_the_subject_comes_first():
    listing = a_listing(
        km=1,
        cost=Cost.FREE,
        slots=frozenset({"tue-am"}),
        min_age=55,
        features={"accompanied_first_visit": True},
    )
    person = a_person(home=PAPATOETOE, age=60, times=frozenset({"tue-am"}))
    reasons = only(person, listing).reasons
    assert len(reasons) == 4
    assert reasons[0].startswith("You said")
    assert reasons[1] == "1.0 km away"


@pytest.mark.parametrize(("least", "is_said"), [(16, False), (18, False), (55, True)])
def test_an_age_is_a_reason_only_when_it_is_narrow(least, is_said):
    reasons = only(a_person(age=60), a_listing(min_age=least)).reasons
    assert (f"For people of {least} and over" in reasons) is is_said


def test_a_long_journey_is_told_in_kilometres_alone():
    person = a_person(home=PAPATOETOE, travel=Travel.BUS)
    assert "24.0 km away" in only(person, a_listing(km=24)).reasons


def test_people_are_quoted_as_they_spoke():
    person = a_person(what_matters="Growing Vegetables — together, in a SHARED garden!")
    assert "SHARED garden" in only(person, a_listing()).reasons[0]


def test_a_helpline_comes_only_where_the_words_call_for_it():
    line = a_listing("a-line", kind=Kind.HELPLINE, serves=frozenset({"mind.anxiety"}))
    assert order(a_person(), line, a_listing("b")) == ["b", "a-line"]
    worried = a_person(what_matters="my anxiety is bad and I miss growing vegetables")
    assert order(worried, line, a_listing("b")) == ["a-line", "b"]


@pytest.mark.parametrize("encoder", [ENCODER, None])
def test_a_fresh_directory_finds_its_first_listing(encoder):
    first = a_listing(name="Plot", text="Come along.", offers=frozenset({"nature.garden"}))
    person = a_person(what_matters="gardening")
    found = match(person, a_catalogue(first), now=NOW, encoder=encoder)
    assert [one.listing_id for one in found.matches] == ["plot"]
    same = [replace(first, id=str(number), organisation_id=str(number)) for number in range(4)]
    assert len(match(person, a_catalogue(*same), now=NOW, encoder=encoder).matches) == 4


@pytest.mark.parametrize(
    ("travel", "reason"),
    [
        (Travel.WALK, "1.2 km away, about 20 minutes on foot"),
        (Travel.BUS, "1.2 km away, about 15 minutes by bus"),
        (Travel.CAR, "1.2 km away, about 5 minutes by car"),
        (None, "1.2 km away"),
    ],
)
def test_the_way_there_is_told_as_the_person_travels(travel, reason):
    assert reason in only(a_person(home=PAPATOETOE, travel=travel), a_listing(km=1.2)).reasons


@pytest.mark.parametrize(
    ("facts", "caution"),
    [
        ({"assured_on": date(2026, 3, 2)}, "Not confirmed since March 2026"),
        ({}, "Nobody has confirmed this yet — ring before you go"),
        (
            {"assured_on": TODAY, "review_due_on": date(2026, 11, 2)},
            "Due to be checked again since November 2026",
        ),
        ({"capacity": Capacity.FULL}, "Full when last checked — ask about a place"),
        ({"capacity": Capacity.WAITLIST}, "There is a waiting list"),
        (
            {"capacity": Capacity.OPEN, "capacity_on": date(2026, 5, 1)},
            "May be full by now — ask",
        ),
        ({"audience_not_for": ("children",)}, "Not for children"),
        ({"audience_for": ("Deaf people",)}, "Meant for Deaf people"),
    ],
)
def test_what_to_know_before_going_is_said(facts, caution):
    assert caution in only(a_person(), a_listing(**facts)).cautions


def test_the_next_session_is_the_first_that_has_not_begun():
    hours = [NOW + timedelta(hours=hour) for hour in (-2, 0, 3, 26)]
    assert only(a_person(), a_listing(upcoming=tuple(hours))).next_at == hours[2]
    assert only(a_person(), a_listing(upcoming=(hours[0],))).next_at is None


def test_a_fresh_listing_with_room_needs_no_caution():
    listing = a_listing(assured_on=TODAY, capacity=Capacity.OPEN, capacity_on=TODAY)
    assert only(a_person(), listing).cautions == ()


def test_every_sentence_can_be_translated():
    found = answer(
        a_person(home=PAPATOETOE, age=40),
        a_listing(km=2, cost=Cost.FREE),
        a_listing("b", km=2, max_age=12),
        translate=lambda sentence: f"<{sentence}>",
    )
    said = [*found.matches[0].reasons, *found.matches[0].cautions, found.set_aside[0].because]
    assert len(said) > 3
    assert all(one.startswith("<") and one.endswith(">") for one in said)


# -- one listing --------------------------------------------------------------------------


def explained(person, listing):
    return explain(person, a_catalogue(listing), listing.id, now=NOW, encoder=ENCODER)


def test_explaining_agrees_with_ranking():
    person, listing = a_person(home=PAPATOETOE), a_listing(km=2)
    assert explained(person, listing) == replace(only(person, listing), rank=0)


def test_explaining_says_why_not():
    assert explained(a_person(age=40), a_listing(max_age=12)) == SetAside(
        "plot", "for people under 13"
    )


def test_explaining_a_changed_listing_reads_the_new_one():
    listing = a_listing(max_age=90)
    changed = a_catalogue(listing).changed([replace(listing, max_age=12)], [], {})
    found = explain(a_person(age=40), changed, "plot", now=NOW, encoder=ENCODER)
    assert found == SetAside("plot", "for people under 13")


def test_explaining_an_unknown_listing_is_an_error():
    with pytest.raises(KeyError):
        explain(a_person(), a_catalogue(a_listing()), "none", now=NOW, encoder=ENCODER)
