"""Reads the demonstration listings in ``seed_assets/`` and checks every field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from directory.listings import checks
from directory.listings.facts import (
    AreaFacts,
    ListingFacts,
    OrganisationFacts,
    PlaceFacts,
    Provenance,
    ScheduleFacts,
)
from directory.listings.rules import check_rule
from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
    Reach,
    Region,
)

SOURCE = "seed_assets"


class SeedFileWrong(Exception):
    """A seed file says something that cannot be; names the entry."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry}: {reason}")
        self.entry = entry
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    slug: str
    name: str
    locality: str
    region: Region
    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class SeedFile:
    """One area's file, still as plain YAML."""

    region: Region
    practices: tuple[PracticeFacts, ...]
    organisations: tuple[OrganisationFacts, ...]
    listings: tuple[Mapping[str, Any], ...]


def read_seed_files(folder: Path) -> Iterator[SeedFile]:
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        region = Region(content["region"])
        yield SeedFile(
            region=region,
            practices=tuple(_practice(entry, region) for entry in content.get("practices", ())),
            organisations=tuple(_organisation(entry, region) for entry in content["organisations"]),
            listings=tuple(content["listings"]),
        )


def listing_facts(
    entry: Mapping[str, Any],
    *,
    region: Region,
    organisation_id: str,
    practice_id: str | None,
    today: date,
) -> ListingFacts:
    """Raises SeedFileWrong. Days that would go stale are counted back from ``today``."""
    try:
        return _listing_facts(entry, region, organisation_id, practice_id, today)
    except (KeyError, ValueError, TypeError, checks.FieldRefused) as error:
        raise SeedFileWrong(str(entry.get("id")), str(error)) from error


def _listing_facts(
    entry: Mapping[str, Any],
    region: Region,
    organisation_id: str,
    practice_id: str | None,
    today: date,
) -> ListingFacts:
    audience = entry.get("audience", {})
    cost = entry.get("cost", {})
    capacity = entry.get("capacity", {})
    assured = entry.get("assured", {})
    return ListingFacts(
        organisation_id=organisation_id,
        kind=ListingKind(entry["kind"]),
        region=region,
        name=checks.clean_name("name", entry["name"]),
        description=checks.clean_text("description", entry.get("description", "")),
        first_visit=checks.clean_text("first_visit", entry.get("first_visit", "")),
        website=checks.clean_website("website", entry.get("website", "")),
        email=checks.clean_email("email", entry.get("email", "")),
        phone=checks.clean_phone("phone", str(entry.get("phone", ""))),
        offers=frozenset(entry.get("offers", ())),
        serves=frozenset(entry.get("serves", ())),
        joining=frozenset(Joining(way) for way in entry.get("joining", ())),
        joining_note=entry.get("joining_note", ""),
        modes=frozenset(Mode(mode) for mode in entry.get("modes", ())),
        reach=Reach(entry.get("reach", Reach.LOCAL)),
        area=_area(entry.get("area_served")),
        places=tuple(_place(place) for place in entry.get("places", ())),
        schedules=tuple(_schedule(schedule) for schedule in entry.get("schedules", ())),
        cost=CostKind(cost["kind"]) if "kind" in cost else None,
        cost_amount=Decimal(str(cost["amount"])) if "amount" in cost else None,
        cost_note=cost.get("note", ""),
        min_age=checks.clean_age("min_age", audience.get("min_age")),
        max_age=checks.clean_age("max_age", audience.get("max_age")),
        gender=Gender(audience["gender"]) if "gender" in audience else None,
        audience_for=tuple(audience.get("for", ())),
        audience_not_for=tuple(audience.get("not_for", ())),
        features={Feature(name): known for name, known in entry.get("features", {}).items()},
        languages=frozenset(entry.get("languages", ())),
        capacity=CapacityStatus(capacity["status"]) if "status" in capacity else None,
        places_left=capacity.get("places_left"),
        capacity_on=_days_ago(capacity, today),
        assured_on=entry.get("last_checked") or _days_ago(assured, today),
        assured_by=assured.get("by", ""),
        practice_id=practice_id,
        is_demonstration="source" not in entry,
        provenance=_provenance(entry),
    )


def _practice(entry: Mapping[str, Any], region: Region) -> PracticeFacts:
    return PracticeFacts(
        entry["id"], entry["name"], entry["locality"], region, entry["lat"], entry["lng"]
    )


def _organisation(entry: Mapping[str, Any], region: Region) -> OrganisationFacts:
    return OrganisationFacts(
        name=entry["name"],
        region=region,
        description=entry.get("description", ""),
        website=checks.clean_website("website", entry.get("website", "")),
        email=checks.clean_email("email", entry.get("email", "")),
        phone=checks.clean_phone("phone", str(entry.get("phone", ""))),
        source=SOURCE,
        source_id=entry["id"],
    )


def _provenance(entry: Mapping[str, Any]) -> Provenance:
    note = ""
    if "source" in entry:
        note = f"Source: {entry['source']}. Last checked {entry['last_checked']}."
    return Provenance(SOURCE, entry["id"], digest="", note=note)


def _area(entry: Mapping[str, Any] | None) -> AreaFacts | None:
    if entry is None:
        return None
    return AreaFacts(entry["name"], entry.get("lat"), entry.get("lng"), entry.get("radius_km"))


def _place(entry: Mapping[str, Any]) -> PlaceFacts:
    lat, lng = checks.clean_point("place", entry.get("lat"), entry.get("lng"))
    return PlaceFacts(
        name=entry.get("name", ""),
        address=entry.get("address", ""),
        locality=entry.get("locality", ""),
        postcode=str(entry.get("postcode", "")),
        lat=lat,
        lng=lng,
        access={Access(name): known for name, known in entry.get("access", {}).items()},
    )


def _schedule(entry: Mapping[str, Any]) -> ScheduleFacts:
    ends_at = entry.get("ends_at")
    return ScheduleFacts(
        starts_on=entry["starts_on"],
        starts_at=time.fromisoformat(entry["starts_at"]),
        ends_at=time.fromisoformat(ends_at) if ends_at else None,
        rrule=check_rule(entry["rrule"]) if entry.get("rrule") else "",
        except_on=tuple(entry.get("except_on", ())),
        note=entry.get("note", ""),
        place=entry.get("place"),
    )


def _days_ago(entry: Mapping[str, Any], today: date) -> date | None:
    return today - timedelta(days=entry["days_ago"]) if "days_ago" in entry else None
