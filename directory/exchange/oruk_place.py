"""Where an Open Referral service meets, and what the place has for getting in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.exchange.kept import Kept
from directory.exchange.value import Entry, entries_of, entry_of, number_of, text_of
from directory.listings.facts import PlaceFacts
from directory.models.vocabulary import Access, Mode

# A place that cannot be gone to.
NOT_PHYSICAL = frozenset({"virtual", "postal"})
ATTENDING = {
    Mode.IN_PERSON: re.compile(r"in[ -]person|face[ -]to[ -]face|\bvenue\b", re.IGNORECASE),
    Mode.ONLINE: re.compile(r"\bonline\b|\bvirtual|video|remotely", re.IGNORECASE),
    Mode.PHONE: re.compile(r"\b(?:tele)?phone\b", re.IGNORECASE),
    Mode.HOME: re.compile(r"\bhome[ -]visit|\bat home\b", re.IGNORECASE),
}
ACCESS = {
    Access.STEP_FREE: r"wheelchair(?:[ -]user)?s?[ -]access(?:ible)?|step[ -]free|level access",
    Access.ACCESSIBLE_TOILET: r"(?:accessible|disabled) (?:toilet|wc|loo)s?",
    Access.HEARING_LOOP: r"(?:hearing|induction)[ -]loops?",
    Access.PARKING: r"(?:disabled|accessible|blue badge|on[ -]site|free) parking",
    Access.CHANGING_PLACE: r"changing places?(?: toilet)?",
    Access.BABY_CHANGING: r"baby[ -]chang\w+",
    Access.QUIET_SPACE: r"quiet (?:space|room|area)",
}
DENIAL = re.compile(
    r"\b(?:no|not|without|isn't|aren't|unfortunately|limited|partial)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OrukPlace:
    """``link_id`` is the service_at_location, which schedules may name."""

    link_id: str
    country: str
    facts: PlaceFacts
    schedules: tuple[Entry, ...]


def places_of(service: Entry, kept: Kept) -> list[OrukPlace]:
    """The places that people can go to, in the feed's order."""
    found = (_place(at, kept) for at in entries_of(service, "service_at_locations"))
    return [place for place in found if place is not None]


def mode_of_attendance(text: str) -> Iterator[Mode]:
    """
    >>> list(mode_of_attendance("In person or by video"))
    [<Mode.IN_PERSON: 'in_person'>, <Mode.ONLINE: 'online'>]
    """
    return (mode for mode, pattern in ATTENDING.items() if pattern.search(text))


def _place(at: Entry, kept: Kept) -> OrukPlace | None:
    location = entry_of(at, "location")
    if not location or text_of(location, "location_type") in NOT_PHYSICAL:
        return None
    address = _address(location)
    # ``attention`` holds a person's name, and is never read.
    street = [text_of(address, key) for key in ("address_1", "address_2")]
    towns = [text_of(address, key) for key in ("city", "region")]
    lat, lng = kept.point(number_of(location, "latitude"), number_of(location, "longitude"))
    facts = PlaceFacts(
        name=kept.line("location", text_of(location, "name")),
        address=kept.line("address", ", ".join(filter(None, street))),
        locality=kept.line("address", ", ".join(dict.fromkeys(filter(None, towns)))),
        postcode=kept.line("postal_code", text_of(address, "postal_code")),
        lat=lat,
        lng=lng,
        access=_access(location),
    )
    if facts == PlaceFacts():
        return None
    schedules = tuple(entries_of(at, "schedules", "regular_schedule"))
    return OrukPlace(text_of(at, "id"), text_of(address, "country"), facts, schedules)


def _address(location: Entry) -> Entry:
    addresses = entries_of(location, "addresses", "physical_addresses")
    physical = [at for at in addresses if text_of(at, "address_type") in {"", "physical"}]
    return next(iter([*physical, *addresses]), {})


def _access(location: Entry) -> Mapping[Access, bool]:
    """What is plainly there, or plainly not; a sentence that says both ways is left unknown."""
    words = " . ".join(
        text_of(entry, key)
        for entry in entries_of(location, "accessibility", "accessibility_for_disabilities")
        for key in ("description", "accessibility", "details")
    )
    known: dict[Access, bool] = {}
    for sentence in re.split(r"[.;\n]", words):
        for feature, pattern in ACCESS.items():
            if not re.search(pattern, sentence, re.IGNORECASE):
                continue
            if re.search(rf"\b(?:no|not|without) (?:{pattern})", sentence, re.IGNORECASE):
                known[feature] = False
            elif not DENIAL.search(sentence):
                known.setdefault(feature, True)
    return known
