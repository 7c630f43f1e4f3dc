"""What weighs on somebody and is said plainly: being alone, grief, a body that will not do."""

import re

_ANYONE = (
    r"(?:anyone|anybody|any\ one|a\ soul|another\ soul|no[\s-]?one|nobody|people|any\ friends)"
)
_MEETING = (
    r"(?:see|seen|seeing|speak(?:ing)?\ (?:to|with)|talk(?:ing)?\ (?:to|with)|meet|spoken\ to)"
)
_HOME = r"(?:house|flat|home|place|evenings?|nights?|days)"
_LONELY = re.compile(
    rf"""\b(?:
      (?:don['’]?t|doesn['’]?t|do\ not|does\ not|haven['’]?t|hasn['’]?t|never|hardly|rarely|seldom
        |scarcely|without)\ (?:ever\ |really\ |even\ |get\ to\ )*{_MEETING}\ {_ANYONE}
        (?!\ (?:about|who|that)\b)
    | (?:see|sees|speaks?\ to|talks?\ to|meets?)\ (?:hardly\ |almost\ )?(?:no[\s-]?one|nobody)
    | (?:no[\s-]?one|nobody|not\ a\ soul|(?:do|have|has|does)n['’]?t\ (?:have\ |got\ )?anyone)
        \ (?:left\ |else\ |here\ )?to\ (?:talk|speak|chat|sit|be|share)\b(?!\ (?:to|with)\ about\b)
    | (?:nobody|no[\s-]?one)\ (?:ever\ )?(?:calls|comes|visits|rings|phones|drops|pops)\b
    | (?:have|has|got|have\ got)\ (?:no|hardly\ any)\ (?:friends|company)
    | (?:don['’]?t|doesn['’]?t)\ (?:really\ )?know\ {_ANYONE}
        (?:\ (?:here|round|in)\b|\s*$|(?=[.,;]))
    | (?:alone|on\ (?:my|our|his|her|their|your)\ own)\ (?:all|every|most|day|too|so\ much
        |a\ lot|now|at\ night|in\ the\ (?:house|evenings?))\b
    | {_HOME}(?:['’]s|\ is|\ are|\ feels?|\ has\ gone|\ gets?|\ seems?)
        \ (?:so|too|very|that|awful(?:ly)?|terribly|just)?\ ?(?:quiet|empty|silent|lonely)
    | lonely | lonesome | loneliness | four\ walls
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GRIEF = re.compile(
    r"\b(?:died|passed away|bereave\w*|widow\w*|griev\w+|grief|funeral|buried)\b"
    r"|\b(?:lost|losing) (?:my|our|his|her|their) (?:wife|husband|partner|mum|mam|dad|mother"
    r"|father|son|daughter|sister|brother|friend|baby)\b",
    re.IGNORECASE,
)

_LIMB = (
    r"(?:knees?|hips?|back|legs?|feet|foot|ankles?|joints?|shoulders?|hands|wrists?|neck"
    r"|body|balance)"
)
_TROUBLED = (
    r"(?:bad|sore|stiff|ach\w+|hurt\w*|painful|shot|gone|going|giv\w+\ (?:up|out|way)|swollen|weak"
    r"|knackered|worn|poor|playing\ up|not\ (?:so\ |too\ |very\ )?(?:good|great|what)|no\ good"
    r"|kill\w*|dodgy|troubl\w+|seiz\w+|terrible|awful)"
)
_COMPLAINT = re.compile(
    rf"""\b(?:
      (?:my|his|her|their|the)\ (?:\w+\ )?{_LIMB}(?:['’]s|['’]re)?
        \ (?:(?:is|are|was|were|has|have|keeps?|feels?|been|got|get|all|so|very|really|too|both
        |quite|pretty|just|always|often|me|a\ bit)\ ){{0,3}}{_TROUBLED}
    | (?:bad|sore|dodgy|stiff|weak|gammy|painful|aching)\ {_LIMB}
    | (?:can['’]?t|cannot|can\ not|not\ able\ to|unable\ to)\ (?:walk|stand|bend|kneel|climb)
        \ (?:very\ |too\ )?(?:far|long|for|much|down|up|the\ stairs|stairs|well)
    | arthritis | rheumatism | sciatica | unsteady | (?:out|short)\ of\ breath | breathless
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_lonely(sentence: str) -> bool:
    """Whether it says plainly that somebody is too much alone.

    >>> is_lonely("The house is so quiet"), is_lonely("I see my friends on Fridays")
    (True, False)
    """
    return bool(_LONELY.search(sentence))


def grieves(sentence: str) -> bool:
    """Whether it tells of a death.

    >>> grieves("Since my wife died"), grieves("My wife is a nurse")
    (True, False)
    """
    return bool(_GRIEF.search(sentence))


def complains_of_body(sentence: str) -> bool:
    """Whether it tells of a body that makes moving hard; an illness by name is no complaint.

    >>> complains_of_body("My knees are bad"), complains_of_body("I'm good with my hands")
    (True, False)
    """
    return bool(_COMPLAINT.search(sentence))
