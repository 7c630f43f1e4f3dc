"""Whether a listing will do for a person: it fits, it does not, or nobody has said."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matcher import phrases
from matcher.ages import OLDEST, Ages
from matcher.analysis import stems
from matcher.distance import between
from matcher.listing import Gender, Listing, Mode, Reach
from matcher.person import Must, Person, Travel
from matcher.phrases import Voice
from matcher.reading import Heard
from matcher.scoring import OUT_OF_SIGHT_KM, REACH_ANYHOW_KM, REACH_KM
from matcher.segment import Indexed
from matcher.taxonomy import Taxonomy

_LATER_LIFE, _YOUNG = 40, 30
_OF_FAITH = frozenset({"faith.church", "faith.quiet"})


class Stance(StrEnum):
    """Unknown is kept apart from no: nobody is turned away because a field was empty."""

    FITS = "fits"
    DOES_NOT = "does_not"
    NOT_STATED = "not_stated"


class Need(StrEnum):
    """What else than a ``Must`` can decide whether a listing will do."""

    COUNTRY = "country"
    AVOID = "avoid"
    DISTANCE = "distance"
    AGES = "ages"
    GENDER = "gender"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``words`` say why: a reason when it fits, what to ask, or why it cannot be offered.

    Empty words mean that there is nothing worth saying. What is ruled out and not ``mentioned``
    is so far from being of use that it would only confuse.
    """

    need: Need | Must
    stance: Stance
    words: str = ""
    mentioned: bool = True


def is_place_bound(row: Indexed) -> bool:
    """Whether a person would have to travel to it."""
    elsewhere = row.stated.modes & {Mode.ONLINE, Mode.PHONE, Mode.HOME}
    return row.listing.reach is not Reach.NATIONAL and not elsewhere


def verdicts(
    person: Person, heard: Heard, row: Indexed, away_km: float | None, voice: Voice
) -> tuple[Verdict, ...]:
    """All verdicts on one listing, the gravest needs first.

    ``away_km`` is None where no distance can be measured.
    """
    listing = row.listing
    found = [
        _country(person, listing, voice),
        _avoid(person, heard, row, voice),
        _distance(person, row, away_km, voice),
        _ages(heard, row.stated.ages, voice),
        _gender(person, heard, row.stated.gender, voice),
        _times(person, listing, voice),
    ]
    return (*(verdict for verdict in found if verdict is not None), *_musts(person, row, voice))


def _country(person: Person, listing: Listing, voice: Voice) -> Verdict | None:
    if not person.country or not listing.country:
        return None
    if person.country.casefold() == listing.country.casefold():
        return Verdict(Need.COUNTRY, Stance.FITS)
    because = voice.say(phrases.OTHER_COUNTRY)
    return Verdict(Need.COUNTRY, Stance.DOES_NOT, because, mentioned=False)


def _avoid(person: Person, heard: Heard, row: Indexed, voice: Voice) -> Verdict | None:
    for unwanted in person.avoid:
        if _speaks_of(row, unwanted):
            because = voice.say(phrases.ASIDE_AVOID, word=unwanted.strip())
            return Verdict(Need.AVOID, Stance.DOES_NOT, because)
    if heard.shuns_faith and _is_of_faith(row.listing):
        return Verdict(Need.AVOID, Stance.DOES_NOT, voice.say(phrases.ASIDE_FAITH))
    return None


def _is_of_faith(listing: Listing) -> bool:
    """Only when it is plain: many a secular group meets in a church hall."""
    named = Taxonomy.load().concepts_in(f"{listing.name} . {listing.organisation}")
    return bool(_OF_FAITH & (listing.offers | named))


def _speaks_of(row: Indexed, unwanted: str) -> bool:
    wanted_out = set(stems(unwanted))
    if wanted_out and wanted_out <= set(row.stems):
        return True
    subjects = Taxonomy.load().concepts_in(unwanted)
    return bool(subjects & (row.listing.offers | row.named))


def _distance(person: Person, row: Indexed, away_km: float | None, voice: Voice) -> Verdict | None:
    listing = row.listing
    area = listing.area
    if person.home is not None and area is not None and listing.reach is Reach.AREA:
        if between(person.home.point, area.centre) > area.radius_km:
            because = voice.say(phrases.OUTSIDE, area=area.name)
            return Verdict(Need.DISTANCE, Stance.DOES_NOT, because)
        return Verdict(Need.DISTANCE, Stance.FITS, voice.say(phrases.COVERS, area=area.name))
    if person.home is None or not is_place_bound(row):
        return None
    if away_km is None:
        return Verdict(Need.DISTANCE, Stance.NOT_STATED, voice.say(phrases.ASK_PLACE))
    if away_km <= reach_km(person):
        return Verdict(Need.DISTANCE, Stance.FITS)
    return Verdict(
        Need.DISTANCE,
        Stance.DOES_NOT,
        _too_far(person, away_km, voice),
        mentioned=away_km <= max(OUT_OF_SIGHT_KM, person.max_km or 0),
    )


