"""The form in which a worker tells of one person's situation. Nothing of it is kept."""

from flask_wtf import FlaskForm
from wtforms import (
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from directory.listings.languages import language_code
from directory.matching.shapes import Must, Travel

TRAVEL = (
    (Travel.WALK.value, "On foot"),
    (Travel.BUS.value, "By bus"),
    (Travel.CAR.value, "By car"),
    ("", "Not said"),
)
FURTHEST = (
    ("", "No limit given"),
    ("1", "1 km"),
    ("2", "2 km"),
    ("5", "5 km"),
    ("10", "10 km"),
    ("25", "25 km"),
)
MUSTS = (
    (Must.STEP_FREE.value, "Step-free"),
    (Must.FREE.value, "Free"),
    (Must.WOMEN_ONLY.value, "Women only"),
    (Must.MEN_ONLY.value, "Men only"),
    (Must.EVENINGS.value, "Evenings"),
    (Must.WEEKENDS.value, "Weekends"),
    (Must.ONLINE.value, "Online"),
    (Must.HOME_VISIT.value, "Comes to the home"),
    (Must.CHILD_WELCOME.value, "Children can come too"),
    (Must.CARER_WELCOME.value, "A carer can come too"),
    (Must.SELF_INTRODUCTION.value, "Can get in touch without a referral"),
)
DAYS = (
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
)
PARTS = (("am", "morning"), ("pm", "afternoon"), ("eve", "evening"))
SLOTS = tuple(
    (f"{day}-{part}", f"{day_name} {part_name}")
    for day, day_name in DAYS
    for part, part_name in PARTS
)
LONGEST_SITUATION = 20_000


class CheckboxesField(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class SituationForm(FlaskForm):
    """CSRF is checked for every signed-in request, so the form itself need not."""

    class Meta:
        csrf = False

    what_matters = TextAreaField(
        "What matters to them?",
        [Length(max=LONGEST_SITUATION, message="Shorten it to 20,000 characters or fewer")],
        description="Their own words are best. Leave out names and anything that could tell "
        "somebody who they are.",
    )
    place = StringField(
        "Where do they live?",
        [Length(max=200, message="Give a suburb, town or postcode")],
        description="A suburb, town or postcode. Not their address.",
    )
    place_choice = RadioField("Which one?", choices=[], validate_choice=False)
    travel = RadioField("How do they get about?", choices=TRAVEL, default="")
    max_km = SelectField("How far can they go?", choices=FURTHEST, default="")
    age = IntegerField(
        "Age",
        [Optional(), NumberRange(0, 120, message="Give an age between 0 and 120")],
        description="If you know it",
    )
    times = CheckboxesField("When can they come?", choices=SLOTS)
    languages = StringField(
        "Languages they are at home in",
        [Length(max=200, message="Shorten this list of languages")],
        description="With commas between, for example: Samoan, English",
    )
    must = CheckboxesField("What has to be so?", choices=MUSTS)
    terms = CheckboxesField("Interests and needs", choices=[], validate_choice=False)
    avoid = StringField(
        "Anything to avoid?",
        [Length(max=500, message="Shorten this to 500 characters or fewer")],
        description="With commas between, for example: church, big groups",
    )

    def validate_age(self, field: IntegerField) -> None:
        # WTForms' own words for a text that is no number do not say what to do.
        if field.process_errors:
            field.process_errors = ["Give the age as a number, for example 67"]

    def validate_languages(self, field: StringField) -> None:
        for name in split(field.data):
            if language_code(name) is None:
                raise LanguageUnknown(name)

    @property
    def is_empty(self) -> bool:
        return not (self.what_matters.data or "").strip() and not self.terms.data


class LanguageUnknown(ValueError):
    """A language that is not on the list."""

    def __init__(self, name: str) -> None:
        super().__init__(f"We do not know the language “{name}”. Check how it is spelt.")


def split(text: str | None) -> list[str]:
    """
    >>> split("Samoan,  English,,")
    ['Samoan', 'English']
    """
    return [part.strip() for part in (text or "").split(",") if part.strip()]


