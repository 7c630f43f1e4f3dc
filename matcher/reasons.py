"""Says why a listing is there, in words tied to what the person said."""

from collections.abc import Iterator

import numpy as np

from matcher import phrases
from matcher.analysis import stem
from matcher.distance import pace_of
from matcher.listing import Capacity, Cost, Mode
from matcher.meaning import spoken_sentences
from matcher.person import Person, Travel
from matcher.phrases import Voice
from matcher.reading import Heard
from matcher.segment import Indexed
from matcher.signals import Signals
from matcher.taxonomy import Taxonomy
from matcher.verdicts import Stance, Verdict
from matcher.wording import speech_words

MOST_REASONS = 6
_LONGEST_QUOTE = 110
# A pair of sentences with a cosine under this is not close enough to be set side by side.
_WORTH_QUOTING = 0.4
_FEWEST_WORDS = 3
# The rest of a story is quoted only when it lies much closer than what was wanted.
_STORY_QUOTED = 0.8
# A subject shared less than this is a guess, and is not named.
_WORTH_SAYING = 0.2
_LEAST_SHOWN_KM = 0.1
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
    """Why this listing, the most telling first; never empty."""
    said = [
        _about(person, heard, signals, row, voice),
        _away(person, row, away_km, voice),
        *_verdict_reasons(found),
        _language(person, row, voice),
        *_facts(row, voice),
    ]
    return tuple(dict.fromkeys(reason for reason in said if reason))[:MOST_REASONS]


# -- what it is about ---------------------------------------------------------------------


def _about(person: Person, heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    chosen = _chosen(person, row, voice)
    if chosen:
        return chosen
    return (
        _quoted(heard, signals, row, voice)
        or _shared_subject(heard, signals, row, voice)
        or _shared_words(signals, row, voice)
        or voice.say(phrases.NEAR_IN_MEANING)
    )


def _chosen(person: Person, row: Indexed, voice: Voice) -> str:
    taxonomy = Taxonomy.load()
    listing = row.listing
    for asked, offered, template in (
        (person.interests, listing.offers | row.named, phrases.CHOSEN),
        (person.needs, listing.serves | row.named, phrases.CHOSEN_NEED),
    ):
        for term in sorted(asked & offered & taxonomy.position.keys()):
            return voice.say(template, label=voice.say(taxonomy.term(term).label))
    return ""


def _quoted(heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    """The person's sentence and the listing's that lie closest, side by side."""
    if signals.vectors is None or row.vectors is None:
        return ""
    spoken = spoken_sentences(row.listing)
    alike = signals.vectors.parts @ row.vectors.sentences.T
    alike = alike * np.where(heard.is_want, 1.0, _STORY_QUOTED)[:, None]
    if alike.shape != (len(heard.wishes), len(spoken)) or alike.max() < _WORTH_QUOTING:
        return ""
    mine, theirs = np.unravel_index(int(alike.argmax()), alike.shape)
    # Its name is what the reader has just read, and a word or two says little.
    if theirs == 0 or len(spoken[theirs].split()) < _FEWEST_WORDS:
        return ""
    said, say = _shortened(heard.said[mine]), _shortened(spoken[theirs])
    return voice.say(phrases.SAID_AND_SAY, said=said, say=say)


def _shared_subject(heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    """The subject they share most, beside the person's words that speak of it."""
    taxonomy = Taxonomy.load()
    shared = signals.asked * row.subjects
    place = int(shared.argmax())
    said = _said_of(place, heard, signals)
    if shared[place] < _WORTH_SAYING or not said:
        return ""
    label = voice.say(taxonomy.terms[place].label)
    return voice.say(phrases.SAID_AND_ABOUT, said=said, label=label)


def _said_of(place: int, heard: Heard, signals: Signals) -> str:
    term = Taxonomy.load().terms[place].id
    for mention in signals.wording.mentions:
        if mention.term == term:
            return " ".join(signals.wording.spoken[mention.start : mention.end])
    if signals.vectors is None:
        return ""
    shares = signals.vectors.part_subjects[:, place]
    return _shortened(heard.said[int(shares.argmax())]) if shares.max() > 0 else ""


def _shared_words(signals: Signals, row: Indexed, voice: Voice) -> str:
    own = set(row.stems)
    shared = [
        word for word in signals.wording.spoken if word not in speech_words() and stem(word) in own
    ]
    if not shared:
        return ""
    return voice.say(phrases.SHARED_WORDS, words=", ".join(dict.fromkeys(shared)))


def _shortened(sentence: str) -> str:
    quote = sentence.strip(" .!?")
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return f"{quote[:_LONGEST_QUOTE].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


# -- how to get there ---------------------------------------------------------------------


def _away(person: Person, row: Indexed, away_km: float | None, voice: Voice) -> str:
    if away_km is None:
        return _from_afar(row, voice)
    km = f"{max(away_km, _LEAST_SHOWN_KM):.1f}"
    if person.travel is None:
        return voice.say(phrases.AWAY, km=km)
    minutes = _minutes(away_km, person.travel)
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


def _verdict_reasons(found: tuple[Verdict, ...]) -> Iterator[str]:
    for verdict in found:
        if verdict.stance is Stance.FITS:
            yield verdict.words


def _language(person: Person, row: Indexed, voice: Voice) -> str:
    for language in person.languages:
        if language in row.listing.languages and language != _EXPECTED_LANGUAGE:
            return voice.say(phrases.LANGUAGES.get(language, phrases.LANGUAGE_OTHER))
    return ""


def _facts(row: Indexed, voice: Voice) -> Iterator[str]:
    listing = row.listing
    if row.stated.cost is Cost.FREE:
        yield voice.say(phrases.FREE)
    if row.stated.cost is Cost.DONATION:
        yield voice.say(phrases.DONATION)
    if listing.audience_for:
        yield voice.say(phrases.FOR_WHOM, audience=", ".join(listing.audience_for))
    if listing.features.get("accompanied_first_visit"):
        yield voice.say(phrases.FIRST_VISIT_WITH)
    if listing.capacity is Capacity.OPEN:
        yield voice.say(phrases.PLACES_LEFT)
