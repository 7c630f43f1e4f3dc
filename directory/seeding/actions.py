"""Loads the demonstration listings; a second time it changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.config import PROJECT, ZONES
from directory.listings.actions import create_listing, save_organisation
from directory.listings.queries import imported_listing
from directory.models.organisation import Practice
from directory.models.vocabulary import ListingStatus
from directory.seeding.files import (
    SOURCE,
    PracticeFacts,
    SeedFile,
    SeedFileWrong,
    listing_facts,
    read_seed_files,
)

SEED_LISTINGS = PROJECT / "seed_assets" / "listings"


@dataclass(frozen=True, slots=True)
class SeedReport:
    created: int
    unchanged: int


def load_seeds(session: Session, *, now: datetime, folder: Path = SEED_LISTINGS) -> SeedReport:
    """Raises SeedFileWrong, naming the entry; the caller then rolls back."""
    files = list(read_seed_files(folder))
    practices: dict[str | None, str] = {
        facts.slug: _practice(session, facts).id for file in files for facts in file.practices
    }
    created = unchanged = 0
    for file in files:
        added, kept = _load_file(session, file, practices, now)
        created, unchanged = created + added, unchanged + kept
    return SeedReport(created, unchanged)


def _load_file(
    session: Session, file: SeedFile, practices: Mapping[str | None, str], now: datetime
) -> tuple[int, int]:
    organisations = {
        facts.source_id: save_organisation(session, facts).id for facts in file.organisations
    }
    created = unchanged = 0
    for entry in file.listings:
        if imported_listing(session, SOURCE, entry["id"]) is not None:
            unchanged += 1
            continue
        facts = listing_facts(
            entry,
            region=file.region,
            organisation_id=_id_of(organisations, entry, "organisation"),
            practice_id=_id_of(practices, entry, "practice") if "practice" in entry else None,
            today=now.astimezone(ZONES[file.region]).date(),
        )
        create_listing(session, facts, status=ListingStatus.LIVE, now=now)
        created += 1
    return created, unchanged


def _id_of(known: Mapping[str | None, str], entry: Mapping[str, Any], key: str) -> str:
    if entry.get(key) not in known:
        raise SeedFileWrong(str(entry.get("id")), f"there is no {key} “{entry.get(key)}”")
    return known[entry[key]]


def _practice(session: Session, facts: PracticeFacts) -> Practice:
    practice = session.scalar(select(Practice).where(Practice.slug == facts.slug))
    if practice is None:
        practice = Practice(slug=facts.slug)
    practice.name = facts.name
    practice.locality = facts.locality
    practice.region = facts.region
    practice.lat, practice.lng = facts.lat, facts.lng
    session.add(practice)
    session.flush()
    return practice
