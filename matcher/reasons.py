"""Says why a listing is there, in words tied to what the person said."""

from collections.abc import Iterator

from matcher import phrases
from matcher.about import about
from matcher.distance import closeness_of, pace_of
from matcher.listing import Cost, Listing, Mode
from matcher.person import Person, Travel
from matcher.phrases import Voice
from matcher.reading import Heard
from matcher.segment import Indexed
from matcher.signals import Signals
from matcher.suiting import is_meant_for
from matcher.verdicts import Stance, Verdict, is_place_bound, reach_km

MOST_REASONS = 4
_LEAST_SHOWN_KM = 0.1
_LONGEST_JOURNEY = 90
"""Minutes past which a journey is told in kilometres alone."""
# Goes without saying in both countries.
_EXPECTED_LANGUAGE = "en"


def reasons_for(
    person: Person,
    heard: Heard,
    signals: Signals,
    row: Indexed,
    found: tuple[Verdict, ...],
    away_km: float | None,
    voice: Voice,
) -> tuple[str, ...]:
    """Why this listing, what it is about first; at most four, and never empty."""
    said = [
        about(person, heard, signals, row, voice) or _nearest(person, away_km, voice),
        _away(person, row, away_km, voice),
        *(verdict.words for verdict in found if verdict.stance is Stance.FITS),
        _language(person, row, voice),
        _meant_for(person, heard, signals, row.listing, voice),
        *_facts(row, voice),
    ]
    return tuple(dict.fromkeys(reason for reason in said if reason))[:MOST_REASONS]


def _nearest(person: Person, away_km: float | None, voice: Voice) -> str:
    is_near = away_km is not None and closeness_of(away_km, person.travel) >= 0.5
    return voice.say(phrases.NEAR_AND_CLOSEST if is_near else phrases.CLOSEST)


# -- how to get there ---------------------------------------------------------------------


def _away(person: Person, row: Indexed, away_km: float | None, voice: Voice) -> str:
    if away_km is None or (away_km > reach_km(person) and not is_place_bound(row)):
        return _from_afar(row, voice)
    km = f"{max(away_km, _LEAST_SHOWN_KM):.1f}"
    if person.travel is None:
        return voice.say(phrases.AWAY, km=km)
    minutes = _minutes(away_km, person.travel)
    if minutes >= _LONGEST_JOURNEY:
        return voice.say(phrases.AWAY, km=km)
    return voice.say(phrases.AWAY_BY[person.travel], km=km, minutes=minutes)


def _minutes(away_km: float, travel: Travel) -> int:
    """Minutes door to door, rounded to five past a quarter of an hour."""
    pace = pace_of(travel)
    minutes = pace.fixed_minutes + away_km * pace.minutes_a_km
    return max(1, round(minutes)) if minutes < 15 else 5 * round(minutes / 5)


def _from_afar(row: Indexed, voice: Voice) -> str:
    for mode, template in (
        (Mode.ONLINE, phrases.ONLINE),
        (Mode.PHONE, phrases.BY_PHONE),
        (Mode.HOME, phrases.AT_HOME),
    ):
        if mode in row.stated.modes:
            return voice.say(template)
    return ""


# -- what else speaks for it --------------------------------------------------------------


def _language(person: Person, row: Indexed, voice: Voice) -> str:
    for language in person.languages:
        if language in row.listing.languages and language != _EXPECTED_LANGUAGE:
            return voice.say(phrases.LANGUAGES.get(language, phrases.LANGUAGE_OTHER))
    return ""


def _meant_for(
    person: Person, heard: Heard, signals: Signals, listing: Listing, voice: Voice
) -> str:
    if not is_meant_for(person, heard, signals.asked, listing):
        return ""
    return voice.say(phrases.FOR_WHOM, audience=", ".join(listing.audience_for))


def _facts(row: Indexed, voice: Voice) -> Iterator[str]:
    if row.listing.features.get("accompanied_first_visit"):
        yield voice.say(phrases.FIRST_VISIT_WITH)
    if row.stated.cost is Cost.FREE:
        yield voice.say(phrases.FREE)
    if row.stated.cost is Cost.DONATION:
        yield voice.say(phrases.DONATION)
