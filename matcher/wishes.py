"""Parts what a person wants from what they do not want, what is behind them and the rest."""

import re

# Where a clause ends and the person speaks of something else.
_TO_ITS_END = r""".*?(?=$|[.,;:!?]|\ but\ |\ just\ )"""

# Each begins something not wanted, which runs to the end of the clause or to a "but".
_UNWANTED = re.compile(
    r"""\b(?:
      (?:do\ not|don['’]?t|wouldn['’]?t|didn['’]?t)\ (?:really\ )?(?:want|like|fancy)\b
      # Said by somebody in despair, it is the very thing to hear.
      (?!\ to\ (?:be\ here|live|be\ alive|go\ on|carry\ on|wake|exist))
    | (?:i['’]?m\ |i\ am\ )?not\ (?:into|after|keen\ on|interested\ in|a\ fan\ of|looking\ for)\b
    | (?:can['’]?t|cannot)\ (?:abide|be\ doing\ with)\b
    | (?:can['’]?t|cannot)\ stand\b(?!\ (?:for|up|long|on|in|at|very|much)\b)(?=\ \w)
    | not\ (?:a|an|the|another|any|some|with|in|going\ to)\ (?=\w)
    | i['’]?m\ not\ (?:putting|going|joining|sitting|doing)\b
    | nothing\ (?:too\ |to\ do\ with\ |like\ )?(?=\w+(?:y|ish|ous|al|ed)\b|church|religio|sport)
    | no\ more\b | anything\ but\b | sick\ of\b | instead\ of\b | rather\ than\b
    | without\ (?:any|having|being)\b
    )"""
    + _TO_ITS_END,
    re.IGNORECASE | re.VERBOSE,
)

# Link workers tell of others what people tell of themselves.
_WHO, _WHOSE = r"(?:i|we|he|she|they)", r"(?:my|our|his|her|their)"

