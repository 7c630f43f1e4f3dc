"""How much each thing counts. The score is the sum of its parts, each at most its weight."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the whole score; they add up to one.

    Chosen on the Porirua and UK charity development sets: see docs/matching.md.
    """

    meaning: float = 0.40
    subject: float = 0.22
    words: float = 0.10
    distance: float = 0.16
    fit: float = 0.12

    @property
    def topic(self) -> float:
        """What a listing can score for being about the right thing."""
        return self.meaning + self.subject + self.words


STORY = Weights()
"""For somebody who tells how things are: their words are seldom the listing's words."""

SEARCH = Weights(meaning=0.24, subject=0.08, words=0.40)
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
    )


LEAST_TOPIC = 0.1
"""Share of the topic's weight under which a listing is not about what the person said."""

LEAST_WITHOUT_MEANING = 0.03
"""The same where no encoder adds up meaning, and one word in common has to do."""
