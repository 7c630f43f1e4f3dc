import pytest

from tests.page_checker import PageWrong, check_page, faults

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Hello – What Matters</title></head>"
    "<body><h1>Hello</h1>{}</body></html>"
)


def test_a_sound_page_passes():
    check_page(PAGE.format("<a href='#a'>Go</a><p id='a'>Here</p>"))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Again</h1>",
        "<p id='a'></p><p id='a'></p>",
        "<a href='#nowhere'>Go</a>",
        "<input name='age'>",
        "<label for='age'></label><input id='age' name='age'>",
        "<textarea name='words'></textarea>",
        "<button></button>",
        "<img src='x.png'>",
        "<h3>Too deep</h3>",
        "<p aria-describedby='nothing'>Words</p>",
        "<table><p>Words</p></table>",
    ],
)
def test_each_fault_is_found(body):
    with pytest.raises(PageWrong):
        check_page(PAGE.format(body))


def test_a_title_without_the_site_is_found():
    assert any("title" in fault for fault in faults(PAGE.format("").replace(" – What Matters", "")))
