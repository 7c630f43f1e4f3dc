"""Brings listings in from a file or a web address."""

from dataclasses import asdict
from functools import partial
from pathlib import Path

import click
import orjson

from directory.cli.opening import one_change, open_ready_database
from directory.cli.outcome import NotDone, with_progress
from directory.cli.preparing import prepare_vectors
from directory.config import Settings, settings_from
from directory.exchange.actions import ImportReport, import_rows
from directory.exchange.fetching import Fetcher
from directory.exchange.place_finding import Locate, locate_with, with_points
from directory.exchange.reading import is_address, read_file, read_url, source_name
from directory.exchange.row import Context, Feed, FeedUnreadable, Format
from directory.places.gazetteer import Gazetteer
from directory.web.clock import system_clock
from directory.web.database import Database

NOTHING_CHANGED = 2
WITH_REFUSALS = 1
NO_ROWS = "There is no listing in this feed, so there was nothing to do."
NO_GAZETTEER = "No list of places is there (whatmatters init makes it): towns were not looked up."


@click.command("import")
@click.argument("location", metavar="PATH_OR_URL")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([format.value for format in Format]),
    default=Format.AUTO.value,
    show_default=True,
    help="The shape of the feed; auto looks at its content.",
)
@click.option("--source", help="A name for the feed that stays the same from import to import.")
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def import_listings(location: str, format_name: str, source: str | None, as_json: bool) -> None:
    """Import listings from a file or a web address.

    Reading the same feed again changes only what changed in it. A row that cannot be taken is
    listed with its number, field and reason, and the rest is done (exit 1). A feed that is damaged
    or cut off changes nothing (exit 2).
    """
    settings = settings_from()
    database = open_ready_database(settings)
    try:
        source = " ".join((source or source_name(location)).split())[:200]
        feed = _read(location, Format(format_name), settings)
    except FeedUnreadable as error:
        raise NotDone(f"{error}. Nothing was changed.") from None
    feed, notes = _with_points(feed, settings)
    notes += [] if feed.rows else [NO_ROWS]
    report = _write(feed, source, database)
    if report.created or report.updated:
        prepare_vectors(settings)
    facts = _facts(source, feed, report, [*feed.notes, *notes])
    click.echo(orjson.dumps(facts).decode() if as_json else _sentences(source, feed, report, notes))
    _exit(report)


def _read(location: str, format: Format, settings: Settings) -> Feed:
    context = Context(settings.region, system_clock().astimezone(settings.zone).date())
    if is_address(location):
        progress = partial(with_progress, label="Fetching services")
        return read_url(location, format, context, Fetcher(), progress=progress)
    return read_file(Path(location), format, context)


def _with_points(feed: Feed, settings: Settings) -> tuple[Feed, list[str]]:
    locate: Locate | None = None
    if settings.gazetteer.exists():
        locate = locate_with(Gazetteer.open(settings.gazetteer))
    found = Feed(
        tuple(with_points(feed.rows, locate)), feed.read, feed.repeats, feed.joined, feed.notes
    )
    return found, [] if locate else [NO_GAZETTEER]


def _write(feed: Feed, source: str, database: Database) -> ImportReport:
    with one_change(database) as session:
        report = import_rows(
            session,
            feed.rows,
            source,
            system_clock(),
            progress=partial(with_progress, label="Writing listings"),
        )
        session.commit()
    return report


def _facts(source: str, feed: Feed, report: ImportReport, notes: list[str]) -> dict[str, object]:
    return {
        "source": source,
        "rows": feed.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "repeats": feed.repeats,
        "joined": feed.joined,
        "missing": report.missing,
        "twins": [asdict(twin) for twin in report.twins],
        "refused": [asdict(refusal) for refusal in report.refused],
        "warnings": [asdict(remark) for remark in report.remarks],
        "notes": notes,
    }


def _sentences(source: str, feed: Feed, report: ImportReport, notes: list[str]) -> str:
    lines = [
        f"{source}: rows read {feed.read:,}; listings created {report.created:,}, "
        f"updated {report.updated:,}, unchanged {report.unchanged:,}; "
        f"likely twins {len(report.twins):,}; refused {len(report.refused):,}."
    ]
    if feed.repeats:
        lines.append(f"Rows that were the same as one before: {feed.repeats:,}.")
    if feed.joined:
        lines.append(f"Rows joined to the listing of the same id: {feed.joined:,}.")
    if report.missing:
        lines.append(f"Listings no longer in the feed, left as they are: {report.missing:,}.")
    lines += [*feed.notes, *notes]
    lines += [
        f"Likely a twin: row {twin.row:,} ({twin.source_id}) and listing {twin.listing_id} "
        f"“{twin.name}”: {twin.because}."
        for twin in report.twins
    ]
    lines += [f"Row {at.row:,}, {at.field}: {at.reason}." for at in report.remarks]
    lines += [f"Refused: row {no.row:,}, {no.field}: {no.reason}." for no in report.refused]
    return "\n".join(lines)


def _exit(report: ImportReport) -> None:
    if not report.refused:
        return
    is_all_refused = not (report.created or report.updated or report.unchanged)
    raise SystemExit(NOTHING_CHANGED if is_all_refused else WITH_REFUSALS)
