"""The form in which a worker tells of one person's situation. Nothing of it is kept."""

from __future__ import annotations

from wtforms import (
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from directory.listings.checks import FieldRefused, clean_email
from directory.listings.languages import language_code
from directory.matching.homes import HomeAmbiguous, HomeUnknown, Setting, find_setting
from directory.matching.shapes import Must, Person, Travel
from directory.matching.taxonomy import taxonomy
from directory.models.vocabulary import Region
from directory.people.choices import (
    FURTHEST,
    MUSTS,
    SLOTS,
    TRAVEL,
    PickGroup,
    terms_by_domain,
    times_by_day,
)
from directory.places.gazetteer import Gazetteer
from directory.web.form import Form

LONGEST_SITUATION = 20_000
# Domains of the taxonomy that are help with something, rather than something to do.
NEED_DOMAINS = frozenset({"mind", "body", "whanau", "money", "home"})


class CheckboxesField(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class AgeField(IntegerField):
    """WTForms' own words for a text that is no number do not say what to do."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Give the age as a number, for example 67") from None


class SituationForm(Form):
    """What a worker tells. CSRF is checked for every signed-in request, so no form need do it."""

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
    travel = RadioField("How do they get about?", choices=list(TRAVEL), default="")
    max_km = SelectField("How far can they go?", choices=list(FURTHEST), default="")
    age = AgeField(
        "Age",
        [Optional(), NumberRange(0, 120, message="Give an age between 0 and 120")],
        description="If you know it",
    )
    times = CheckboxesField("When can they come?", choices=list(SLOTS))
    languages = StringField(
        "Languages they are at home in",
        [Length(max=200, message="Shorten this list of languages")],
        description="With commas between, for example: Samoan, English",
    )
    must = CheckboxesField("What has to be so?", choices=list(MUSTS))
    terms = CheckboxesField(
        "Interests and needs",
        choices=[SelectChoice(term.id, term.label) for term in taxonomy().terms],
    )
    avoid = StringField(
        "Anything to avoid?",
        [Length(max=500, message="Shorten this to 500 characters or fewer")],
        description="With commas between, for example: church, big groups",
    )

    def validate_languages(self, field: StringField) -> None:
        for name in split(field.data):
            if language_code(name) is None:
                raise LanguageUnknown(name)

    def settle(self, gazetteer: Gazetteer, *, region: Region) -> Setting | None:
        """Checks every field and finds the place; None where something is to be put right."""
        is_right = self.validate()
        setting = self._find_place(gazetteer, region)
        return setting if is_right else None

    def _find_place(self, gazetteer: Gazetteer, region: Region) -> Setting | None:
        try:
            return find_setting(gazetteer, self.place.data or "", region=region)
        except HomeUnknown as error:
            self.place.errors = [unknown_place(error)]
        except HomeAmbiguous as error:
            names = [place.name for place in error.places]
            if self.place_choice.data in names:
                self.place.data = self.place_choice.data
                return find_setting(gazetteer, self.place_choice.data, region=region)
            self.place_choice.choices = [SelectChoice(name) for name in names]
            self.place_choice.errors = [f"Choose which “{error.text}” you mean"]
        return None

    @property
    def times_by_day(self) -> list[PickGroup]:
        return times_by_day(frozenset(self.times.data or ()))

    @property
    def terms_by_domain(self) -> list[PickGroup]:
        return terms_by_domain(frozenset(self.terms.data or ()))

    @property
    def is_empty(self) -> bool:
        return not (self.what_matters.data or "").strip() and not self.terms.data


class LanguageUnknown(ValidationError):
    """A language that is not on the list."""

    def __init__(self, name: str) -> None:
        super().__init__(f"We do not know the language “{name}”. Check how it is spelt.")


def person_of(form: SituationForm, setting: Setting) -> Person:
    terms = frozenset(form.terms.data or ())
    needs = frozenset(term for term in terms if term.partition(".")[0] in NEED_DOMAINS)
    return Person(
        what_matters=(form.what_matters.data or "").strip(),
        home=setting.home,
        age=form.age.data,
        travel=Travel(form.travel.data) if form.travel.data else None,
        max_km=float(form.max_km.data) if form.max_km.data else None,
        languages=tuple(
            code for name in split(form.languages.data) if (code := language_code(name))
        ),
        must=frozenset(Must(name) for name in form.must.data or ()),
        interests=terms - needs,
        needs=needs,
        avoid=tuple(split(form.avoid.data)),
        times=frozenset(form.times.data or ()),
        country=setting.country,
    )


def unknown_place(error: HomeUnknown) -> str:
    if not error.suggestions:
        return f"We do not know “{error.text}”. Try a suburb, a town nearby or a postcode."
    names = ", ".join(error.suggestions[:3])
    return f"We do not know “{error.text}”. Did you mean {names}?"


class ByNameForm(Form):
    q = StringField(
        "Find a listing by name",
        [Length(max=200, message="Give a name of 200 characters or fewer")],
        description="A group, a service, an organisation or a phrase",
    )


class SummaryForm(Form):
    """What the worker would say, which they may change before it goes anywhere."""

    words = TextAreaField(
        "What I’d say",
        [
            InputRequired("Write something to send"),
            Length(max=LONGEST_SITUATION, message="Shorten it to 20,000 characters or fewer"),
        ],
    )
    email = StringField("Email address", [InputRequired("Give the email address to send it to")])

    def validate_email(self, field: StringField) -> None:
        try:
            field.data = clean_email("email", field.data or "")
        except FieldRefused as error:
            raise ValidationError(f"{error.reason[:1].upper()}{error.reason[1:]}") from error


def split(text: str | None) -> list[str]:
    """
    >>> split("Samoan,  English,,")
    ['Samoan', 'English']
    """
    return [part.strip() for part in (text or "").split(",") if part.strip()]
