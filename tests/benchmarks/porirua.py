"""The Porirua set: thirty invented people, 145 real listings, a grade for each worth mentioning."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from directory.places.gazetteer import Found, Gazetteer
from matcher.listing import Kind, Listing, Venue
from matcher.person import Home, Must, Person, Point, Travel

FOLDER = Path("../shared/data/relevance")

# The set's README names two points that only stand for a town.
_STAND_INS = {Point(-41.10882, 174.919308), Point(-41.289877, 174.777434)}
_COUNTRY = "nz"


@dataclass(frozen=True, slots=True)
class Case:
    """One person, and the grade of every listing worth mentioning to them."""

    id: str
    person: Person
    grades: Mapping[str, int]


def listings() -> list[Listing]:
    """A name, an organisation, a paragraph and a point is all that these directories hold."""
    return [
        Listing(
            id=row["id"],
            name=row["name"],
            organisation_id=row["org"],
            organisation=row["org"],
            kind=Kind.SERVICE,
            text=row["text"],
            country=_COUNTRY,
            venues=_venues(row),
        )
        for row in _rows("porirua_listings.jsonl")
    ]


def _venues(row: dict) -> tuple[Venue, ...]:
    if row["lat"] is None:
        return ()
    point = Point(row["lat"], row["lng"])
    return (Venue(row["town"], point=point, is_exact=point not in _STAND_INS),)


def cases(gazetteer: Gazetteer) -> list[Case]:
    """The people, their suburbs looked up as a visitor's would be."""
    grades = {row["id"]: row["grades"] for row in _rows("porirua_judgements.jsonl")}
    return [
        Case(row["id"], _person(row, gazetteer), grades[row["id"]])
        for row in _rows("porirua_people.jsonl")
    ]


def _person(row: dict, gazetteer: Gazetteer) -> Person:
    return Person(
        what_matters=row["what_matters"],
        home=_home(row["place"], gazetteer),
        age=row["age"],
        travel=Travel(row["travel"]) if "travel" in row else None,
        max_km=row.get("max_km"),
        must=frozenset(map(Must, row.get("must", ()))),
        country=_COUNTRY,
    )


def _home(name: str, gazetteer: Gazetteer) -> Home:
    answer = gazetteer.find(f"{name}, Porirua", region=_COUNTRY)
    if not isinstance(answer, Found):
        raise LookupError(f"the gazetteer does not know {name} in Porirua: {answer}")
    return Home(name, Point(answer.place.lat, answer.place.lng))


def _rows(name: str) -> list[dict]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
