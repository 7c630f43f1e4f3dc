"""Words that may mean danger raise the help panel; everyday turns of phrase do not."""

import pytest

from directory.safety.danger_words import may_be_in_danger


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "some days i just want to end it all",
        "I’ve been thinking about suicide",
        "I don’t want to be here anymore",
        "I wish I was dead",
        "They would be better off dead without... I mean I'd be better off dead",
        "I keep cutting myself",
        "There is no point in living",
        "I can't go on.",
        "he hits me when he drinks",
        "my husband sometimes beats me",
        "I am scared of my partner",
        "I don't feel safe at home",
        "getting away from domestic violence",
        "there is family violence in our whānau",
    ],
)
def test_danger_is_noticed(text):
    assert may_be_in_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm dying to try salsa",
        "this heat is killing me",
        "the kids are killing me, I need a break",
        "I could murder a cup of tea",
        "I nearly died laughing",
        "my dog died in March and I miss walking",
        "since my husband died I cook for one",
        "I beat my friends at cards every week",
        "scared of my driving test",
        "I cut myself some slack these days",
        "I cut myself shaving",
        "a hit song that gets me dancing",
        "no point in living here without a car",
        "I can't go on the bus by myself",
        "he beats me at chess",
        "learning to live with diabetes",
        "I want to feel safe on my bike",
    ],
)
def test_everyday_words_are_let_be(text):
    assert not may_be_in_danger(text)
