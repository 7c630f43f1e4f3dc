"""Notices words that may mean danger, so that help can be shown first.

It decides nothing and stops nothing: a match only moves the crisis lines to the top of the page.
The phrases are whole expressions rather than single words, because people say "dying to dance" and
"this heat is killing me" every day.
"""

import re

SELF_HARM = (
    r"suicid\w*",
    r"kill(?:ing)? (?:my|him|her|them)sel(?:f|ves)",
    r"(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?li(?:fe|ves)",
    r"end it all",
    r"(?:wants?|wish(?:es)?|going|ready) to die\b(?! of laughter)",
    r"wish(?:es)? (?:i|he|she|they) (?:was|were) dead",
    r"(?:better off|rather be) dead",
    r"(?:do(?:es)? not|do(?:es)?n'?t) want to (?:live|be alive|be here any ?more|wake up)",
    r"no (?:reason|point) (?:to|in) liv(?:e|ing)\b(?! (?:alone|here|there|in|with))",
    r"can(?:not|'?t) go on(?: any ?more| like this)?(?=[.,!?\n]|$)",
    r"(?:hurt|harm)(?:ing)? (?:my|him|her|them)sel(?:f|ves)",
    r"cut(?:ting)? (?:my|him|her|them)sel(?:f|ves)(?! (?:shaving|a|some))",
    r"self[ -]?harm\w*",
    r"overdos\w+",
)
HURT_BY_SOMEBODY = (
    r"(?:he|she|they|partner|husband|wife|boyfriend|girlfriend|son|daughter|mum|dad|father|mother)"
    r"\s+(?:\w+\s+)?(?:hits|hit|beats|beat up|hurts|punches|strangles|chokes|threatens)"
    r"\s+me\b(?! at\b)",
    r"(?:hits|beats|punches|strangles|threatens|abuses|is hurting|is abusing) me\b(?! at\b)",
    r"(?:scared|afraid|frightened) of (?:him|my (?:partner|husband|wife|boyfriend|girlfriend"
    r"|ex|son|daughter|dad|father|mum|mother))\b(?!'s)(?! (?:driving|cooking))",
    r"domestic (?:violence|abuse)",
    r"(?:family|whānau|whanau) violence",
    r"(?:not|never|don'?t feel|do not feel) safe (?:at home|with (?:him|her|them))",
    r"(?:was|been|being) raped",
    r"sexual(?:ly)? (?:assault|abuse)\w*",
)
DANGER = re.compile(rf"(?<!\w)(?:{'|'.join((*SELF_HARM, *HURT_BY_SOMEBODY))})", re.IGNORECASE)


def may_be_in_danger(text: str) -> bool:
    """
    >>> may_be_in_danger("Some days I want to die"), may_be_in_danger("I'm dying to try salsa")
    (True, False)
    """
    return DANGER.search(text.replace("’", "'")) is not None
