"""Where a listing meets. The suburb or town is looked up, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wtforms import RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from directory.champions.fields import Checked, short_text
from directory.listings.facts import PlaceFacts
from directory.models.vocabulary import Region
from directory.places.gazetteer import Choices, Found, Place, Unknown
from directory.places.place import Kind
from directory.web.form import Form

# A suburb is a kilometre or two across: near enough to say how far to go. A town is not.
NEAR_ENOUGH = {Kind.POSTCODE, Kind.SUBURB}

FindPlace = Callable[[str], Found | Choices | Unknown]


class PlaceForm(Form):
    name = StringField("Name of the place", validators=[Checked(short_text)])
    address = StringField("Street address", validators=[Checked(short_text)])
    locality = StringField("Suburb or town", validators=[Checked(short_text)])
    postcode = StringField("Postcode", validators=[Checked(short_text)])
    meant = RadioField("Which one?", validators=[Optional()], validate_choice=False)

    found: Place | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meant.choices = []

    @property
    def is_used(self) -> bool:
        return any(field.data for field in (self.name, self.address, self.locality, self.postcode))

    def look_up(self, find: FindPlace, region: Region, before: PlaceFacts | None) -> bool:
        """Fills ``found``, or puts a message and choices at the field. True where it is settled.

        What is unchanged keeps the point it had, which may be more exact.
        """
        if not self.is_used or (before is not None and self._says(before)):
            return True
        text = self._text(region)
        if not text:
            self._refuse("Enter the suburb or town")
            return False
        answer = find(text)
        if isinstance(answer, Found):
            self.found = answer.place
            return True
        self._offer(answer)
        return False

    def _text(self, region: Region) -> str:
        """A New Zealand postcode can be kilometres off, an English one is a street."""
        if self.meant.data:
            return str(self.meant.data)
        parts = (self.postcode.data, self.locality.data)
        first, second = parts if region is Region.ENGLAND else reversed(parts)
        return first or second or ""

    def _offer(self, answer: Choices | Unknown) -> None:
        if isinstance(answer, Choices):
            names = tuple(place.name for place in answer.places)
            self._refuse("There are several places of that name. Choose one below")
        else:
            names = answer.suggestions
            self._refuse(
                "We don’t know that place. Choose one below, or a larger town nearby"
                if names
                else "We don’t know that place. Try a larger town nearby"
            )
        self.meant.choices = [SelectChoice(name, name) for name in names]

    def _refuse(self, message: str) -> None:
        self.locality.errors = [*self.locality.errors, message]

    def _says(self, before: PlaceFacts) -> bool:
        return (self.address.data, self.locality.data, self.postcode.data) == (
            before.address,
            before.locality,
            before.postcode,
        ) and not self.meant.data

    def facts(self, before: PlaceFacts | None) -> PlaceFacts:
        """Without access features, which are asked apart."""
        found = self.found
        if found is None:
            assert before is not None
            lat, lng, is_exact, locality = before.lat, before.lng, before.is_exact, before.locality
        else:
            lat, lng = found.lat, found.lng
            is_exact = found.kind in NEAR_ENOUGH and not found.is_coarse
            locality = str(self.meant.data or self.locality.data or found.name)
        return PlaceFacts(
            name=self.name.data or "",
            address=self.address.data or "",
            locality=locality,
            postcode=self.postcode.data or "",
            lat=lat,
            lng=lng,
            is_exact=is_exact,
        )


def place_answers(place: PlaceFacts) -> dict[str, object]:
    return {
        "name": place.name,
        "address": place.address,
        "locality": place.locality,
        "postcode": place.postcode,
    }
