"""From what was asked to what is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory.matching.homes import Setting
from directory.matching.shapes import Person, Travel
from directory.safety.danger_words import may_be_in_danger
from directory.search.filters import FILTERS, KINDS
from directory.search.forms import FIRST_SHOWN, FIT, SearchForm
from directory.search.queries import MOST_FOUND, found_for
from directory.search.question import Question
from directory.search.results import Results, narrowed

# Kilometres that people go for something they like, by the way they get about.
NEAR_KM = {Travel.WALK: 3.0, Travel.BUS: 12.0, Travel.CAR: 30.0}
NEAR_KM_OTHERWISE = 25.0
FAR_KM = 80.0
FEW = 3


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    setting: Setting
    form: SearchForm

    @property
    def may_be_in_danger(self) -> bool:
        return may_be_in_danger(self.question.text)

    @property
    def travel(self) -> Travel | None:
        return Travel(self.form.travel.data) if self.form.travel.data else None


@dataclass(frozen=True, slots=True)
class Looser:
    """One change to the search, by the name and value of the button that makes it."""

    name: str
    value: str
    label: str
    finds: int


@dataclass(frozen=True, slots=True)
class Outcome:
    results: Results
    looser: tuple[Looser, ...]


def find(session: Session, asked: Asked, *, now: datetime) -> Outcome:
    """What to show; and where that is little, the changes that would find more."""
    results = _results(session, asked, asked.form.kept, asked.form.kinds, asked.form.far.data, now)
    if results.total >= FEW:
        return Outcome(results, ())
    found = (each for each in _looser(session, asked, now) if each.finds > results.total)
    return Outcome(results, tuple(found))


def _looser(session: Session, asked: Asked, now: datetime) -> Iterator[Looser]:
    kept, kinds, far = asked.form.kept, asked.form.kinds, asked.form.far.data
    for each in FILTERS:
        if each.key in kept:
            results = _results(session, asked, kept - {each.key}, kinds, far, now)
            yield Looser("without", each.key, f"Leave out “{each.label}”", results.total)
    for kind in KINDS:
        if kind in kinds:
            results = _results(session, asked, kept, kinds - {kind}, far, now)
            yield Looser("without", kind, f"Leave out “{KINDS[kind]}”", results.total)
    if asked.setting.home and not far:
        results = _results(session, asked, kept, kinds, True, now)
        yield Looser("far", "y", "Look further away", results.total)


def _results(
    session: Session,
    asked: Asked,
    kept: frozenset[str],
    kinds: frozenset[str],
    far: bool,
    now: datetime,
) -> Results:
    return narrowed(
        found_for(session, _person(asked, far), now=now),
        keys=kept,
        kinds=kinds,
        sort=asked.form.sort.data or FIT,
        most=min(max(asked.form.shown.data or 0, FIRST_SHOWN), MOST_FOUND),
        now=now,
    )


def _person(asked: Asked, far: bool) -> Person:
    near_km = NEAR_KM.get(asked.travel, NEAR_KM_OTHERWISE) if asked.travel else NEAR_KM_OTHERWISE
    return Person(
        what_matters=asked.question.text,
        home=asked.setting.home,
        country=asked.setting.country,
        travel=asked.travel,
        age=asked.form.age.data,
        max_km=FAR_KM if far else near_km,
    )
