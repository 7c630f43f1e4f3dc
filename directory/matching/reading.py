"""Whether there is anything in a text to search for."""

from matcher.analysis import stems


def says_something(text: str) -> bool:
    """True where a word is left once the little ones are put aside.

    >>> says_something("the and of"), says_something("the garden")
    (False, True)
    """
    return bool(stems(text))
