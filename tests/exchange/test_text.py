import pytest

from directory.exchange.row import FeedUnreadable
from directory.exchange.text import decoded, plain_text


def test_utf8_is_read_without_a_note():
    assert decoded("Rānui".encode()) == ("Rānui", "")


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decoded("Rānui".encode("utf-8-sig")) == ("Rānui", "")
    assert decoded("Rānui".encode("utf-16")) == ("Rānui", "")


def test_windows_1252_is_read_and_said():
    text, note = decoded("name\nCafé Zoë’s für alle, a café – très bien\n".encode("cp1252"))
    assert "Café Zoë’s" in text
    assert "Windows-1252" in note


def test_utf8_that_stops_inside_a_character_is_refused_with_the_byte():
    with pytest.raises(FeedUnreadable) as refused:
        decoded("Māngere\nRānui ā".encode()[:-1])
    assert refused.value.where == "line 2, byte 17"


def test_one_damaged_byte_among_macrons_is_not_taken_for_another_encoding():
    with pytest.raises(FeedUnreadable):
        decoded("Māngere Rānui".encode() + b"\xff")


def test_a_file_of_nothing_but_bytes_is_not_text():
    with pytest.raises(FeedUnreadable):
        decoded(b"abc\x00def")


def test_html_becomes_words_with_its_lists_and_lines():
    html = "<p>Tea &amp; talk</p><script>alert(1)</script><ul><li>Mon</li><li>Tue</li></ul>a<br>b"
    assert plain_text(html) == "Tea & talk\n\n- Mon\n- Tue\na\nb"


def test_words_that_only_look_like_html_stay():
    assert plain_text("ages < 5 & up\r\n• one\r\n• two") == "ages < 5 & up\n• one\n• two"


def test_half_a_surrogate_pair_is_dropped():
    assert plain_text("tea \ud83d time") == "tea  time"
