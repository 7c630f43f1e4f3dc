"""The sections of the form that say what a listing is, whom it is for, and how to join."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import (
    BooleanField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from directory.champions.fields import (
    Checked,
    MoneyField,
    WholeNumberField,
    long_text,
    short_text,
    yes_no_form,
)
from directory.listings import checks, words
from directory.listings.languages import language_code
from directory.matching.taxonomy import taxonomy
from directory.models.organisation import Organisation
from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
)
from directory.web.form import Form

ANOTHER = "another"
MOST_LINES = 12
KIND_HINTS = {
    ListingKind.GROUP: "people who meet again and again",
    ListingKind.ACTIVITY: "something to do, such as a walk or a class",
    ListingKind.SERVICE: "help from an organisation",
    ListingKind.HELPLINE: "somebody to ring",
}
# Conditions are what a group helps with; nobody goes to "do" one. The other way round for doing.
NOT_DONE = {"body"}
NOT_HELPED = {"arts", "move", "nature", "give"}


class WhatForm(Form):
    name = StringField("What is it called?", validators=[Checked(checks.clean_name)])
    kind = RadioField(
        "What is it?",
        choices=[SelectChoice(kind.value, words.KINDS[kind]) for kind in KIND_HINTS],
        validate_choice=False,
    )
    organisation = RadioField("Who runs it?", default=ANOTHER)
    new_organisation = StringField("Its name", validators=[Checked(short_text)])
    is_hosted = BooleanField("My practice’s champions run this")
    description = TextAreaField("What do people do there?", validators=[Checked(long_text)])
    first_visit = TextAreaField(
        "What happens the first time somebody comes?", validators=[Checked(long_text)]
    )
    modes = SelectMultipleField(
        "How does it happen?", choices=[SelectChoice(m.value, words.MODES[m]) for m in Mode]
    )

    def __init__(
        self, *args: Any, organisations: Sequence[Organisation] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known = [SelectChoice(organisation.id, organisation.name) for organisation in organisations]
        self.organisation.choices = [*known, SelectChoice(ANOTHER, "Somebody else")]

    def validate_kind(self, field: Field) -> None:
        if field.data not in set(ListingKind):
            raise ValidationError("Choose what kind of thing it is")

    def validate_new_organisation(self, field: Field) -> None:
        if self.organisation.data == ANOTHER and not field.data:
            raise ValidationError("Enter the name of the people or organisation who run it")
        if len(field.data or "") > checks.LONGEST_NAME:
            raise ValidationError(f"Use {checks.LONGEST_NAME} letters or fewer")

    def validate_description(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Say in a sentence or two what people do there")

    def validate_modes(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Tick at least one")


class WhoForm(Form):
    min_age = WholeNumberField("From age", validators=[Optional()])
    max_age = WholeNumberField("Up to age", validators=[Optional()])
    gender = RadioField(
        "Who may come?",
        choices=[
            *(SelectChoice(g.value, words.GENDERS[g]) for g in Gender),
            SelectChoice("", "Don’t know"),
        ],
        default="",
    )
    audience_for = TextAreaField("Especially for", validators=[Checked(long_text)])
    audience_not_for = TextAreaField("Not for", validators=[Checked(long_text)])
    languages = SelectMultipleField("Languages spoken there")
    other_languages = StringField("Other languages", validators=[Checked(short_text)])

    def validate_min_age(self, field: Field) -> None:
        _check_age(field)

    def validate_max_age(self, field: Field) -> None:
        _check_age(field)
        low, high = self.min_age.data, field.data
        if low is not None and high is not None and low > high:
            raise ValidationError("This age is below the first one. Change one of them")

    def validate_audience_for(self, field: Field) -> None:
        _check_lines(field)

    def validate_audience_not_for(self, field: Field) -> None:
        _check_lines(field)

    def validate_other_languages(self, field: Field) -> None:
        for name in names_in(field.data or ""):
            if language_code(name) is None:
                raise ValidationError(
                    f"We don’t know the language “{name[:40]}”. Write its name in English"
                )


class CostForm(Form):
    cost = RadioField(
        "What does it cost?",
        choices=[
            SelectChoice(CostKind.FREE.value, "Free"),
            SelectChoice(CostKind.DONATION.value, "Give what you can"),
            SelectChoice(CostKind.PAID.value, "There is a charge"),
            SelectChoice("", "Don’t know"),
        ],
        default="",
    )
    cost_amount = MoneyField("How much each time?", validators=[Optional()])
    cost_note = StringField("Anything to add about the cost", validators=[Checked(short_text)])


class JoiningForm(Form):
    joining = SelectMultipleField(
        "How do people join?",
        choices=[SelectChoice(way.value, words.JOINING[way]) for way in Joining],
    )
    joining_note = StringField("Anything to add about joining", validators=[Checked(short_text)])
    capacity = SelectField(
        "Is there room?",
        choices=[
            SelectChoice("", "Don’t know"),
            *(SelectChoice(c.value, words.CAPACITY[c]) for c in CapacityStatus),
        ],
        default="",
    )
    places_left = WholeNumberField("How many more could come?", validators=[Optional()])
    phone = StringField("Telephone", validators=[Checked(checks.clean_phone)])
    email = StringField("Email", validators=[Checked(checks.clean_email)])
    website = StringField("Web page", validators=[Checked(checks.clean_website)])


AccessForm = yes_no_form(Access, lambda name: words.ACCESS[name])
FeatureForm = yes_no_form(Feature, lambda name: words.FEATURES[name][0])


def _terms_form(left_out: set[str]) -> type[Form]:
    """One field of boxes for each domain of the taxonomy."""
    known = taxonomy()
    fields = {
        domain.id: SelectMultipleField(
            domain.label,
            choices=[
                SelectChoice(term.id, term.label)
                for term in known.terms
                if term.domain == domain.id
            ],
        )
        for domain in known.domains
        if domain.id not in left_out
    }
    return type("TermsForm", (Form,), fields)


OffersForm = _terms_form(NOT_DONE)
ServesForm = _terms_form(NOT_HELPED)


def lines_in(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def names_in(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _check_age(field: Field) -> None:
    try:
        checks.clean_age(field.name, field.data)
    except checks.FieldRefused as error:
        raise ValidationError("Enter an age from 0 to 120") from error


def _check_lines(field: Field) -> None:
    lines = lines_in(field.data or "")
    if len(lines) > MOST_LINES or any(len(line) > checks.LONGEST_NAME for line in lines):
        raise ValidationError(f"Write up to {MOST_LINES} short lines, one for each group of people")
