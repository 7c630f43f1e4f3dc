"""Writes a feed's rows: new ones created, changed ones updated, the rest left alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from directory.exchange.digest import HIDDEN, LIVE, digest_of, state_in
from directory.exchange.queries import Imported, imported_from
from directory.exchange.row import Read, Refusal, Remark, Row
from directory.exchange.twin import Twin, Twins
from directory.listings.actions import add_listing, save_organisation, update_listing
from directory.listings.facts import ListingFacts, Provenance
from directory.listings.queries import whole_listing
from directory.models.vocabulary import ListingStatus

STATUSES = {LIVE: ListingStatus.LIVE, HIDDEN: ListingStatus.HIDDEN}
# So many listings are sent to the database at a time, which is several times as fast as singly.
ROWS_A_FLUSH = 200


@dataclass(slots=True)
class ImportReport:
    """What an import did. ``missing`` were in the feed before, and are left as they are."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    missing: int = 0
    twins: list[Twin] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pending:
    """A row that is new or has changed."""

    row: Row
    digest: str
    before: Imported | None


Progress = Callable[[Iterable[Pending]], Iterable[Pending]]


def import_rows(
    session: Session,
    rows: Iterable[Read],
    source: str,
    now: datetime,
    *,
    progress: Progress = iter,
) -> ImportReport:
    """Flushes; the caller commits once, or rolls all of it back."""
    return _Import(session, source, now).run(rows, progress)


class _Import:
    def __init__(self, session: Session, source: str, now: datetime) -> None:
        self._session = session
        self._source = source
        self._now = now
        self._before = imported_from(session, source)
        self._twins = Twins(session)
        self._organisations: dict[str | None, str] = {}
        self._report = ImportReport()

    def run(self, rows: Iterable[Read], progress: Progress) -> ImportReport:
        pending = self._sorted_out(rows)
        for change in pending:
            self._save_organisation(change.row)
        for number, change in enumerate(progress(pending), start=1):
            if change.before is None:
                self._create(change.row, change.digest)
            else:
                self._update(change.row, change.digest, change.before)
            if number % ROWS_A_FLUSH == 0:
                self._session.flush()
        self._session.flush()
        return self._report

    def _sorted_out(self, rows: Iterable[Read]) -> list[Pending]:
        """The rows that are to be written; the others are only counted."""
        report, pending, seen = self._report, [], set()
        for row in rows:
            if isinstance(row, Refusal):
                report.refused.append(row)
                continue
            report.remarks += row.remarks
            seen.add(row.source_id)
            digest, before = digest_of(row), self._before.get(row.source_id)
            if before is not None and before.digest == digest:
                report.unchanged += 1
            else:
                pending.append(Pending(row, digest, before))
        report.missing = len(self._before.keys() - seen)
        return pending

    def _create(self, row: Row, digest: str) -> None:
        self._report.twins += self._twins.of(row)
        facts = self._facts(row, digest)
        status = STATUSES[state_in(digest)]
        listing = add_listing(self._session, facts, status=status, now=self._now)
        self._twins.add(listing.id, row)
        self._report.created += 1

    def _update(self, row: Row, digest: str, before: Imported) -> None:
        listing = whole_listing(self._session, before.listing_id)
        if listing is None:
            raise LookupError(before.listing_id)
        if state_in(digest) != state_in(before.digest):
            # Only a change in the feed moves it: what a coordinator hid stays hidden.
            listing.status = STATUSES[state_in(digest)]
        update_listing(self._session, listing, self._facts(row, digest), now=self._now)
        self._report.updated += 1

    def _facts(self, row: Row, digest: str) -> ListingFacts:
        return replace(
            row.listing,
            organisation_id=self._organisations[row.organisation.source_id],
            provenance=Provenance(self._source, row.source_id, digest),
        )

    def _save_organisation(self, row: Row) -> None:
        """Once in an import, however many listings it has."""
        key = row.organisation.source_id
        if key not in self._organisations:
            facts = replace(row.organisation, source=self._source)
            self._organisations[key] = save_organisation(self._session, facts).id
