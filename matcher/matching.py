"""The matcher's front door: a person and a catalogue in, an explained answer out."""

from datetime import datetime

from matcher.answer import Answer, Match, SetAside
from matcher.catalogue import Catalogue
from matcher.cautions import cautions_for
from matcher.diversity import varied
from matcher.encoder import Encoder
from matcher.names import NameHit, find_by_name
from matcher.person import Person
from matcher.phrases import Translate, Voice
from matcher.ranking import Candidate, Ranked, Search
from matcher.reading import hear
from matcher.reasons import reasons_for
from matcher.signals import signals_of
from matcher.suiting import is_meant_for
from matcher.widening import widenings

__all__ = ["NameHit", "explain", "find_by_name", "match"]

EMPTY = Answer(matches=(), set_aside=(), widenings=())
MOST_SET_ASIDE = 5

# Ranked beyond the limit, so that the list is still full when an organisation is capped.
_SPARE = 3


def match(
    person: Person,
    catalogue: Catalogue,
    *,
    now: datetime,
    encoder: Encoder | None,
    limit: int = 10,
    restrict_to: frozenset[str] | None = None,
    translate: Translate = str,
) -> Answer:
    """The listings that fit a person best, why, what was set aside, and what would add more.

    An empty person gets an empty answer. Without an encoder words and subjects still rank.
    ``restrict_to`` keeps to these listing ids; ``translate`` is given each English sentence.
    """
    search = _search(person, catalogue, now, encoder, translate)
    if search is None or limit < 1:
        return EMPTY
    ranked = search.rank(limit * _SPARE, restrict_to)
    shown = varied(ranked.fitting, limit)
    least_score = shown[-1].score if len(shown) == limit else 0.0
    return Answer(
        matches=tuple(_match(search, one, rank) for rank, one in enumerate(shown, start=1)),
        set_aside=_set_aside(ranked, least_score),
        widenings=widenings(person, ranked.ruled_out, least_score, search.voice),
    )


def explain(
    person: Person,
    catalogue: Catalogue,
    listing_id: str,
    *,
    now: datetime,
    encoder: Encoder | None,
    translate: Translate = str,
) -> Match | SetAside:
    """Why one listing fits a person, or why not; its rank is 0, for it stands alone.

    KeyError where the catalogue has no such listing.
    """
    number = catalogue.row_number(listing_id)
    search = _search(person, catalogue, now, encoder, translate)
    if search is None:
        return Match(0, listing_id, 0.0, {}, None, None, (), ())
    candidate = search.look_at(number)
    if candidate.against:
        return SetAside(listing_id, candidate.against[0].words)
    return _match(search, candidate, 0)


def _search(
    person: Person,
    catalogue: Catalogue,
    now: datetime,
    encoder: Encoder | None,
    translate: Translate,
) -> Search | None:
    heard = hear(person)
    if heard.is_empty or not catalogue.ids:
        return None
    signals = signals_of(person, heard, catalogue, encoder)
    return Search(person, heard, catalogue, signals, now, Voice(translate))


def _match(search: Search, one: Candidate, rank: int) -> Match:
    listing = one.row.listing
    return Match(
        rank=rank,
        listing_id=listing.id,
        score=one.score,
        parts=one.parts,
        distance_km=one.away_km,
        next_at=next((start for start in listing.upcoming if start > search.now), None),
        reasons=reasons_for(
            search.person,
            search.heard,
            search.signals,
            one.row,
            one.found,
            one.away_km,
            search.voice,
        ),
        cautions=cautions_for(
            one.row,
            one.found,
            bool(is_meant_for(search.person, search.heard, search.signals.asked, listing)),
            search.today,
            search.voice,
        ),
    )


def _set_aside(ranked: Ranked, least_score: float) -> tuple[SetAside, ...]:
    """Those that would have been shown but for a need, where there is a reason worth saying."""
    missed = (
        one for one in ranked.ruled_out if one.score >= least_score and one.is_worth_mentioning
    )
    return tuple(
        SetAside(one.row.listing.id, one.against[0].words)
        for one, _ in zip(missed, range(MOST_SET_ASIDE), strict=False)
    )
