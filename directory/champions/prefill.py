"""What the form's controls show for a listing as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from directory.champions.fields import NO, YES
from directory.champions.place_form import place_answers
from directory.champions.recurrence import pattern_of
from directory.champions.sections import ANOTHER
from directory.champions.time_form import time_answers
from directory.listings.facts import ListingFacts, ScheduleFacts
from directory.listings.languages import language_name
from directory.models.vocabulary import Access, Feature

Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Answers:
    """One mapping of field to value for each section."""

    edit: Data = field(default_factory=dict)
    what: Data = field(default_factory=dict)
    place: Data = field(default_factory=dict)
    access: Data = field(default_factory=dict)
    times: tuple[Data, ...] = ()
    kept_times: tuple[tuple[str, str], ...] = ()
    place_names: tuple[str, ...] = ()
    who: Data = field(default_factory=dict)
    features: Data = field(default_factory=dict)
    offers: Data = field(default_factory=dict)
    serves: Data = field(default_factory=dict)
    cost: Data = field(default_factory=dict)
    joining: Data = field(default_factory=dict)


def blank_answers(*, organisation_id: str | None, is_hosted: bool) -> Answers:
    """A new listing, with the answers that are most likely."""
    return Answers(
        what={
            "organisation": organisation_id or ANOTHER,
            "is_hosted": is_hosted,
            "modes": ["in_person"],
        },
        who={"languages": ["en"]},
    )


def answers_of(
    facts: ListingFacts, *, version: str, is_hosted: bool, usual_languages: Sequence[str]
) -> Answers:
    kept = tuple(schedule for schedule in facts.schedules if pattern_of(schedule) is None)
    plain = tuple(schedule for schedule in facts.schedules if pattern_of(schedule) is not None)
    return Answers(
        edit={"version": version, "kept_times": [key_of(schedule) for schedule in kept]},
        what=_what(facts, is_hosted),
        place=place_answers(facts.places[0]) if facts.places else {},
        access=_yes_no(facts.places[0].access) if facts.places else {},
        times=tuple(time_answers(schedule) for schedule in plain),
        kept_times=tuple((key_of(schedule), _kept_words(schedule)) for schedule in kept),
        place_names=tuple(place.name or place.locality for place in facts.places),
        who=_who(facts, usual_languages),
        features=_yes_no(facts.features),
        offers=_by_domain(facts.offers),
        serves=_by_domain(facts.serves),
        cost={
            "cost": facts.cost or "",
            "cost_amount": facts.cost_amount,
            "cost_note": facts.cost_note,
        },
        joining=_joining(facts),
    )


def key_of(schedule: ScheduleFacts) -> str:
    """Names one of a listing's times, the same whenever it is read."""
    return f"{schedule.starts_on}|{schedule.starts_at}|{schedule.rrule}"


def _what(facts: ListingFacts, is_hosted: bool) -> Data:
    return {
        "name": facts.name,
        "kind": facts.kind.value,
        "organisation": facts.organisation_id,
        "is_hosted": is_hosted,
        "description": facts.description,
        "first_visit": facts.first_visit,
        "modes": [mode.value for mode in facts.modes],
    }


def _who(facts: ListingFacts, usual_languages: Sequence[str]) -> Data:
    others = sorted(code for code in facts.languages if code not in usual_languages)
    return {
        "min_age": facts.min_age,
        "max_age": facts.max_age,
        "gender": facts.gender or "",
        "audience_for": "\n".join(facts.audience_for),
        "audience_not_for": "\n".join(facts.audience_not_for),
        "languages": [code for code in facts.languages if code in usual_languages],
        "other_languages": ", ".join(language_name(code) for code in others),
    }


def _joining(facts: ListingFacts) -> Data:
    return {
        "joining": [way.value for way in facts.joining],
        "joining_note": facts.joining_note,
        "capacity": facts.capacity or "",
        "places_left": facts.places_left,
        "phone": facts.phone,
        "email": facts.email,
        "website": facts.website,
    }


def _yes_no(known: Mapping[Access, bool] | Mapping[Feature, bool]) -> Data:
    return {str(name): YES if is_present else NO for name, is_present in known.items()}


def _by_domain(terms: Iterable[str]) -> Data:
    found: dict[str, list[str]] = {}
    for term in sorted(terms):
        found.setdefault(term.partition(".")[0], []).append(term)
    return dict(found)


def _kept_words(schedule: ScheduleFacts) -> str:
    hours = f"{schedule.starts_at:%H:%M}"
    if schedule.ends_at:
        hours += f"–{schedule.ends_at:%H:%M}"
    return f"{schedule.note or 'A time with a pattern of its own'}, {hours}"
