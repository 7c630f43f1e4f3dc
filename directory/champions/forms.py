"""The whole form: its sections, checked together and read as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from directory.champions.fields import Checked, long_text
from directory.champions.place_form import FindPlace, PlaceForm
from directory.champions.prefill import Answers
from directory.champions.sections import (
    AccessForm,
    CostForm,
    FeatureForm,
    JoiningForm,
    OffersForm,
    ServesForm,
    WhatForm,
    WhoForm,
)
from directory.champions.time_form import TimeForm
from directory.listings.facts import ListingFacts
from directory.listings.languages import language_name
from directory.models.organisation import Organisation
from directory.models.vocabulary import Mode, Region
from directory.web.form import Form

USUAL_LANGUAGES = {
    Region.NZ: ("en", "mi", "sm", "to", "rar", "hi", "pa", "cmn", "yue", "ko", "nzs"),
    Region.ENGLAND: ("en", "pl", "ur", "pa", "bn", "ar", "fa", "ro", "so", "bfi"),
}
LEAST_TIMES = 2
MOST_TIMES = 12


class EditForm(Form):
    """What is carried along: which version was read, and the times that are left as they are."""

    version = HiddenField()
    kept_times = SelectMultipleField("Times that we keep as they are")


class SendBackForm(Form):
    version = HiddenField()
    reason = TextAreaField("What should change?", validators=[Checked(long_text)])

    def validate_reason(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Say what should change, so that they can put it right")


@dataclass(slots=True)
class ListingForm:
    """Acts as one form towards the templates: it can be looped over and has errors."""

    edit: EditForm
    what: WhatForm
    place: PlaceForm
    access: Form
    times: list[TimeForm]
    who: WhoForm
    features: Form
    offers: Form
    serves: Form
    cost: CostForm
    joining: JoiningForm
    form_errors: list[str]

    def __iter__(self) -> Iterator[Field]:
        return chain.from_iterable(self._sections())

    @property
    def errors(self) -> list[str]:
        found = [str(message) for field in self for message in field.errors]
        return self.form_errors + found

    def validate(
        self, find: FindPlace, *, region: Region, before: ListingFacts | None = None
    ) -> bool:
        """Every section is checked, so that everything wrong is said at once."""
        outcomes = [section.validate() for section in self._sections()]
        if Mode.IN_PERSON in (self.what.modes.data or ()) and not self.place.is_used:
            self.place.locality.errors = ["Enter the suburb or town where it meets"]
            return False
        place = before.places[0] if before and before.places else None
        return self.place.look_up(find, region, place) and all(outcomes)

    def _sections(self) -> list[Form]:
        return [
            self.edit,
            self.what,
            self.place,
            self.access,
            *self.times,
            self.who,
            self.features,
            self.offers,
            self.serves,
            self.cost,
            self.joining,
        ]


def listing_form(
    posted: MultiDict[str, str] | None,
    answers: Answers,
    *,
    organisations: Sequence[Organisation],
    region: Region,
) -> ListingForm:
    """``answers`` is what the listing says now; what was posted takes its place."""
    data = posted or None
    who = WhoForm(data, data=answers.who)
    who.languages.choices = [
        SelectChoice(code, language_name(code)) for code in USUAL_LANGUAGES[region]
    ]
    edit = EditForm(data, data=answers.edit)
    edit.kept_times.choices = [SelectChoice(key, words) for key, words in answers.kept_times]
    return ListingForm(
        edit=edit,
        what=WhatForm(data, data=answers.what, organisations=organisations),
        place=PlaceForm(data, prefix="place-", data=answers.place),
        access=AccessForm(data, prefix="access-", data=answers.access),
        times=_time_forms(data, answers),
        who=who,
        features=FeatureForm(data, prefix="feature-", data=answers.features),
        offers=OffersForm(data, prefix="offers-", data=answers.offers),
        serves=ServesForm(data, prefix="serves-", data=answers.serves),
        cost=CostForm(data, data=answers.cost),
        joining=JoiningForm(data, data=answers.joining),
        form_errors=[],
    )


def _time_forms(posted: MultiDict[str, str] | None, answers: Answers) -> list[TimeForm]:
    """A row for each time there is, and always an empty one."""
    rows = max(len(answers.times) + 1, LEAST_TIMES)
    if posted:
        rows = max(
            (number + 1 for number in range(MOST_TIMES) if f"time-{number}-every" in posted),
            default=rows,
        )
    return [
        TimeForm(
            posted,
            prefix=f"time-{number}-",
            data=answers.times[number] if number < len(answers.times) else {},
            places=answers.place_names,
        )
        for number in range(min(rows, MOST_TIMES))
    ]
