"""What a name or an address tells: the kind of listing, the street, the town and the postcode."""

import re
from dataclasses import dataclass

from directory.models.vocabulary import ListingKind
from directory.places.spelling import UK_POSTCODE, fold, postcode_in

STREET_NUMBER = re.compile(r"\b\d+[a-z]?(?:[-–/]\d+[a-z]?)?,?\s+[^\W\d]{2,}", re.IGNORECASE)
NZ_POSTCODE = re.compile(r"(?:^|[\s,])(\d{4})$")
GROUP = re.compile(r"\b(?:group|club|choir|circle|playgroup|society)$", re.IGNORECASE)
HELPLINE = re.compile(r"\b(?:help ?line|crisis line|lifeline|freephone)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    street: str
    locality: str
    postcode: str


def slug(name: str) -> str:
    """
    >>> slug("Te Rōpū Āwhina")
    'te-ropu-awhina'
    """
    return fold(name).replace(" ", "-")


def kind_of(name: str) -> ListingKind:
    """Only what the name says outright; anything else is a service."""
    if HELPLINE.search(name):
        return ListingKind.HELPLINE
    return ListingKind.GROUP if GROUP.search(name.strip()) else ListingKind.SERVICE


def has_street(address: str) -> bool:
    """Whether it names a house in a street, and not only a town or a postcode."""
    return bool(STREET_NUMBER.search(address))


def split_address(text: str) -> Address:
    """
    >>> split_address("7 Prosser Street, Elsdon, Porirua, 5022")
    Address(street='7 Prosser Street', locality='Elsdon, Porirua', postcode='5022')
    """
    postcode = postcode_in(text) or ""
    rest = UK_POSTCODE.sub("", text) if postcode else text
    parts = [part.strip() for part in re.split(r"[,\n;]", rest) if part.strip()]
    if parts and not postcode and (found := NZ_POSTCODE.search(parts[-1])):
        postcode = found[1]
        parts[-1] = parts[-1][: found.start()].strip()
    parts = [part for part in parts if part]
    streets = [place for place, part in enumerate(parts) if has_street(part)]
    last = streets[-1] + 1 if streets else 0
    return Address(", ".join(parts[:last]), ", ".join(parts[last:]), postcode)
