"""Finds what fits one person, or a file of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import orjson
from sqlalchemy.orm import Session

from directory.cli.opening import open_ready_database
from directory.cli.outcome import NotDone, with_progress
from directory.config import Settings, settings_from
from directory.matching.batch import ServedPlaceFinder, answer_as_json
from directory.matching.engine import MatchingEngine, usable_encoder
from directory.matching.people import PersonUnreadable, read_person
from directory.places.gazetteer import Gazetteer
from directory.web.clock import system_clock

Entry = bytes | dict[str, Any]


@click.command(name="match")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of people, one JSON object a line.",
)
@click.option("--what-matters", help="What the person said.")
@click.option("--place", help="A suburb, town or postcode.")
@click.option("--age", type=int)
@click.option("--travel", type=click.Choice(["walk", "bus", "car"]))
@click.option("--max-km", type=float, help="The furthest they can go.")
@click.option("--language", "languages", multiple=True, help="May be given several times.")
@click.option("--must", multiple=True, help="What has to be so, such as step_free.")
@click.option("--interest", "interests", multiple=True, help="A taxonomy term.")
@click.option("--need", "needs", multiple=True, help="A taxonomy term.")
@click.option("--avoid", multiple=True, help="Something to keep away from.")
@click.option("--time", "times", multiple=True, help="A part of the week, such as tue-am.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (always so with --batch).")
def match_people(batch: Path | None, limit: int, as_json: bool, **told: Any) -> None:
    """Match one person from the options, or each of a file with --batch."""
    entries: Sequence[Entry] = (
        [line for line in batch.read_bytes().splitlines() if line.strip()]
        if batch
        else [_person_told(told)]
    )
    failed = 0
    for answer in _answers(settings_from(), entries, limit):
        failed += "error" in answer
        click.echo(orjson.dumps(answer).decode() if batch or as_json else _in_words(answer))
    sys.exit(1 if failed else 0)


def _person_told(told: dict[str, Any]) -> dict[str, Any]:
    person = {
        key: list(value) if isinstance(value, tuple) else value for key, value in told.items()
    }
    return {"id": "you", **{key: value for key, value in person.items() if value}}


def _answers(
    settings: Settings, entries: Sequence[Entry], limit: int
) -> Iterator[dict[str, object]]:
    if not settings.gazetteer.exists():
        raise NotDone("Run `whatmatters init` first: there is no list of places yet.")
    database = open_ready_database(settings)
    engine = MatchingEngine(database, usable_encoder(settings), settings.zone)
    now = system_clock()
    with Session(database.engine) as session:
        catalogue = engine.catalogue(session, now=now)
        finder = ServedPlaceFinder(Gazetteer.open(settings.gazetteer), catalogue, settings.region)
        for entry in with_progress(entries, "People"):
            try:
                named = read_person(_parsed(entry), find_setting=finder)
            except PersonUnreadable as error:
                yield {"id": _id_of(entry), "error": str(error)}
                continue
            answer = engine.match(session, named.person, now=now, limit=limit)
            yield answer_as_json(named, answer, catalogue)


def _parsed(entry: Entry) -> Any:
    if isinstance(entry, dict):
        return entry
    try:
        return orjson.loads(entry)
    except orjson.JSONDecodeError as error:
        raise PersonUnreadable("line", f"is not JSON ({error})") from error


def _id_of(entry: Entry) -> str | None:
    try:
        parsed = _parsed(entry)
    except PersonUnreadable:
        return None
    id = parsed.get("id") if isinstance(parsed, dict) else None
    return id if isinstance(id, str) else None


def _in_words(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"Not answered: {answer['error']}"
    lines = [f"Near {answer['place']['name']}:"] if answer["place"] and answer["results"] else []
    for result in answer["results"]:
        lines.append(f"{result['rank']}. {result['name']} ({result['organisation']})")
        lines += [f"   + {reason}" for reason in result["reasons"]]
        lines += [f"   ! {caution}" for caution in result["cautions"]]
    lines += [
        f"   set aside: {passed['name']}: {passed['because']}" for passed in answer["set_aside"]
    ]
    lines += [f"   {widening['change']}: {widening['adds']} more" for widening in answer["widen"]]
    return "\n".join(lines) or "Nothing fits as it stands."
