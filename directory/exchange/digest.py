"""One short text that is the same as long as a row says the same."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from directory.exchange.row import Row

LIVE, HIDDEN = "live", "hidden"


def digest_of(row: Row) -> str:
    """Begins with ``live:`` or ``hidden:``, so that it tells what the feed last said of that."""
    said = {"organisation": asdict(row.organisation), "listing": asdict(row.listing)}
    canonical = json.dumps(_plain(said), sort_keys=True, ensure_ascii=False)
    state = LIVE if row.is_live else HIDDEN
    return f"{state}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def state_in(digest: str | None) -> str:
    """What the feed said of the listing when the digest was made."""
    return (digest or LIVE).partition(":")[0]


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, frozenset | set):
        return sorted(str(inner) for inner in value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
