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


WEIGHTS = Weights()

LEAST_TOPIC = 0.1
"""Share of the topic's weight under which a listing is not about what the person said."""
