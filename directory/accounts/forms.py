"""The invitation, as it is filled in."""

from collections.abc import Sequence
from typing import Any

from wtforms import Field, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from directory.accounts.actions import Invitation
from directory.accounts.roles import ROLE_WORDS
from directory.listings.checks import FieldRefused, clean_email, clean_name
from directory.models.account import RoleName
from directory.models.organisation import Practice
from directory.web.form import Form

NO_PRACTICE = ""


class InviteForm(Form):
    name = StringField("Name")
    email = StringField("Email address")
    roles = SelectMultipleField("What they will do here")
    practice = SelectField("Practice", default=NO_PRACTICE)

    def __init__(
        self, *args: Any, roles: Sequence[RoleName], practices: Sequence[Practice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.roles.choices = [SelectChoice(name.value, ROLE_WORDS[name]) for name in roles]
        self.practice.choices = [SelectChoice(NO_PRACTICE, "No practice")] + [
            SelectChoice(practice.id, practice.name) for practice in practices
        ]

    def validate_name(self, field: Field) -> None:
        try:
            field.data = clean_name("name", field.data or "")
        except FieldRefused as error:
            raise ValidationError("Enter their name, in 200 letters or fewer") from error

    def validate_email(self, field: Field) -> None:
        try:
            field.data = clean_email("email", field.data or "")
        except FieldRefused:
            field.data = field.data or ""
            raise ValidationError("Enter an email address such as name@example.org") from None
        if not field.data:
            raise ValidationError("Enter their email address")

    def validate_roles(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Choose what they will do here")

    def invitation(self) -> Invitation:
        """Only of a form that is valid."""
        return Invitation(
            email=self.email.data or "",
            name=self.name.data or "",
            roles=frozenset(RoleName(name) for name in self.roles.data or ()),
            practice_id=self.practice.data or None,
        )
