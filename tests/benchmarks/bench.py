"""Speed and memory: one match, start-up, a page and a saved listing, at 2,000 and 20,000 listings.

Each size is measured in a process of its own, so that memory is its own too.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import OrGroup, QueryParser

from directory.app import create_app
from directory.config import PROJECT, settings_from
from directory.listings.actions import set_status
from directory.matching.engine import MatchingEngine, usable_encoder
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus
from directory.places.build import build_gazetteer
from directory.web.clock import system_clock
from directory.web.database import open_database
from matcher.encoder import Encoder, Vectors
from matcher.person import Home, Person, Point, Travel
from tests.benchmarks.corpus import build_corpus

SIZES = (2_000, 20_000)
ROUNDS = 40
SAYINGS = (
    "the days are long since I stopped driving the buses, and I was always good with my hands",
    "I would love to sing again but my nerves are shot",
    "my sugars are up and I have let the garden go",
    "somewhere to take the kids that does not cost the earth",
)
HOMES = (
    Home("Papatoetoe", Point(-36.9755, 174.853)),
    Home("Bensham", Point(54.956, -1.617)),
)
CACHE = PROJECT / "instance" / "cache"


class RememberingEncoder:
    """Encodes each text once, so that what is timed is the matcher without the encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, ...], Vectors] = {}
        self.name = encoder.name
        self.dimensions = encoder.dimensions

    def encode(self, texts: list[str]) -> Vectors:
        key = tuple(texts)
        if key not in self._known:
            self._known[key] = self._encoder.encode(texts)
        return self._known[key]


@dataclass(frozen=True, slots=True)
class Timing:
    p50_ms: float
    p95_ms: float


def timed(work: Callable[[int], object], rounds: int = ROUNDS) -> Timing:
    for warm_up in range(len(SAYINGS)):
        work(warm_up)
    spent = []
    for number in range(rounds):
        start = time.perf_counter()
        work(number)
        spent.append((time.perf_counter() - start) * 1000)
    return Timing(statistics.median(spent), float(np.percentile(spent, 95)))


def person(number: int) -> Person:
    home = HOMES[number % len(HOMES)]
    return Person(
        what_matters=SAYINGS[number % len(SAYINGS)],
        home=home,
        travel=Travel.BUS,
        country="nz" if home.point.lat < 0 else "england",
    )


def measure(size: int) -> dict[str, float]:
    path = corpus_path(size)
    settings = replace(
        settings_from({"WHATMATTERS_DEMO": "1", "WHATMATTERS_DATA": str(CACHE)}),
        database_url=f"sqlite:///{path}",
    )
    encoder = usable_encoder(settings)
    assert encoder is not None
    database = open_database(settings.database_url)
    now = system_clock()
    engine = MatchingEngine(database, RememberingEncoder(encoder), settings.zone)
    with Session(database.engine) as session:
        start = time.perf_counter()
        engine.catalogue(session, now=now)
        figures = {"start_up_s": time.perf_counter() - start}
        warm = timed(lambda number: engine.match(session, person(number), now=now))
        figures |= {"match_p50_ms": warm.p50_ms, "match_p95_ms": warm.p95_ms}
        figures["encode_p50_ms"] = timed(
            lambda number: encoder.encode([SAYINGS[number % len(SAYINGS)]])
        ).p50_ms
        figures["names_p50_ms"] = timed(
            lambda number: engine.find_by_name(session, SAYINGS[number % 4].split()[-1], now=now)
        ).p50_ms
        figures["saved_to_found_p50_ms"] = _saved_to_found(session, engine)
    app = create_app(settings)
    client = app.test_client()

    def ask(number: int) -> None:
        asked = {"what_matters": SAYINGS[number % len(SAYINGS)], "place": "Papatoetoe"}
        assert client.post("/results", data=asked).status_code == 200

    page = timed(ask)
    figures |= {"page_p50_ms": page.p50_ms, "page_p95_ms": page.p95_ms}
    figures["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _saved_to_found(session: Session, engine: MatchingEngine) -> float:
    listing = session.scalars(select(Listing).order_by(Listing.id).limit(1)).one()

    def save_and_match(number: int) -> None:
        set_status(session, listing, ListingStatus.LIVE, now=system_clock())
        session.commit()
        engine.match(session, person(number), now=system_clock())

    return timed(save_and_match, 10).p50_ms


def whoosh_p50_ms(size: int) -> float:
    """The same sentences in a Whoosh index of the same listings, any of the words, ten answers."""
    database = open_database(f"sqlite:///{corpus_path(size)}")
    index = RamStorage().create_index(Schema(id=ID(stored=True), text=TEXT))
    writer = index.writer()
    with Session(database.engine) as session:
        for row in session.execute(select(Listing.id, Listing.name, Listing.description)):
            writer.add_document(id=row.id, text=f"{row.name} {row.description}")
    writer.commit()
    parser = QueryParser("text", index.schema, group=OrGroup)
    with index.searcher() as searcher:
        return timed(
            lambda number: searcher.search(parser.parse(SAYINGS[number % len(SAYINGS)]), limit=10)
        ).p50_ms


def corpus_path(size: int) -> Path:
    return CACHE / f"bench-{size}.sqlite"


def main() -> None:
    if len(sys.argv) == 2:
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    build_gazetteer(CACHE / "gazetteer.sqlite")
    encoder = usable_encoder(settings_from({"WHATMATTERS_DEMO": "1"}))
    assert encoder is not None
    columns = {}
    for size in SIZES:
        build_corpus(corpus_path(size), size, encoder)
        run = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench", str(size)],
            check=True,
            capture_output=True,
            text=True,
        )
        columns[size] = json.loads(run.stdout.splitlines()[-1])
        columns[size]["whoosh_p50_ms"] = whoosh_p50_ms(size)
    print(f"{'':24}" + "".join(f"{size:>12,}" for size in SIZES) + "  listings")
    for name in columns[SIZES[0]]:
        print(f"{name:24}" + "".join(f"{columns[size][name]:12.1f}" for size in SIZES))
    for size in SIZES:
        ratio = columns[size]["match_p50_ms"] / columns[size]["whoosh_p50_ms"]
        print(f"At {size:,} a whole match takes {ratio:.1f} times as long as Whoosh's words alone.")


if __name__ == "__main__":
    main()
