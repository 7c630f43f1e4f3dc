"""UK charities with the subject tags that people gave them: a tag's name is the query."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.listing import Kind, Listing

FOLDER = Path("../shared/data/relevance")


@dataclass(frozen=True, slots=True)
class Tag:
    code: str
    name: str
    tagged: frozenset[str]


EVERY = 3
"""One charity in so many is ranked: encoding all of them takes the better part of an hour."""


def charities() -> list[Listing]:
    """The sampled charities once each, with all they say of themselves."""
    sample = _sampled()
    found = {}
    for row in _rows("ukcat_charities_dev.csv"):
        if row["org_id"] not in sample:
            continue
        found[row["org_id"]] = Listing(
            id=row["org_id"],
            name=row["name"].title(),
            organisation_id=row["org_id"],
            organisation=row["name"].title(),
            kind=Kind.SERVICE,
            text=f"{row['activities']}\n{_as_sentence(row['objects'])}",
        )
    return list(found.values())


def tags() -> list[Tag]:
    """Each tag that a sampled charity has, with those that anyone gave it to."""
    sample = _sampled()
    tagged: dict[str, set[str]] = {}
    for row in _rows("ukcat_charities_dev.csv"):
        if row["org_id"] not in sample:
            continue
        for code in filter(None, row["UKCAT"].split(";")):
            tagged.setdefault(code, set()).add(row["org_id"])
    return [
        Tag(row["code"], row["tag"], frozenset(tagged[row["code"]]))
        for row in _rows("ukcat_tags_dev.csv")
        if row["code"] in tagged
    ]


def _sampled() -> frozenset[str]:
    ids = sorted({row["org_id"] for row in _rows("ukcat_charities_dev.csv")})
    return frozenset(ids[::EVERY])


def _as_sentence(text: str) -> str:
    """Objects are often all in capitals."""
    return text.capitalize() if text.isupper() else text


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
