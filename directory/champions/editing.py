"""Puts the form together for whoever is signed in, and turns it into facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from directory.champions.actions import organisation_id_for
from directory.champions.current import facts_of
from directory.champions.forms import USUAL_LANGUAGES, ListingForm, listing_form
from directory.champions.new_facts import Circumstances, facts_from
from directory.champions.prefill import answers_of, blank_answers
from directory.champions.presenters import assurer_words, version_of
from directory.champions.queries import own_organisations, practice_of
from directory.champions.sections import ANOTHER
from directory.config import ZONES
from directory.listings.facts import ListingFacts
from directory.models.account import Account
from directory.models.listing import Listing
from directory.models.organisation import Practice
from directory.models.vocabulary import Region
from directory.places.gazetteer import Choices, Found, Unknown

Find = Callable[[str, Region], Found | Choices | Unknown]


@dataclass(frozen=True, slots=True)
class Editing:
    """One person at work on one listing; ``listing`` is None while it is new."""

    session: Session
    account: Account
    listing: Listing | None
    site_region: Region

    @property
    def practice(self) -> Practice | None:
        """Whose champions may be said to run it: the one that does, or the account's own."""
        if self.listing is not None and self.listing.practice is not None:
            return self.listing.practice
        return practice_of(self.session, self.account)

    @property
    def region(self) -> Region:
        if self.listing is not None:
            return self.listing.region
        return self.practice.region if self.practice else self.site_region

    @property
    def before(self) -> ListingFacts | None:
        return facts_of(self.listing) if self.listing is not None else None

    def form(self, posted: MultiDict[str, str] | None = None) -> ListingForm:
        current = self.listing.organisation_id if self.listing is not None else None
        organisations = own_organisations(self.session, self.account, current)
        if self.listing is None:
            first = organisations[0].id if organisations else None
            answers = blank_answers(organisation_id=first, is_hosted=self.practice is not None)
        else:
            answers = answers_of(
                facts_of(self.listing),
                version=version_of(self.listing),
                is_hosted=self.listing.practice_id is not None,
                usual_languages=USUAL_LANGUAGES[self.region],
            )
        return listing_form(posted, answers, organisations=organisations, region=self.region)

    def is_valid(self, form: ListingForm, find: Find) -> bool:
        region = self.region
        return form.validate(lambda text: find(text, region), region=region, before=self.before)

    def facts(self, form: ListingForm, *, now: datetime) -> ListingFacts:
        """Of a valid form. May make the organisation that it names."""
        zone: ZoneInfo = ZONES[self.region]
        circumstances = Circumstances(
            organisation_id=self._organisation_id(form),
            region=self.region,
            practice_id=self._practice_id(form),
            assured_by=assurer_words(self.account, practice_of(self.session, self.account)),
            is_demonstration=self.account.is_demonstration,
            today=now.astimezone(zone).date(),
        )
        return facts_from(form, circumstances, self.before)

    def is_out_of_date(self, form: ListingForm) -> bool:
        """True where the listing was saved by somebody after this form was opened."""
        return self.listing is not None and form.edit.version.data != version_of(self.listing)

    def _organisation_id(self, form: ListingForm) -> str:
        if form.what.organisation.data != ANOTHER:
            return str(form.what.organisation.data)
        name = form.what.new_organisation.data or ""
        return organisation_id_for(self.session, name, self.region)

    def _practice_id(self, form: ListingForm) -> str | None:
        practice = self.practice
        return practice.id if practice is not None and form.what.is_hosted.data else None
