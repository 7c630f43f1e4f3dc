import pytest

from matcher.taxonomy import Taxonomy

TAXONOMY = Taxonomy.load()


def test_every_term_belongs_to_a_domain_with_a_label():
    domains = {domain.id for domain in TAXONOMY.domains}
    assert {term.domain for term in TAXONOMY.terms} == domains
    assert all(domain.label for domain in TAXONOMY.domains)


def test_every_term_is_said_in_plain_words():
    assert all(term.label and term.synonyms and term.said for term in TAXONOMY.terms)


def test_words_in_other_languages_wait_for_a_speaker():
    for term in TAXONOMY.terms:
        for language, spoken in term.words.items():
            assert bool(spoken) == (term.review.get(language) == "needs a speaker's review")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("I'd love to sing again", "arts.singing"),
        ("a māra kai by the hall", "nature.mara"),
        ("MEN'S SHED", "people.men"),
        ("somebody to help with my rates bill and the budget", "money.budget"),
    ],
)
def test_a_subject_is_found_by_its_everyday_words(text, term):
    assert term in TAXONOMY.concepts_in(text)


@pytest.mark.parametrize("text", ["Of course I will", "G'day mate", "run by a company", ""])
def test_ordinary_words_name_no_subject(text):
    assert TAXONOMY.concepts_in(text) == frozenset()


def test_an_unknown_term_is_an_error():
    with pytest.raises(KeyError):
        TAXONOMY.term("nature.nothing")
