"""What one change would add: travelling further, coming at another time, letting one need go."""

from collections import Counter
from collections.abc import Sequence

from matcher import phrases
from matcher.answer import Widening
from matcher.person import Must, Person
from matcher.phrases import Voice
from matcher.ranking import Candidate
from matcher.verdicts import Need, reach_km

# Kilometres that a person might stretch to, in steps one can say.
_STEPS = (1, 2, 3, 5, 8, 12, 20, 30, 50, 75, 100)
MOST_WIDENINGS = 3


def widenings(
    person: Person, ruled_out: Sequence[Candidate], least_score: float, voice: Voice
) -> tuple[Widening, ...]:
    """The changes that add most, each counted by the listings that only it keeps out.

    Only listings that would score at least ``least_score`` are counted.
    """
    only = [
        one
        for one in ruled_out
        if len(one.against) == 1 and one.is_worth_mentioning and one.score >= least_score
    ]
    found = [*_further(person, only, voice), *_others(only, voice)]
    return tuple(sorted(found, key=lambda one: -one.adds)[:MOST_WIDENINGS])


def _further(person: Person, only: Sequence[Candidate], voice: Voice) -> list[Widening]:
    reach = reach_km(person)
    away = [
        one.away_km
        for one in only
        if one.against[0].need is Need.DISTANCE and one.away_km is not None
    ]
    for step in _STEPS:
        adds = sum(1 for km in away if km <= step)
        if step > reach and adds:
            return [Widening(voice.say(phrases.WIDEN_DISTANCE, km=step), adds)]
    return []


def _others(only: Sequence[Candidate], voice: Voice) -> list[Widening]:
    needs = Counter(one.against[0].need for one in only)
    found = [
        Widening(voice.say(phrases.WIDEN_MUST[need]), adds)
        for need, adds in sorted(needs.items())
        if isinstance(need, Must)
    ]
    if needs[Need.TIMES]:
        found.append(Widening(voice.say(phrases.WIDEN_TIMES), needs[Need.TIMES]))
    return found