# What is behind them: "since I stopped driving the buses" asks for no driving lessons. It ends
# where they come to themselves as they are now.
_BEHIND = re.compile(
    rf"""\b(?:
      (?:since|after|when|till|until|before|now\ that|now)\ {_WHO}(?:['’](?:ve|d|s)|\ ha(?:ve|s|d))?
        \ (?:stopped|gave\ up|given\ up|finished|quit|left|retired|packed\ in
          |had\ to\ (?:stop|give))\b
    | (?:since|after|when|till|until|before|now)\ (?:the|{_WHOSE})\ (?:\w+\ ){{1,2}}
        (?:shut|closed|folded|went\ under|laid\ (?:us|me|him|her|them)\ off)\b
    | {_WHO}(?:['’](?:ve|s)|\ ha(?:ve|s)|\ had\ to)?\ (?:gave|given|give)\ up\b
    | {_WHO}(?:['’](?:ve|s)|\ ha(?:ve|s))?\ (?:stopped|retired\ from)\b
        (?!\ (?:drinking|smoking|using|gambling|vaping|eating|sleeping|going|seeing|talking)\b)
    | {_WHO}\ used\ to\ (?:drive|work|run|manage|be|teach|nurse|build|deliver|sell|own)\b
    | (?:i|he|she)\ (?:worked|was\ working|drove|taught|nursed)\b
    | (?:i|he|she)\ was\ an?\ (?=[\w\s-]{{0,30}}driver\b)
    ) .*?(?=$|[.,;:!?]|\ but\ |\ just\ |\ now\ |\ and\ (?:{_WHO}|{_WHOSE}|now|the)\b
      |\ (?:i|my|he|she|his)(?:['’]\w+)?\ )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A trade of many years is behind them too, but the skill is theirs to keep.
_TRADE = re.compile(
    r"\b(?:i|he|she) was an? [\w\s-]{1,40} (?:for|all my|most of my)\b", re.IGNORECASE
)

# Somebody who longs for what they gave up is asking for it.
_LONGING = re.compile(
    r"\b(?:miss(?:ing|ed)?|ach(?:e|es|ing)|long(?:ing)? for|again|back into|pick it up)\b",
    re.IGNORECASE,
)

_CROWD = (
    r"(?:big\s|large\s|whole\s)?(?:groups?|crowds?|meetings|gatherings|rooms?\sfull"
    r"|lots\sof\speople)"
)
_SHUNS_GROUPS = re.compile(
    rf"""\b(?:
      (?:can['’]?t|cannot|couldn['’]?t)\ (?:be\ doing\ with|stand|face|do|cope\ with
        |manage|abide|bear)
    | (?:do\ not|don['’]?t|never)\ (?:really\ )?(?:like|want|do|enjoy|fancy|get\ on\ in
        |feel\ safe\ in)
    | not\ (?:into|keen\ on|good\ (?:in|with|at)|one\ for|a\ fan\ of|in|with|up\ to|comfortable\ in)
    | no\ (?=big|large|crowd|lots|groups) | hate | dread | anything\ but
    | (?:scared|frightened|afraid|terrified|nervous)\ (?:of|in)
    )\ ?(?:a\ |an\ |the\ |any\ |being\ in\ |going\ to\ |joining\ (?:a\ )?)?{_CROWD}\b
    | \bgroups?\ (?:are|is)(?:n['’]?t|\ not)\b
    | \b(?:just|only)\ one\ (?:other\ )?person\b | \bone[\s-]to[\s-]one\b | \bone[\s-]on[\s-]one\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHUNS_FAITH = re.compile(
    r"""\b(?:nothing|not|no|anything\ but|without|don['’]?t\ want)\ (?:(?:too|very|a|an|the|any
      |anything
      |into|with|in|to|do|run|by|that|so|at|going|one\ for)\ ){0,4}
      (?:church\w*|chapels?|religi\w+|god\b|god[\s-]bothering|bible|preach\w*|sermons?|hymns?)""",
    re.IGNORECASE | re.VERBOSE,
)

# What people say when they come to the point.
_WANTING = re.compile(
    rf"""\b(?:
      {_WHO}(?:['’]d|\ would)\ (?:just\ |really\ |only\ )?(?:like|love|sooner|rather|be|enjoy)
    | (?:i|we)\ (?:just\ |really\ |only\ )?(?:want|need|miss|wish|love|like|enjoy|could)
    | {_WHO}\ used\ to | looking\ for | give\ me | show\ me | happy\ to | if\ it\ was
    | (?:she|he|they|somebody|someone)\ (?:just\ |really\ |only\ )?
        (?:wants?|enjoys?|wish(?:es)?|needs?|loves?|miss(?:es)?|likes?)
    # What somebody is good at is what they have to give.
    | {_WHO}(?:['’](?:m|ve|s|re))?(?:\ am|\ was|\ were|\ is|\ are|\ have|\ has)?(?:\ been)?
      \ (?:always\ |quite\ |pretty\ )?(?:been\ )?(?:good|handy|clever)\ (?:at|with|on)\b
    | help\ with | how\ do\ i | where\ can\ i | is\ there
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE_END = re.compile(
    r"(?:[,;:]|\s[–—-])\s+(?:(?:and|but|so|or)\s+)?|\s+(?:and|but|so)\s+(?=(?:i|my|we|our|he|she|they|his|her|their|now|the)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_LETTER = re.compile(r"\w")


def without_unwanted(sentence: str) -> str:
    """The sentence without what is unwanted or behind the person; empty when nothing is left.

    >>> without_unwanted("I want to move, but not a gym.")
    'I want to move, but .'
    >>> without_unwanted("Since I retired from nursing I don't know what to do")
    "I don't know what to do"
    """
    wished = _UNWANTED.sub(" ", sentence)
    if not _LONGING.search(wished):
        wished = _BEHIND.sub(" ", wished)
    left = " ".join(wished.split()).strip(" ,;:")
    return left if _LETTER.search(left) else ""


def speaks_of_an_ending(sentence: str) -> bool:
    """Whether work, or something else that filled the days, has come to an end.

    >>> speaks_of_an_ending("I sit about since the mill shut"), speaks_of_an_ending("I sing")
    (True, False)
    """
    ended = _BEHIND.search(sentence) or _TRADE.search(sentence)
    return bool(ended) and not _LONGING.search(sentence)


def shuns_groups(sentence: str) -> bool:
    """Whether somebody would sooner not be in a group.

    >>> shuns_groups("I can't be doing with big groups"), shuns_groups("I want a group")
    (True, False)
    """
    return bool(_SHUNS_GROUPS.search(sentence))


def shuns_faith(sentence: str) -> bool:
    """Whether somebody wants nothing to do with a church.

    >>> shuns_faith("nothing churchy please"), shuns_faith("I have not been to church since May")
    (True, False)
    """
    return bool(_SHUNS_FAITH.search(sentence))


def wants_something(sentence: str) -> bool:
    """Whether a sentence says what somebody wants, rather than how things are.

    >>> wants_something("I miss my garden"), wants_something("We moved in May")
    (True, False)
    """
    return bool(_WANTING.search(sentence))


def clauses(sentence: str) -> list[str]:
    """A sentence in the parts in which it was said.

    >>> clauses("My days are long, and I was good with my hands")
    ['My days are long', 'I was good with my hands']
    """
    parts: list[str] = []
    start = 0
    for end in _CLAUSE_END.finditer(sentence):
        said, rest = sentence[start : end.start()], sentence[end.end() :]
        if min(len(said.split()), len(rest.split())) >= _FEWEST_WORDS:
            parts.append(said)
            start = end.end()
    return [*parts, sentence[start:]]
