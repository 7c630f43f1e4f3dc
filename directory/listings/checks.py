"""Checks on what comes from outside: each returns the clean value or says what is wrong."""

import re
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email

LONGEST_NAME = 200
LONGEST_TEXT = 10_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class FieldRefused(Exception):
    """A value that cannot be taken, with the field and the reason in words a person can act on."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def clean_text(field: str, text: str, *, longest: int = LONGEST_TEXT) -> str:
    """Trimmed, without control or direction-changing characters; refused when too long."""
    cleaned = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(cleaned) > longest:
        raise FieldRefused(field, f"shorten it to {longest:,} characters or fewer")
    return cleaned


def clean_name(field: str, text: str) -> str:
    name = " ".join(clean_text(field, text, longest=LONGEST_NAME).split())
    if not name:
        raise FieldRefused(field, "give it a name")
    return name


def clean_website(field: str, text: str) -> str:
    """An http or https address; ``javascript:`` and its like are refused."""
    address = clean_text(field, text, longest=2_000)
    if not address:
        return ""
    if "://" not in address and ":" not in address.split("/")[0]:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme.lower() not in {"http", "https"} or "." not in host or " " in address:
        raise FieldRefused(field, "give a web address such as https://www.example.org")
    return address


def clean_email(field: str, text: str) -> str:
    """In its usual spelling: full-width letters and the like are written plainly."""
    address = clean_text(field, text, longest=254)
    if not address:
        return ""
    try:
        # No look-up in the name system: whom we know is nobody else's business.
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise FieldRefused(field, "give an email address such as name@example.org") from None


def clean_phone(field: str, text: str) -> str:
    number = clean_text(field, text, longest=60)
    if number and sum(character.isdigit() for character in number) < 3:
        raise FieldRefused(field, "give a phone number with its digits")
    return number


def clean_point(
    field: str, lat: float | None, lng: float | None
) -> tuple[float, float] | tuple[None, None]:
    """Both degrees or neither. The point 0,0 lies in the Gulf of Guinea and means a missing one."""
    if lat is None or lng is None or (lat == 0 and lng == 0):
        return None, None
    if not (-90 <= lat <= 90 and -180 <= lng <= 180):
        raise FieldRefused(field, "the latitude or longitude is not a place on Earth")
    return lat, lng


def clean_age(field: str, age: int | None) -> int | None:
    if age is not None and not 0 <= age <= 120:
        raise FieldRefused(field, "give an age between 0 and 120")
    return age
