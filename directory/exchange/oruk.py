"""One service of Open Referral UK 3.0 or HSDS 3.0, as a row. Both have the same shape."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from directory.exchange.kept import Kept, clean_id, region_of
from directory.exchange.naming import kind_of, slug
from directory.exchange.oruk_cost import cost_of
from directory.exchange.oruk_place import OrukPlace, mode_of_attendance, places_of
from directory.exchange.oruk_schedule import Timetable, timetable_of
from directory.exchange.row import Context, Read, Refusal, Row
from directory.exchange.term import is_need, term_named
from directory.exchange.value import Entry, date_of, entries_of, entry_of, number_of, text_of
from directory.listings import checks
from directory.listings.facts import AreaFacts, ListingFacts, OrganisationFacts
from directory.listings.languages import language_code
from directory.models.vocabulary import Mode, Reach, Region

NOT_RUNNING = frozenset({"inactive", "defunct", "temporarily closed"})
WHOLE_COUNTRIES = frozenset(
    {"national", "nationwide", "england", "uk", "united kingdom", "great britain", "new zealand"}
)


def read_services(services: Iterable[Entry], context: Context) -> Iterator[Read]:
    for number, service in enumerate(services, start=1):
        yield service_row(number, service, context)


def service_row(number: int, service: Entry, context: Context) -> Read:
    """The row, or why it is refused. No person's name or own address is ever read."""
    try:
        return _row(number, service, context)
    except checks.FieldRefused as error:
        return Refusal(number, error.field, error.reason)


def _row(number: int, service: Entry, context: Context) -> Row:
    kept = Kept(number)
    id = clean_id("id", text_of(service, "id"))
    listing = _listing(service, kept, context)
    return Row(
        number,
        id,
        _organisation(service, listing, kept),
        _with_area(_with_terms(listing, service), service, kept),
        is_live=text_of(service, "status").casefold() not in NOT_RUNNING,
        remarks=kept.remarks,
    )


def _listing(service: Entry, kept: Kept, context: Context) -> ListingFacts:
    name = checks.clean_name("name", text_of(service, "name"))
    places = places_of(service, kept)
    times = timetable_of(service, places, kept, context.today)
    cost = cost_of(service, context.today)
    ages = kept.ages(number_of(service, "minimum_age"), number_of(service, "maximum_age"))
    return ListingFacts(
        organisation_id="",
        kind=kind_of(name),
        region=_region(places, context),
        name=name,
        description=kept.text("description", _description(service, times)),
        website=kept.website(text_of(service, "url")),
        email=_email(service, kept),
        phone=kept.phone(_phone(service)),
        joining_note=kept.text("application_process", text_of(service, "application_process")),
        modes=_modes(service, places),
        places=tuple(place.facts for place in places),
        schedules=times.schedules,
        cost=cost.kind,
        cost_amount=cost.amount,
        cost_note=kept.text("fees", cost.note),
        min_age=ages[0],
        max_age=ages[1],
        languages=_languages(service),
        assured_on=date_of(service, "assured_date"),
    )


def _region(places: list[OrukPlace], context: Context) -> Region:
    country = next((place.country for place in places if place.country), "")
    points = ((place.facts.lat, place.facts.lng) for place in places)
    lat, lng = next((point for point in points if point[0] is not None), (None, None))
    return region_of(country, lat, lng, default=context.region)


def _description(service: Entry, times: Timetable) -> str:
    return "\n\n".join(
        dict.fromkeys(
            text
            for text in (
                text_of(service, "description"),
                text_of(service, "eligibility_description"),
                text_of(service, "alert"),
                *times.words,
            )
            if text
        )
    )


def _organisation(service: Entry, listing: ListingFacts, kept: Kept) -> OrganisationFacts:
    organisation = entry_of(service, "organization")
    named = text_of(organisation, "name")
    if not named:
        kept.remark("organization", "not named, so the name of the service stands for it")
    named = checks.clean_name("organization", named or listing.name)
    id = text_of(organisation, "id") or text_of(service, "organization_id")
    return OrganisationFacts(
        name=named,
        region=listing.region,
        description=kept.text("organization", text_of(organisation, "description")),
        website=kept.website(text_of(organisation, "website", "url")),
        source_id=kept.line("organization", id) or slug(named) or named,
    )


def _phone(service: Entry) -> str:
    """The first number that is given, the service's own before anybody's."""
    organisation = entry_of(service, "organization")
    at_places = entries_of(service, "service_at_locations")
    holders = [
        service,
        *at_places,
        *(entry_of(at, "location") for at in at_places),
        *entries_of(service, "contacts"),
        organisation,
        *entries_of(organisation, "contacts"),
    ]
    numbers = (
        text_of(phone, "number").strip('" ')
        for holder in holders
        for phone in entries_of(holder, "phones")
    )
    return next((number for number in numbers if number), "")


def _email(service: Entry, kept: Kept) -> str:
    """The service's address, unless it is plainly that of a person who is named as its contact."""
    email = kept.email(text_of(service, "email"))
    own = email.partition("@")[0].casefold()
    people = [text_of(contact, "name") for contact in entries_of(service, "contacts")]
    if any(word in own for person in people for word in person.casefold().split() if len(word) > 2):
        kept.remark("email", "left out: it is the address of a person")
        return ""
    return email


def _modes(service: Entry, places: list[OrukPlace]) -> frozenset[Mode]:
    said = [text_of(schedule, "attending_type") for schedule in entries_of(service, "schedules")]
    types = [
        text_of(entry_of(at, "location"), "location_type")
        for at in entries_of(service, "service_at_locations")
    ]
    modes = {mode for text in said for mode in mode_of_attendance(text)}
    if "virtual" in types:
        modes.add(Mode.ONLINE)
    return frozenset(modes | ({Mode.IN_PERSON} if places else set()))


def _languages(service: Entry) -> frozenset[str]:
    codes = (
        language_code(text_of(language, "code"))
        or language_code(text_of(language, "name", "language"))
        for language in entries_of(service, "languages")
        if text_of(language, "code", "name", "language")
    )
    return frozenset(code for code in codes if code)


def _with_terms(listing: ListingFacts, service: Entry) -> ListingFacts:
    named = (
        entry_of(attribute, "taxonomy_term")
        for attribute in entries_of(service, "attributes", "service_taxonomys")
    )
    found = (term_named(text_of(term, "id")) or term_named(text_of(term, "name")) for term in named)
    terms = frozenset(term for term in found if term)
    serves = frozenset(term for term in terms if is_need(term))
    return replace(listing, offers=terms - serves, serves=serves)


def _with_area(listing: ListingFacts, service: Entry, kept: Kept) -> ListingFacts:
    named = (text_of(area, "name", "service_area") for area in entries_of(service, "service_areas"))
    names = [name for name in (kept.line("service_areas", name) for name in named) if name]
    if any(name.casefold() in WHOLE_COUNTRIES for name in names):
        listing = replace(listing, reach=Reach.NATIONAL)
    return replace(listing, area=AreaFacts(names[0])) if names else listing
