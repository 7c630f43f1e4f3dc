"""How much each thing counts. The score is the sum of its parts, each at most its weight."""

from dataclasses import dataclass

from matcher.person import Travel


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the whole score; the parts add up to one.

    ``floor`` is the share of the topic's weight under which a listing is not about what the
    person said, however near and open it is.
    Chosen on the Porirua and UK charity development sets: see docs/matching.md.
    """

    meaning: float = 0.40
    subject: float = 0.22
    words: float = 0.10
    distance: float = 0.16
    fit: float = 0.12
    floor: float = 0.15

    @property
    def topic(self) -> float:
        """What a listing can score for being about the right thing."""
        return self.meaning + self.subject + self.words


STORY = Weights()
"""For somebody who tells how things are: their words are seldom the listing's words."""

SEARCH = Weights(meaning=0.24, subject=0.08, words=0.40, floor=0.25)
"""For two or three words typed into a box: those words are meant."""

_A_SEARCH, _A_STORY = 3, 10
"""Up to so many stems it is a search, and from so many on a story; between, something between."""


def weights_for(stems: float) -> Weights:
    """Weights for a text of so many different stems.

    >>> weights_for(2) == SEARCH, weights_for(30) == STORY
    (True, True)
    """
    told = min(1.0, max(0.0, (stems - _A_SEARCH) / (_A_STORY - _A_SEARCH)))
    return Weights(
        meaning=(1 - told) * SEARCH.meaning + told * STORY.meaning,
        subject=(1 - told) * SEARCH.subject + told * STORY.subject,
        words=(1 - told) * SEARCH.words + told * STORY.words,
        floor=(1 - told) * SEARCH.floor + told * STORY.floor,
    )


FILED_ELSEWHERE = 2.0
"""The floor is so many times as high for a listing that somebody filed under other subjects."""

LEAST_OF_BEST = 0.45
"""A listing this much less on the topic than the best that fits is left out: a short list that
fits serves better than a long one that trails off."""

WITHOUT_MEANING = 0.2
"""The floors are so much of themselves where no encoder adds up meaning: topics then lie lower
and further apart."""

REACH_KM = {Travel.WALK: 5.0, Travel.BUS: 25.0, Travel.CAR: 50.0}
"""How far somebody can sensibly be sent by each means, unless they say how far."""

REACH_ANYHOW_KM = 40.0
"""The same where nobody said how they travel."""

OUT_OF_SIGHT_KM = 100.0
"""Past this a listing that has to be travelled to is not even mentioned."""
