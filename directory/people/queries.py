"""From the worker's form to the person that the matcher knows, and what fits them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory.listings.languages import language_code
from directory.listings.queries import live_listings
from directory.matching.engine import MatchingEngine
from directory.matching.homes import Setting
from directory.matching.shapes import Answer, Must, Person, Travel
from directory.models.listing import Listing
from directory.people.forms import SituationForm, split

RESULTS = 10
# Domains of the taxonomy that are help with something, rather than something to do.
NEED_DOMAINS = frozenset({"mind", "body", "whanau", "money", "home"})


@dataclass(frozen=True, slots=True)
class Found:
    answer: Answer
    listings: list[Listing]


def person_of(form: SituationForm, setting: Setting) -> Person:
    terms = frozenset(form.terms.data or ())
    needs = frozenset(term for term in terms if term.partition(".")[0] in NEED_DOMAINS)
    return Person(
        what_matters=(form.what_matters.data or "").strip(),
        home=setting.home,
        age=form.age.data,
        travel=Travel(form.travel.data) if form.travel.data else None,
        max_km=float(form.max_km.data) if form.max_km.data else None,
        languages=tuple(
            code for name in split(form.languages.data) if (code := language_code(name))
        ),
        must=frozenset(Must(name) for name in form.must.data or ()),
        interests=terms - needs,
        needs=needs,
        avoid=tuple(split(form.avoid.data)),
        times=frozenset(form.times.data or ()),
        country=setting.country,
    )


def found_for(
    session: Session,
    engine: MatchingEngine,
    person: Person,
    *,
    now: datetime,
    among: frozenset[str] | None = None,
) -> Found:
    """What fits, and the listings named in the answer."""
    limit = RESULTS if among is None else len(among)
    answer = engine.match(session, person, now=now, limit=limit, among=among)
    ids = [match.listing_id for match in answer.matches]
    ids += [passed.listing_id for passed in answer.set_aside]
    return Found(answer, live_listings(session, ids))
