"""What comes from outside is checked before it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.listings.checks import (
    LONGEST_NAME,
    FieldRefused,
    clean_age,
    clean_email,
    clean_name,
    clean_phone,
    clean_point,
    clean_text,
    clean_website,
)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "http://",
        "https://nodots",
        "https://exa mple.org",
        "https://[::1",
    ],
)
def test_an_address_that_is_no_web_page_is_refused(address: str) -> None:
    with pytest.raises(FieldRefused):
        clean_website("website", address)


def test_an_address_without_its_scheme_gets_https() -> None:
    assert clean_website("website", "choir.example/join") == "https://choir.example/join"


def test_an_empty_address_stays_empty() -> None:
    assert clean_website("website", "  ") == ""


def test_control_and_direction_characters_are_taken_out() -> None:
    assert clean_text("text", "a\x00b\u202ec\r\nd") == "abc\nd"


def test_macrons_are_kept() -> None:
    assert clean_name("name", " Ngā  Tamariki o Ōtara ") == "Ngā Tamariki o Ōtara"


def test_a_name_is_needed() -> None:
    with pytest.raises(FieldRefused):
        clean_name("name", " \n ")


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(FieldRefused):
        clean_name("name", "x" * (LONGEST_NAME + 1))


@pytest.mark.parametrize(
    "email",
    [
        "nobody",
        "a@b",
        "two@@example.org",
        "a b@example.org",
        "a@b.nz%0aBcc:x",
        "a@b,c.nz",
        "x@[127.0.0.1].nz",
    ],
)
def test_a_wrong_email_address_is_refused(email: str) -> None:
    with pytest.raises(FieldRefused):
        clean_email("email", email)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mele@\uff45xample.org", "Mele@example.org"),
        ("mele@example\u3002org", "mele@example.org"),
        ("ma\u0304ori@example.nz", "m\u0101ori@example.nz"),
    ],
)
def test_an_email_address_is_kept_in_its_usual_spelling(typed: str, kept: str) -> None:
    assert clean_email("email", typed) == kept


def test_a_phone_number_has_digits() -> None:
    with pytest.raises(FieldRefused):
        clean_phone("phone", "ring the bell")


def test_nought_nought_means_that_nobody_knows_where() -> None:
    assert clean_point("place", 0.0, 0.0) == (None, None)


@pytest.mark.parametrize("point", [(91.0, 10.0), (10.0, 181.0), (float("nan"), 10.0)])
def test_a_point_that_is_not_on_earth_is_refused(point: tuple[float, float]) -> None:
    with pytest.raises(FieldRefused):
        clean_point("place", *point)


@pytest.mark.parametrize("age", [-1, 121])
def test_an_age_nobody_has_is_refused(age: int) -> None:
    with pytest.raises(FieldRefused):
        clean_age("age", age)


@given(st.text(max_size=300))
def test_a_website_that_passes_is_http_or_https(text: str) -> None:
    try:
        address = clean_website("website", text)
    except FieldRefused:
        return
    assert address == "" or address.lower().startswith(("http://", "https://"))
