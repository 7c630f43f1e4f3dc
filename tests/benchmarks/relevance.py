"""How well the matcher orders real listings, beside plain baselines in the same run.

`make relevance` prints it. The judged sets are read where they lie, in ../shared/data/relevance.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from directory.matching.encoder import load_encoder
from directory.places.build import build_gazetteer
from directory.places.gazetteer import Gazetteer
from matcher.catalogue import Catalogue
from matcher.encoder import Encoder
from matcher.matching import match
from matcher.person import Person
from tests.benchmarks import porirua, ukcat
from tests.benchmarks.baseline import best, bm25, minilm, summed
from tests.benchmarks.kept import FOLDER, kept_vectors
from tests.benchmarks.measure import DEPTH, Quality, mean_and_error, quality
from tests.benchmarks.violation import breaks

NOW = datetime(2026, 11, 21, tzinfo=UTC)
Ranker = Callable[[Person], list[str]]


def main() -> None:
    """Prints both tables."""
    if not porirua.FOLDER.is_dir():
        raise SystemExit(f"{porirua.FOLDER} is not there: nothing to measure on")
    encoder = load_encoder(None)
    if encoder is None:
        raise SystemExit("no sentence encoder is installed: run make install")
    print_porirua(encoder)
    print_ukcat(encoder)


def print_porirua(encoder: Encoder) -> None:
    """Thirty people over the 145 Porirua listings, each measure with its standard error."""
    listings = porirua.listings()
    catalogue = Catalogue.build(
        listings, kept_vectors(listings, encoder), dimensions=encoder.dimensions
    )
    cases = porirua.cases(_gazetteer())
    click.echo(f"Porirua: {len(cases)} people, {len(listings)} listings")
    click.echo(f"{'':22}{'nDCG@10':>15}{'P@5':>15}{'R@10':>15}{'MRR':>15}{'breaks':>8}")
    for name, ranker in _rankers(catalogue, encoder).items():
        ranked = [ranker(case.person) for case in cases]
        figures = [quality(ids, case.grades) for ids, case in zip(ranked, cases, strict=True)]
        broken = sum(
            bool(breaks(case.person, catalogue.listing(id)))
            for ids, case in zip(ranked, cases, strict=True)
            for id in ids
        )
        click.echo(f"{name:22}{_row(figures)}{broken:8}")


def print_ukcat(encoder: Encoder) -> None:
    """Each tag's name as the query, the charities that have it as the answers."""
    listings = ukcat.charities()
    catalogue = Catalogue.build(
        listings, kept_vectors(listings, encoder), dimensions=encoder.dimensions
    )
    tags = ukcat.tags()
    click.echo(f"\nUK charities: {len(tags)} tags, {len(listings)} charities")
    click.echo(f"{'':22}{'nDCG@10':>15}")
    for name, ranker in _rankers(catalogue, encoder).items():
        figures = [
            quality(ranker(Person(what_matters=tag.name)), dict.fromkeys(tag.tagged, 1)).ndcg_10
            for tag in tags
        ]
        click.echo(f"{name:22}{_cell(figures)}")


def _rankers(catalogue: Catalogue, encoder: Encoder) -> dict[str, Ranker]:
    ids = [row.listing.id for row in catalogue.rows]

    def words(person: Person) -> list[str]:
        return best(bm25(person.what_matters, catalogue), ids, DEPTH)

    def meaning(person: Person) -> list[str]:
        return best(minilm(person.what_matters, catalogue, encoder), ids, DEPTH)

    def both(person: Person) -> list[str]:
        query = person.what_matters
        scores = summed(minilm(query, catalogue, encoder), bm25(query, catalogue))
        return best(scores, ids, DEPTH)

    def ours(person: Person) -> list[str]:
        answer = match(person, catalogue, now=NOW, encoder=encoder, limit=DEPTH)
        return [one.listing_id for one in answer.matches]

    def ours_without_encoder(person: Person) -> list[str]:
        answer = match(person, catalogue, now=NOW, encoder=None, limit=DEPTH)
        return [one.listing_id for one in answer.matches]

    return {
        "BM25": words,
        "MiniLM": meaning,
        "MiniLM + BM25": both,
        "ours": ours,
        "ours, no encoder": ours_without_encoder,
    }


def _row(figures: Iterable[Quality]) -> str:
    rows = list(figures)
    columns = (
        [one.ndcg_10 for one in rows],
        [one.precision_5 for one in rows],
        [one.recall_10 for one in rows],
        [one.first_good for one in rows],
    )
    return "".join(map(_cell, columns))


def _cell(values: list[float]) -> str:
    mean, error = mean_and_error(values)
    return f"{mean:>8.3f} ±{error:.3f}"


def _gazetteer() -> Gazetteer:
    path = Path(FOLDER) / "gazetteer.sqlite"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        build_gazetteer(path)
    return Gazetteer.open(path)


if __name__ == "__main__":
    main()
