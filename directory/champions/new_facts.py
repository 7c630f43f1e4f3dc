"""What was answered, as the facts of a listing. What the form does not ask stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from wtforms import Form

from directory.champions.fields import YES
from directory.champions.forms import ListingForm
from directory.champions.prefill import key_of
from directory.champions.recurrence import pattern_of, rule_of, start_of
from directory.champions.sections import lines_in, names_in
from directory.champions.time_form import TimeForm
from directory.listings.facts import ListingFacts, PlaceFacts, ScheduleFacts
from directory.listings.languages import language_code
from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
    Region,
)

Name = TypeVar("Name", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside the form. ``practice_id`` is whose champions run the listing."""

    organisation_id: str
    region: Region
    practice_id: str | None
    assured_by: str
    is_demonstration: bool
    today: date


def facts_from(
    form: ListingForm, circumstances: Circumstances, before: ListingFacts | None = None
) -> ListingFacts:
    """``form`` must be valid. Whoever saves a listing says that it is right today."""
    blank = ListingFacts(circumstances.organisation_id, ListingKind.GROUP, circumstances.region, "")
    old = before or replace(blank, is_demonstration=circumstances.is_demonstration)
    facts = _with_what(old, form)
    facts = _with_place_and_times(facts, form, circumstances.today)
    facts = _with_who(facts, form)
    facts = _with_cost(facts, form)
    facts = _with_joining(facts, form, circumstances.today)
    return replace(
        facts,
        organisation_id=circumstances.organisation_id,
        practice_id=circumstances.practice_id,
        assured_on=circumstances.today,
        assured_by=circumstances.assured_by,
    )


def _with_what(old: ListingFacts, form: ListingForm) -> ListingFacts:
    return replace(
        old,
        kind=ListingKind(form.what.kind.data),
        name=form.what.name.data or "",
        description=form.what.description.data or "",
        first_visit=form.what.first_visit.data or "",
        modes=frozenset(Mode(mode) for mode in form.what.modes.data or ()),
        offers=_terms(form.offers, old.offers),
        serves=_terms(form.serves, old.serves),
        features=_known(form.features, Feature),
    )


def _with_place_and_times(old: ListingFacts, form: ListingForm, today: date) -> ListingFacts:
    places = _places(form, old)
    schedules = tuple(_schedules(form, old, bool(places), today))
    return replace(old, places=places, schedules=schedules)


def _with_who(old: ListingFacts, form: ListingForm) -> ListingFacts:
    who = form.who
    named = [language_code(name) for name in names_in(who.other_languages.data or "")]
    return replace(
        old,
        min_age=who.min_age.data,
        max_age=who.max_age.data,
        gender=Gender(who.gender.data) if who.gender.data else None,
        audience_for=lines_in(who.audience_for.data or ""),
        audience_not_for=lines_in(who.audience_not_for.data or ""),
        languages=frozenset([*(who.languages.data or ()), *(code for code in named if code)]),
    )


def _with_cost(old: ListingFacts, form: ListingForm) -> ListingFacts:
    kind = CostKind(form.cost.cost.data) if form.cost.cost.data else None
    return replace(
        old,
        cost=kind,
        cost_amount=form.cost.cost_amount.data if kind is CostKind.PAID else None,
        cost_note=form.cost.cost_note.data or "",
    )


def _with_joining(old: ListingFacts, form: ListingForm, today: date) -> ListingFacts:
    """Whether there is room carries the day on which it was last said."""
    joining = form.joining
    capacity = CapacityStatus(joining.capacity.data) if joining.capacity.data else None
    left = joining.places_left.data if capacity is CapacityStatus.OPEN else None
    is_same = (capacity, left) == (old.capacity, old.places_left)
    return replace(
        old,
        joining=frozenset(Joining(way) for way in joining.joining.data or ()),
        joining_note=joining.joining_note.data or "",
        capacity=capacity,
        places_left=left,
        capacity_on=old.capacity_on if is_same else today if capacity else None,
        phone=joining.phone.data or "",
        email=joining.email.data or "",
        website=joining.website.data or "",
    )


def _places(form: ListingForm, old: ListingFacts) -> tuple[PlaceFacts, ...]:
    """The first place is the form's; others that the listing has are kept."""
    if not form.place.is_used:
        return ()
    first = form.place.facts(old.places[0] if old.places else None)
    return (replace(first, access=_known(form.access, Access)), *old.places[1:])


def _schedules(
    form: ListingForm, old: ListingFacts, has_place: bool, today: date
) -> Iterator[ScheduleFacts]:
    for time_form in form.times:
        if time_form.is_used:
            yield _schedule(time_form, old.schedules, has_place, today)
    kept = set(form.edit.kept_times.data or ())
    for schedule in old.schedules:
        if pattern_of(schedule) is None and key_of(schedule) in kept:
            yield schedule if has_place else replace(schedule, place=None)


def _schedule(
    form: TimeForm, old: Iterable[ScheduleFacts], has_place: bool, today: date
) -> ScheduleFacts:
    assert form.starts_at.data is not None
    pattern = form.pattern()
    # A time that only changed its hour goes on from the day it began.
    same = next((one for one in old if pattern_of(one) == pattern), None)
    began = same.starts_on if same else start_of(pattern, today) if pattern.days else today
    return ScheduleFacts(
        starts_on=form.first_on.data or began,
        starts_at=form.starts_at.data,
        ends_at=form.ends_at.data,
        rrule=rule_of(pattern),
        except_on=form.days_off(),
        note=form.note.data or "",
        place=int(form.place.data) if has_place else None,
    )


def _terms(form: Form, old: frozenset[str]) -> frozenset[str]:
    """Terms of a domain that the form does not show are kept."""
    shown = set(form._fields)
    ticked = {term for field in form for term in field.data or ()}
    return frozenset(ticked | {term for term in old if term.partition(".")[0] not in shown})


def _known(form: Form, names: type[Name]) -> Mapping[Name, bool]:
    return {name: form[name.value].data == YES for name in names if form[name.value].data}
