"""What somebody asked, read carefully: long, empty or foreign text is never an error."""

import unicodedata
from dataclasses import dataclass

from directory.matching.reading import says_something

LONGEST_READ = 5_000
# Below this share of Latin letters the text is in a script that the matcher cannot read.
LATIN_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """``text`` is the part that is read; the form keeps all of it."""

    text: str
    was_shortened: bool
    is_readable: bool

    @property
    def has_words(self) -> bool:
        return says_something(self.text)


def question_of(typed: str) -> Question:
    """
    >>> question_of("😀 …").has_words
    False
    """
    text = typed[:LONGEST_READ].strip()
    return Question(text, len(typed.strip()) > LONGEST_READ, _is_latin(text))


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return not letters or latin / len(letters) >= LATIN_ENOUGH
