"""What a person's own words say: what they wish for, and who would take part."""

import re
from dataclasses import dataclass

from matcher.ages import OLDEST, Ages
from matcher.analysis import fold, plain, sentences, words
from matcher.hardship import complains_of_body, grieves, is_lonely
from matcher.listing import Gender
from matcher.person import Person
from matcher.taxonomy import Taxonomy
from matcher.voicing import gender_told, voicing
from matcher.wishes import (
    clauses,
    shuns_faith,
    shuns_groups,
    speaks_of_an_ending,
    wants_something,
    without_unwanted,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """``wishes`` are the person's sentences without what they do not want.

    ``said`` are the same sentences as they were said, to be quoted.
    ``is_want`` marks those that say what they want, rather than how things are; where none
    does, all are marked.
    ``ages`` are the spans of age of those who may take part, the person's own first;
    empty when nobody's age is known. ``acts_for_group`` when they speak for a club or a marae.
    ``is_frail`` when their body makes moving hard; ``gender`` is that of the one person told
    of, None where it is not plain.
    ``words_said`` counts all they said. ``has_stopped`` when their work, or what else filled
    their days, is behind them.
    """

    said: tuple[str, ...]
    wishes: tuple[str, ...]
    is_want: tuple[bool, ...]
    ages: tuple[Ages, ...]
    words_said: int
    acts_for_group: bool
    has_stopped: bool
    shuns_groups: bool
    shuns_faith: bool
    is_lonely: bool
    grieves: bool
    is_frail: bool
    gender: Gender | None

    @property
    def is_empty(self) -> bool:
        return not self.wishes


# What somebody asks for who tells only of what has ended, and who is plainly lonely.
_SOMETHING_TO_DO = "something useful to do with other people"
_COMPANY = "I'd like some company"


def hear(person: Person) -> Heard:
    """Reads what a person said; ticked interests and needs count as said."""
    spoken = sentences(plain(person.what_matters))
    told = _without_complaints([said for one in spoken for said in _told(one)])
    pairs = [(said, wish) for said in told if (wish := without_unwanted(said))]
    said, wishes = [one for one, _ in pairs], [wish for _, wish in pairs]
    lonely = [one for one in spoken if is_lonely(one)]
    has_stopped = any(map(speaks_of_an_ending, spoken))
    if not wishes:
        said = wishes = _ticked(person)
    if not wishes and has_stopped:
        said, wishes = spoken[:1], [_SOMETHING_TO_DO]
    text = " . ".join(fold(wish) for wish in wishes)
    voiced = voicing(person.what_matters)
    wishes = [voiced(wish) for wish in wishes]
    if lonely:
        said, wishes = [*said, lonely[0]], [*wishes, _COMPANY]
    own = [] if person.age is None else [Ages(person.age, person.age)]
    return Heard(
        said=tuple(said),
        wishes=tuple(wishes),
        is_want=_wants(wishes),
        ages=(*own, *_others(text, person.age)),
        words_said=sum(len(words(one)) for one in spoken),
        acts_for_group=_acts_for_group(text),
        has_stopped=has_stopped,
        shuns_groups=any(map(shuns_groups, spoken)),
        shuns_faith=any(map(shuns_faith, spoken)),
        is_lonely=bool(lonely),
        grieves=any(map(grieves, spoken)),
        is_frail=any(map(complains_of_body, spoken)),
        gender=gender_told(person.what_matters),
    )


def _told(sentence: str) -> list[str]:
    """A sentence whole; where part of it is behind the person, what they say of themselves now.

    "The days are long since I stopped work, and I like tools" asks for tools; the long days are
    understood (``has_stopped``).
    """
    if not speaks_of_an_ending(sentence):
        return [sentence]
    parts = clauses(sentence)
    return [part for part in parts if wants_something(without_unwanted(part))] or parts


def _without_complaints(told: list[str]) -> list[str]:
    """What is wished for outranks what ails: bad knees beside it say how, not what.

    Where nothing is wished for, the complaint is all there is to go on.
    """
    kept: list[str] = []
    for said in told:
        parts = clauses(said) if complains_of_body(said) else [said]
        kept += [part for part in parts if _asks(part) or not complains_of_body(part)]
    return kept if any(map(_asks, kept)) else told


def _asks(part: str) -> bool:
    return wants_something(part) or is_lonely(part) or grieves(part)


def _wants(wishes: list[str]) -> tuple[bool, ...]:
    marks = tuple(map(wants_something, wishes))
    return marks if any(marks) else (True,) * len(wishes)


def _ticked(person: Person) -> list[str]:
    taxonomy = Taxonomy.load()
    chosen = sorted((person.interests | person.needs) & taxonomy.position.keys())
    return [taxonomy.term(term).label for term in chosen]


# -- who would take part ------------------------------------------------------------------

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_FIGURES = {word: number for number, word in enumerate(_SMALL)}
_AGE = rf"(\d{{1,2}}|{'|'.join(reversed(_SMALL))})"
_LIST = rf"{_AGE}(?:(?:,| and|, and) {_AGE})*"
_CHILD = (
    r"(?:boys?|girls?|sons?|daughters?|kids?|child(?:ren)?|grandsons?|granddaughters?|grandkids|"
    r"grandchild(?:ren)?|mokopuna|mokos?|tamariki|little ones?|young ones|twins|bubs?|bubba"
    r"|baby|babies|"
    r"toddlers?|nephews?|nieces?|youngest|eldest|oldest|mine)"
)
_BABY = re.compile(
    r"\b(?:my|our|the|a|her|his) (?:new ?)?(?:bub|baby|babies|bubba|pepi|newborn)\b"
    r"|^bubs?\b|\. bubs?\b"
    r"|\bpregnant\b|\bmonths?[\s-]old\b"
)
_MONTHS = re.compile(
    rf"\b(?:is|bubs|babys|shes|hes|now|just) {_AGE} (?:months?|weeks?)\b|\b(?:months?"
    rf"|weeks?)[\s-]old\b"
)
_YEAR_OLD = re.compile(rf"\b{_AGE}[\s-]years?[\s-]olds?\b")
# "my boy is six", "ours are four and ten", "he's six"
_IS_AGED = re.compile(
    rf"\b(?:{_CHILD}|he|she|they)(?:s|re| is| are| has just turned| just turned| turns| aged)? "
    rf"(?:is |are |aged |only |just |nearly |almost )?({_LIST})(?= *(?:$|[.,;!?]| and "
    rf"| years?\b| now\b| but\b))"
)
# "my two boys, seven and nine", "the mokopuna are home, two and four"
_AFTER_COMMA = re.compile(rf"\b{_CHILD}\b[^.]{{0,70}}, ({_LIST})(?= *(?:$|[.;!?]))")
_EACH_AGE = re.compile(_AGE)
_OWN_CHILD = re.compile(
    r"\b(?:my|our|the|her|his) (?:\w+ )?(?:boys?|girls?|sons?|daughters?|kids?|child|children"
    r"|tamariki|little ones?)\b|\bour two\b"
)
_GRANDCHILD = re.compile(
    r"\b(?:my|our|the|her|his) (?:\w+ )?(?:mokopuna|mokos?|grandkids|grandsons?|granddaughters?"
    r"|grandchild(?:ren)?)\b"
)
_TEENAGER = re.compile(r"\b(?:my|our) (?:\w+ )?teen(?:ager)?s?\b")
_PARENT = re.compile(
    r"\b(?:my |our )?(?:mum|mother|mam|dad|father|nan|nana|nanna|gran|grandma|granddad"
    r"|grandad|koro|kuia)\b"
)
_PARTNER = re.compile(r"\bmy (?:wife|husband|partner|missus|hubby|fella|bloke)\b")
_CHILDHOOD = 17
_GENERATION = 15
_LATE_PARENT = 45
_PARTNERS_APART = 20


def _others(text: str, own_age: int | None) -> list[Ages]:
    children = _stated_ages(text)
    found = [Ages(age, age) for age in children]
    if _BABY.search(text) or _MONTHS.search(text):
        found.append(Ages(0, 1))
    if _TEENAGER.search(text):
        found.append(Ages(13, 19))
    if not found and _OWN_CHILD.search(text):
        found.append(_child_of(own_age))
    if not found and _GRANDCHILD.search(text):
        found.append(Ages(0, _CHILDHOOD))
    if _PARENT.search(text):
        found.append(Ages((own_age or 20) + _GENERATION, OLDEST))
    if _PARTNER.search(text) and own_age is not None:
        found.append(Ages(max(own_age - _PARTNERS_APART, 16), own_age + _PARTNERS_APART))
    return found


def _child_of(age: int | None) -> Ages:
    """A child of somebody grown may be grown too: "my daughter" of a person of 79 is no girl."""
    if age is None:
        return Ages(0, _CHILDHOOD)
    return Ages(max(0, age - _LATE_PARENT), max(0, age - _GENERATION))


def _stated_ages(text: str) -> list[int]:
    lists = [match[0] for match in _YEAR_OLD.finditer(text)]
    for rule in (_IS_AGED, _AFTER_COMMA):
        lists += [match[1] for match in rule.finditer(text)]
    return sorted({_figure(age[1]) for ages in lists for age in _EACH_AGE.finditer(ages)})


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else _FIGURES[word]


_GROUP = re.compile(
    r"\b(?:our|my) (?:marae|school|kura|club|group|committee|team|charity|trust|church"
    r"|rugby club|hall|workplace)\b"
    r"|\b(?:i|we) (?:run|manage|organise|coordinate|lead) (?:a|an|the|our)\b"
)


def _acts_for_group(text: str) -> bool:
    return bool(_GROUP.search(text))
