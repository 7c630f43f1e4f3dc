"""What somebody may tell the public search. All of it is optional, and none of it is kept."""

from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from directory.matching.shapes import Travel
from directory.search.filters import FILTERS, KINDS
from directory.web.form import Form

TRAVEL = (
    SelectChoice("", "It doesn't matter"),
    SelectChoice(Travel.WALK.value, "On foot"),
    SelectChoice(Travel.BUS.value, "By bus"),
    SelectChoice(Travel.CAR.value, "By car"),
)
FIT, DISTANCE, SOONEST = "fit", "distance", "soonest"
SORTS = (
    SelectChoice(FIT, "Best fit"),
    SelectChoice(DISTANCE, "Nearest"),
    SelectChoice(SOONEST, "Soonest"),
)
FIRST_SHOWN = 12
LONGEST_PLACE = 200


class SearchForm(Form):
    """Public: it changes nothing, so it needs no token and sets no cookie."""

    what_matters = TextAreaField("What matters to you?")
    place = StringField("Where do you live?")
    place_choice = StringField("Which one?")
    travel = RadioField("How do you get about?", choices=TRAVEL, default="")
    age = IntegerField(
        "How old are you?",
        [Optional(), NumberRange(0, 120, message="Give your age as a number from 0 to 120")],
    )
    keep = SelectMultipleField(
        "Show only", choices=[SelectChoice(each.key, each.label) for each in FILTERS]
    )
    kind = SelectMultipleField(
        "What sort of thing", choices=[SelectChoice(*each) for each in KINDS.items()]
    )
    far = BooleanField("Look further away too")
    sort = RadioField("Put first", choices=SORTS, default=FIT)
    shown = IntegerField("How many to show", [Optional()], default=FIRST_SHOWN)
    without = StringField("Leave out this choice")

    def validate_age(self, field: IntegerField) -> None:
        # WTForms' own words for a text that is no number do not say what to do.
        if field.process_errors:
            field.errors = ["Give your age as a number, for example 67"]

    @property
    def can_be_put_right(self) -> bool:
        """Whether the person wrote what is wrong; a choice that was never offered is not theirs."""
        return set(self.errors) <= {self.age.name}

    @property
    def place_text(self) -> str:
        """The place to look for: one that was chosen from a list comes before what was typed."""
        return (self.place_choice.data or self.place.data or "").strip()

    @property
    def kept(self) -> frozenset[str]:
        """The filters that are on; ``without`` takes one off."""
        return frozenset(self.keep.data or ()) - {self.without.data}

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.kind.data or ()) - {self.without.data}
