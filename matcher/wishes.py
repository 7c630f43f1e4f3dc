"""Parts what a person wants from what they do not want and from the rest of their story."""

import re

# Each begins something not wanted, which runs to the end of the clause or to a "but".
_UNWANTED = re.compile(
    r"""\b(?:
      (?:do\ not|don['’]?t|wouldn['’]?t|didn['’]?t)\ (?:really\ )?(?:want|like|fancy)\b
    | (?:i['’]?m\ |i\ am\ )?not\ (?:into|after|keen\ on|interested\ in|a\ fan\ of|looking\ for)\b
    | (?:can['’]?t|cannot)\ stand\b
    | not\ (?:a|an|the|another|any|some|with|in|going\ to)\ (?=\w)
    | i['’]?m\ not\ (?:putting|going|joining|sitting|doing)\b
    | nothing\ (?:too\ |to\ do\ with\ |like\ )?(?=\w+(?:y|ish|ous|al|ed)\b|church|religio|sport)
    | no\ more\b | anything\ but\b | sick\ of\b | instead\ of\b | rather\ than\b
    | without\ (?:any|having|being)\b
    # What is behind them: "since I stopped driving the buses" asks for no driving lessons.
    | (?:since|after|when)\ i\ (?:stopped|gave\ up|finished|quit|left|retired)\b
    | i(?:['’]ve|\ have|\ had\ to)?\ (?:gave|given|give)\ up\b
    ) .*?(?=$|[.,;:!?]|\ but\ |\ just\ )""",
    re.IGNORECASE | re.VERBOSE,
)

# What people say when they come to the point.
_WANTING = re.compile(
    r"""\b(?:
      i(?:['’]d|\ would)\ (?:just\ |really\ |only\ )?(?:like|love|sooner|rather|be|enjoy)
    | (?:i|we)\ (?:just\ |really\ |only\ )?(?:want|need|miss|wish|love|like|enjoy|could)
    | (?:i|we)\ used\ to | looking\ for | give\ me | show\ me | happy\ to | if\ it\ was
    | (?:she|he|they|somebody|someone)\ (?:wants?|needs?|loves?|misses|likes?)
    | help\ with | how\ do\ i | where\ can\ i | is\ there
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTER = re.compile(r"\w")


def without_unwanted(sentence: str) -> str:
    """The sentence without its unwanted clauses; empty when nothing is left.

    >>> without_unwanted("I want to move, but not a gym.")
    'I want to move, but .'
    """
    left = " ".join(_UNWANTED.sub(" ", sentence).split()).strip(" ,;:")
    return left if _LETTER.search(left) else ""


def wants_something(sentence: str) -> bool:
    """Whether a sentence says what somebody wants, rather than how things are.

    >>> wants_something("I miss my garden"), wants_something("We moved in May")
    (True, False)
    """
    return bool(_WANTING.search(sentence))