def reach_km(person: Person) -> float:
    """How far the person can go: as they said, else as far as is sensible by their means."""
    if person.max_km is not None:
        return person.max_km
    return REACH_ANYHOW_KM if person.travel is None else REACH_KM[person.travel]


def _too_far(person: Person, away_km: float, voice: Voice) -> str:
    if person.max_km is not None:
        return voice.say(phrases.TOO_FAR, km=f"{away_km:.1f}", max_km=f"{person.max_km:g}")
    if person.travel is Travel.WALK:
        return voice.say(phrases.TOO_FAR_ON_FOOT, km=f"{away_km:.1f}")
    return voice.say(phrases.FAR_AWAY, km=f"{away_km:.0f}")


def _ages(heard: Heard, ages: Ages | None, voice: Voice) -> Verdict | None:
    if ages is None:
        return None
    if not heard.ages:
        return Verdict(Need.AGES, Stance.NOT_STATED, _age_words(ages, voice))
    if any(ages.meets(taking_part) for taking_part in heard.ages):
        words = _age_words(ages, voice) if _is_narrow(ages) else ""
        return Verdict(Need.AGES, Stance.FITS, words)
    return Verdict(Need.AGES, Stance.DOES_NOT, _aside_ages(ages, voice))


def _is_narrow(ages: Ages) -> bool:
    """Whether it says something of those who come: most things are for grown people of any age."""
    return ages.least >= _LATER_LIFE or ages.most <= _YOUNG


def _age_words(ages: Ages, voice: Voice) -> str:
    if ages.least and ages.most < OLDEST:
        return voice.say(phrases.AGES_BETWEEN, least=ages.least, most=ages.most)
    if ages.most < OLDEST:
        return voice.say(phrases.AGES_TO, most=ages.most)
    return voice.say(phrases.AGES_FROM, least=ages.least) if ages.least else ""


def _aside_ages(ages: Ages, voice: Voice) -> str:
    if ages.least and ages.most < OLDEST:
        return voice.say(phrases.ASIDE_AGES_BETWEEN, least=ages.least, most=ages.most)
    if ages.most < OLDEST:
        return voice.say(phrases.ASIDE_AGES_UNDER, under=ages.most + 1)
    return voice.say(phrases.ASIDE_AGES_FROM, least=ages.least)


def _gender(person: Person, heard: Heard, gender: Gender | None, voice: Voice) -> Verdict | None:
    asked = {Gender.WOMEN: Must.WOMEN_ONLY, Gender.MEN: Must.MEN_ONLY}
    if gender is None or gender is Gender.ANY or asked[gender] in person.must:
        return None
    is_other = heard.gender is not None and heard.gender is not gender
    if is_other or person.must & {Must.WOMEN_ONLY, Must.MEN_ONLY}:
        aside = phrases.ASIDE_WOMEN if gender is Gender.WOMEN else phrases.ASIDE_MEN
        return Verdict(Need.GENDER, Stance.DOES_NOT, voice.say(aside))
    ask = phrases.ASK_FOR_WOMEN if gender is Gender.WOMEN else phrases.ASK_FOR_MEN
    return Verdict(Need.GENDER, Stance.NOT_STATED, voice.say(ask))


def _times(person: Person, listing: Listing, voice: Voice) -> Verdict | None:
    if not person.times:
        return None
    if not listing.slots:
        return Verdict(Need.TIMES, Stance.NOT_STATED, voice.say(phrases.ASK_TIMES))
    shared = _in_week_order(person.times & listing.slots)
    if shared:
        return Verdict(Need.TIMES, Stance.FITS, voice.say(phrases.WHEN, slots=voice.slots(shared)))
    slots = voice.slots(_in_week_order(listing.slots))
    return Verdict(Need.TIMES, Stance.DOES_NOT, voice.say(phrases.ASIDE_TIMES, slots=slots))


def _in_week_order(slots: frozenset[str]) -> list[str]:
    return [slot for slot in phrases.SLOTS if slot in slots]


def _musts(person: Person, row: Indexed, voice: Voice) -> Iterator[Verdict]:
    for must in sorted(person.must):
        met = row.stated.meets.get(must)
        if met is None:
            yield Verdict(must, Stance.NOT_STATED, voice.say(phrases.ASK[must]))
        elif met:
            yield Verdict(must, Stance.FITS, voice.say(phrases.MET[must]))
        else:
            yield Verdict(must, Stance.DOES_NOT, voice.say(phrases.ASIDE_MUST[must]))
