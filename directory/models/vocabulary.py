"""The closed sets of values that listings are described with."""

from enum import StrEnum


class Region(StrEnum):
    """Where a deployment or a listing is; decides zone, holidays, crisis lines and roles."""

    NZ = "nz"
    ENGLAND = "england"


class ListingKind(StrEnum):
    SERVICE = "service"
    GROUP = "group"
    ACTIVITY = "activity"
    HELPLINE = "helpline"


class ListingStatus(StrEnum):
    """Where a listing stands. Only ``LIVE`` is shown to the public."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    LIVE = "live"
    HIDDEN = "hidden"


class Mode(StrEnum):
    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"
    HOME = "home"


class Reach(StrEnum):
    LOCAL = "local"
    AREA = "area"
    NATIONAL = "national"


class Gender(StrEnum):
    ANY = "any"
    WOMEN = "women"
    MEN = "men"


class CostKind(StrEnum):
    FREE = "free"
    DONATION = "donation"
    PAID = "paid"


class Joining(StrEnum):
    DROP_IN = "drop_in"
    SELF = "self"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"


class CapacityStatus(StrEnum):
    OPEN = "open"
    WAITLIST = "waitlist"
    FULL = "full"


class Access(StrEnum):
    """What a place has for getting in and being comfortable."""

    STEP_FREE = "step_free"
    ACCESSIBLE_TOILET = "accessible_toilet"
    PARKING = "parking"
    BUS_NEARBY = "bus_nearby"
    HEARING_LOOP = "hearing_loop"
    QUIET_SPACE = "quiet_space"
    SEATING = "seating"
    DEMENTIA_FRIENDLY = "dementia_friendly"
    AUTISM_FRIENDLY = "autism_friendly"
    SIGN_LANGUAGE = "sign_language"
    CHANGING_PLACE = "changing_place"
    BABY_CHANGING = "baby_changing"


class Feature(StrEnum):
    """What a listing welcomes or brings, wherever it meets."""

    CHILD_WELCOME = "child_welcome"
    CARER_WELCOME = "carer_welcome"
    ACCOMPANIED_FIRST_VISIT = "accompanied_first_visit"
    ONE_TO_ONE = "one_to_one"
    INTERPRETER = "interpreter"
    ALCOHOL_FREE = "alcohol_free"
    TRANSPORT = "transport"
    DOGS_WELCOME = "dogs_welcome"


class TermRelation(StrEnum):
    """Whether a person can do it there (offers) or is helped with it there (serves)."""

    OFFERS = "offers"
    SERVES = "serves"


class AudienceSide(StrEnum):
    FOR = "for"
    NOT_FOR = "not_for"
