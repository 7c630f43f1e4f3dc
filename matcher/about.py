"""Says what a listing has to do with what somebody said, in a sentence one would say aloud."""

import numpy as np

from matcher import phrases
from matcher.analysis import stem, words
from matcher.meaning import spoken_sentences
from matcher.person import Person
from matcher.phrases import Voice
from matcher.reading import Heard
from matcher.segment import Indexed
from matcher.signals import Signals
from matcher.taxonomy import Taxonomy, Term
from matcher.verdicts import is_place_bound
from matcher.wishes import clauses
from matcher.wording import never_quoted, speech_words

_LONGEST_SAID = 12
_LONGEST_SAY = 25
_FEWEST_WORDS = 3
# A pair of sentences with a cosine under this is not close enough to be set side by side.
_WORTH_QUOTING = 0.55
# The rest of a story is quoted only when it lies much closer than what was wanted.
_STORY_QUOTED = 0.8
# A subject that was asked for less plainly than this is a guess, and is not named.
_ASKED = 0.7
_HAS_IT = 0.6
# Parts of life in which people do things; in the others they are helped with something.
_DOING = frozenset({"people", "arts", "move", "nature", "learn", "give", "faith"})
# So large a share of what was searched for has to be met for the words to be worth naming.
_MOST_OF_IT = 0.5


def about(person: Person, heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    """One sentence or two; empty where nothing they share is plain enough to be said."""
    return (
        _chosen(person, row, voice)
        or _quoted(heard, signals, row, voice)
        or _shared_subject(heard, signals, row, voice)
        or _shared_words(heard, signals, row, voice)
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
    theirs_said = spoken[theirs]
    said = _shortest(clauses(heard.said[mine]), set(words(theirs_said)))
    return voice.say(phrases.SAID_AND_SAY, said=said, say=_shortened(theirs_said, _LONGEST_SAY))


def _shared_subject(heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    """The subject they share most, beside the person's words that speak of it."""
    taxonomy = Taxonomy.load()
    shared = np.where(
        (signals.asked >= _ASKED) & (row.subjects >= _HAS_IT), signals.asked * row.subjects, 0
    )
    place = int(shared.argmax())
    term = taxonomy.terms[place]
    said = _said_of(term, place, heard, signals) if shared[place] > 0 else ""
    if not said:
        return ""
    return voice.say(_template(term, row), said=said, subject=voice.say(term.in_sentence))


def _template(term: Term, row: Indexed) -> str:
    listing = row.listing
    if term.id in listing.offers and term.domain in _DOING and is_place_bound(row):
        return phrases.SAID_AND_OFFER
    if term.id in listing.offers | listing.serves:
        return phrases.SAID_AND_SERVE
    return phrases.SAID_AND_ABOUT


def _said_of(term: Term, place: int, heard: Heard, signals: Signals) -> str:
    """The shortest clause in which the person named the subject, or that comes near to it."""
    wording = signals.wording
    for mention in wording.mentions:
        if mention.term == term.id:
            named = wording.spoken[mention.start : mention.end]
            every = [clause for said in heard.said for clause in clauses(said)]
            return _shortest(every, set(named))
    if signals.vectors is None:
        return ""
    shares = signals.vectors.part_subjects[:, place]
    if shares.max() < _ASKED:
        return ""
    told = set(words(" ".join([*term.said, *term.synonyms]))) - speech_words()
    return _shortest(clauses(heard.said[int(shares.argmax())]), told)


def _shortest(said: list[str], telling: set[str]) -> str:
    """The clause with most of the telling words, the shorter of two that have as many."""
    telling = telling - speech_words()

    def order(clause: str) -> tuple[int, int]:
        return (-len(telling & set(words(clause))), len(clause))

    best = min(said, key=order)
    if len(said) > 1 and order(best)[0] == 0:
        best = said[0]
    return _around(best, telling)


def _around(clause: str, telling: set[str]) -> str:
    """At most twelve words of a clause, with the telling ones among them."""
    spoken = clause.strip(" .,;:!?").split()
    if len(spoken) <= _LONGEST_SAID:
        return " ".join(spoken)
    places = [place for place, word in enumerate(spoken) if telling & set(words(word))]
    start = max(0, min((places or [0])[0] - _LONGEST_SAID // 2, len(spoken) - _LONGEST_SAID))
    kept = " ".join(spoken[start : start + _LONGEST_SAID]).strip(" ,;:")
    return ("…" if start else "") + kept + ("…" if start + _LONGEST_SAID < len(spoken) else "")


def _shared_words(heard: Heard, signals: Signals, row: Indexed, voice: Voice) -> str:
    own = set(row.stems) - never_quoted()
    # Only what they said themselves is theirs to be quoted, not what was understood.
    said = {word for one in heard.said for word in words(one)} - speech_words()
    shared = [word for word in signals.wording.spoken if word in said and stem(word) in own]
    searched = {word for word in signals.wording.spoken if word not in speech_words()}
    if not shared or len(set(shared)) < _MOST_OF_IT * len(searched):
        return ""
    return voice.say(phrases.SHARED_WORDS, words=", ".join(dict.fromkeys(shared)))


def _shortened(sentence: str, most: int) -> str:
    spoken = sentence.strip(" .!?").split()
    return " ".join(spoken) if len(spoken) <= most else " ".join(spoken[:most]).rstrip(" ,;:") + "…"
