"""Keeps a short list varied: nobody crowds it, and it offers more than one kind."""

from collections import Counter
from collections.abc import Iterable, Sequence

from matcher.listing import Kind
from matcher.ranking import Candidate

MOST_OF_ONE_ORGANISATION = 2
MOST_HELPLINES = 2
TOP = 5
# A different kind is lifted into the top five only if it is nearly as good.
_NEARLY = 0.8


def varied(candidates: Iterable[Candidate], limit: int) -> list[Candidate]:
    """At most ``limit``, best first.

    Nothing here lets a listing fall by scoring higher: the cap keeps an organisation's best,
    and only the fifth place is ever given up.
    """
    kept = _capped(candidates)
    return _with_another_kind(kept)[:limit]


def _capped(candidates: Iterable[Candidate]) -> list[Candidate]:
    shown: Counter[str] = Counter()
    helplines = 0
    kept = []
    for candidate in candidates:
        listing = candidate.row.listing
        is_helpline = listing.kind is Kind.HELPLINE
        if is_helpline and helplines == MOST_HELPLINES:
            continue
        if shown[listing.organisation_id] < MOST_OF_ONE_ORGANISATION:
            shown[listing.organisation_id] += 1
            helplines += is_helpline
            kept.append(candidate)
    return kept


def _with_another_kind(kept: Sequence[Candidate]) -> list[Candidate]:
    top, rest = list(kept[:TOP]), list(kept[TOP:])
    kinds = {candidate.row.listing.kind for candidate in top}
    if len(top) < TOP or len(kinds) > 1:
        return [*top, *rest]
    last = top[-1]
    other = next((one for one in rest if one.row.listing.kind not in kinds), None)
    if other is None or other.score < _NEARLY * last.score:
        return [*top, *rest]
    rest.remove(other)
    return [*top[:-1], other, last, *rest]
