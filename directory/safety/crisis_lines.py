"""Numbers to ring when somebody may be in danger, shown on every page."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from directory.config import PROJECT
from directory.models.vocabulary import Region

CRISIS_LINES = PROJECT / "seed_assets" / "crisis_lines.csv"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """``last_checked`` is the day somebody last made sure that the number is right."""

    region: Region
    name: str
    number: str
    text_number: str
    hours: str
    purpose: str
    website: str
    source: str
    last_checked: date


def read_crisis_lines(path: Path = CRISIS_LINES) -> tuple[CrisisLine, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            CrisisLine(
                region=Region(row["region"]),
                name=row["name"],
                number=row["number"],
                text_number=row["text_number"],
                hours=row["hours"],
                purpose=row["for"],
                website=row["website"],
                source=row["source"],
                last_checked=date.fromisoformat(row["last_checked"]),
            )
            for row in csv.DictReader(file)
        )
