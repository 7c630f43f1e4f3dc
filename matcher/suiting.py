"""How far the way a thing is done suits a person, whatever it is about."""

from matcher.listing import Kind, Listing, Mode
from matcher.person import Person
from matcher.reading import Heard
from matcher.segment import Floats, Indexed
from matcher.taxonomy import Taxonomy

# A group for somebody who shuns groups, and a thing meant for people who are somebody else,
# come lower; nobody is kept from them.
_A_GROUP, _FOR_OTHERS = 0.6, 0.7
# What is hard on a body that makes moving hard, unless it was asked for by name.
_TOO_HARD = 0.7
_HARD = frozenset({"move.run", "move.gym", "move.sport", "move.climb", "move.cycle"})
_GENTLE = frozenset({"move.seated", "move.gentle"})
# Helplines stand on every page; among the matches they come only where the words call for them.
_UNCALLED = 0.6

_ASKED = 0.5
_OLDER = 55
_BY_LANGUAGE = {"sm": "faith.pacific", "to": "faith.pacific", "mi": "faith.kaupapa"}


def suiting_share(
    person: Person, heard: Heard, asked: Floats, named: Floats, row: Indexed
) -> float:
    """What the listing's score is multiplied by: a share in (0, 1].

    ``named`` is 1 for the terms that the person named or ticked, ``asked`` also counts those
    that their words come near to.
    """
    share = 1.0
    if heard.shuns_groups and is_a_group(row):
        share *= _A_GROUP
    if row.listing.kind is Kind.HELPLINE and not _is_called_for(named, row.listing):
        share *= _UNCALLED
    if heard.is_frail and _is_hard(named, row):
        share *= _TOO_HARD
    if is_meant_for(person, heard, asked, row.listing) is False:
        share *= _FOR_OTHERS
    return share


def _is_called_for(named: Floats, listing: Listing) -> bool:
    position = Taxonomy.load().position
    filed = (listing.offers | listing.serves) & position.keys()
    return any(named[position[term]] >= 1 for term in filed)


def _is_hard(named: Floats, row: Indexed) -> bool:
    position = Taxonomy.load().position
    filed = row.listing.offers | row.named
    wished = any(named[position[term]] >= 1 for term in filed & _HARD)
    return bool(filed & _HARD) and not filed & _GENTLE and not wished


def is_a_group(row: Indexed) -> bool:
    """Whether one sits among several others there."""
    listing = row.listing
    if listing.features.get("one_to_one") or listing.kind is Kind.HELPLINE:
        return False
    if row.stated.modes & {Mode.HOME, Mode.PHONE}:
        return False
    return listing.kind in (Kind.GROUP, Kind.ACTIVITY)


def is_meant_for(person: Person, heard: Heard, asked: Floats, listing: Listing) -> bool | None:
    """Whether it is meant for people such as this one; None where nobody can tell."""
    taxonomy = Taxonomy.load()
    meant = {term for audience in listing.audience_for for term in taxonomy.concepts_in(audience)}
    if not meant:
        return None
    own = {_BY_LANGUAGE[language] for language in person.languages if language in _BY_LANGUAGE}
    if any(ages.most >= _OLDER for ages in heard.ages):
        own.add("people.older")
    return bool(meant & own) or any(asked[taxonomy.position[term]] >= _ASKED for term in meant)
