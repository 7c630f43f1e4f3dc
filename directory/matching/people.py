"""Reads a person from JSON, as the command line and later the API take one."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from directory.listings.languages import language_code
from directory.matching.homes import Setting, country_at
from directory.matching.reading import says_something
from directory.matching.taxonomy import taxonomy
from matcher.person import Home, Must, Person, Point, Travel

LONGEST_TEXT = 20_000
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SLOTS = frozenset(f"{day}-{part}" for day in DAYS for part in ("am", "pm", "eve"))
KEYS = frozenset(
    {
        "id",
        "what_matters",
        "place",
        "lat",
        "lng",
        "age",
        "travel",
        "max_km",
        "languages",
        "must",
        "interests",
        "needs",
        "avoid",
        "times",
    }
)

FindSetting = Callable[[str], Setting]


class PersonUnreadable(Exception):
    """One field of a person cannot be taken; says which, and what would be."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class PlaceUnclear(Exception):
    """A place that nobody knows, or that could be several."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class NamedPerson:
    id: str
    person: Person


def read_person(entry: Any, *, find_setting: FindSetting) -> NamedPerson:
    """Raises PersonUnreadable, naming the field. ``find_setting`` may raise PlaceUnclear."""
    if not isinstance(entry, Mapping):
        raise PersonUnreadable("person", 'should be an object such as {"id": "A1"}')
    for key in entry:
        if key not in KEYS:
            raise PersonUnreadable(str(key), "is not a field of a person")
    id = entry.get("id")
    if not isinstance(id, str) or not id:
        raise PersonUnreadable("id", "is missing")
    _check_wish(entry)
    setting = _setting(entry, find_setting)
    return NamedPerson(
        id,
        Person(
            what_matters=_text(entry, "what_matters"),
            home=setting.home,
            age=_age(entry),
            travel=_one_of(entry, "travel", Travel),
            max_km=_number(entry, "max_km", least=0),
            languages=tuple(_language(name) for name in _texts(entry, "languages")),
            must=frozenset(_member("must", name, Must) for name in _texts(entry, "must")),
            interests=_terms(entry, "interests"),
            needs=_terms(entry, "needs"),
            avoid=tuple(_texts(entry, "avoid")),
            times=_times(entry),
            country=setting.country,
        ),
    )


def _check_wish(entry: Mapping[str, Any]) -> None:
    """Asks what the website asks: that there is something to look for."""
    if entry.get("interests") or entry.get("needs"):
        return
    said = _text(entry, "what_matters")
    if not said.strip():
        raise PersonUnreadable("what_matters", "give this, or interests, or needs")
    if not says_something(said):
        raise PersonUnreadable("what_matters", "has no word in it to look for; say a little more")


def _setting(entry: Mapping[str, Any], find_setting: FindSetting) -> Setting:
    place = _text(entry, "place")
    lat = _number(entry, "lat", least=-90, most=90)
    lng = _number(entry, "lng", least=-180, most=180)
    if (lat is None) != (lng is None):
        raise PersonUnreadable("lat", "give both lat and lng, or neither")
    if lat == 0 and lng == 0:
        raise PersonUnreadable("lat", "with lng is 0, 0, which is out at sea; leave out both")
    if lat is not None and lng is not None:
        home = Home(place or "where they are", Point(lat, lng))
        return Setting(home, country_at(lat, lng))
    try:
        return find_setting(place)
    except PlaceUnclear as error:
        raise PersonUnreadable("place", error.reason) from error


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key) or ""
    if not isinstance(value, str):
        raise PersonUnreadable(key, "should be text")
    if len(value) > LONGEST_TEXT:
        raise PersonUnreadable(key, f"should be {LONGEST_TEXT:,} characters or fewer")
    return value


def _texts(entry: Mapping[str, Any], key: str) -> list[str]:
    values = entry.get(key) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise PersonUnreadable(key, "should be a list of texts")
    return values


def _number(
    entry: Mapping[str, Any], key: str, *, least: float, most: float = math.inf
) -> float | None:
    value = entry.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PersonUnreadable(key, "should be a number")
    if not least <= value <= most:
        between = f"between {least:g} and {most:g}" if math.isfinite(most) else f"{least:g} or more"
        raise PersonUnreadable(key, f"should be {between}")
    return float(value)


def _age(entry: Mapping[str, Any]) -> int | None:
    age = _number(entry, "age", least=0, most=120)
    return None if age is None else int(age)


def _one_of(entry: Mapping[str, Any], key: str, kind: type[Travel]) -> Travel | None:
    value = _text(entry, key)
    return _member(key, value, kind) if value else None


def _member(key: str, value: str, kind: type[Any]) -> Any:
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(str(member) for member in kind)
        raise PersonUnreadable(key, f"“{value}” should be one of {allowed}") from None


def _language(name: str) -> str:
    code = language_code(name)
    if code is None:
        raise PersonUnreadable("languages", f"“{name}” is not a language we know")
    return code


def _terms(entry: Mapping[str, Any], key: str) -> frozenset[str]:
    known = {term.id for term in taxonomy().terms}
    for term in _texts(entry, key):
        if term not in known:
            raise PersonUnreadable(key, f"“{term}” is not in the taxonomy")
    return frozenset(_texts(entry, key))


def _times(entry: Mapping[str, Any]) -> frozenset[str]:
    for slot in _texts(entry, "times"):
        if slot not in SLOTS:
            raise PersonUnreadable("times", f"“{slot}” should look like tue-am, sat-pm or thu-eve")
    return frozenset(_texts(entry, "times"))
