from matcher.analysis import LONGEST_READ, MOST_SENTENCES, plain, sentences, singular, stems


def test_macrons_do_not_matter():
    assert stems("Māngere whānau") == stems("mangere whanau")


def test_stop_words_are_not_searched_for():
    assert stems("the and of") == []


def test_markup_is_not_read():
    assert plain("<b onclick='x'>Tea</b> &amp; cake").split() == ["Tea", "&", "cake"]


def test_only_so_much_of_a_text_is_read():
    assert len(plain("word " * 20_000)) <= LONGEST_READ


def test_only_so_many_sentences_are_kept():
    text = ". ".join(f"sentence {number} here" for number in range(200))
    assert len(sentences(text)) == MOST_SENTENCES


def test_emoji_alone_is_no_sentence():
    assert sentences("🌱 🌱!") == []


def test_house_and_housing_stay_apart():
    assert singular("house") != singular("housing")
