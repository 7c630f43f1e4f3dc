"""Listings as a calendar file that phones and computers read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from directory.listings import words
from directory.listings.rules import UNUSABLE, RuleUnreadable, check_rule, is_sensible_day
from directory.listings.times import end_of, sessions_of
from directory.models.listing import Listing
from directory.models.schedule import Schedule

MAKER = "-//What Matters//What Matters//EN"


def calendar_file(listings: Iterable[Listing], *, site_url: str) -> bytes:
    """Every session of the listings, repeating as they do. They must have been read whole."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "What Matters")
    for listing in listings:
        for event in _events(listing, site_url):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _events(listing: Listing, site_url: str) -> Iterator[Event]:
    for schedule in listing.schedules:
        try:
            event = _first_event(listing, schedule, site_url)
        except (RuleUnreadable, *UNUSABLE):
            # One rule that cannot be written must not keep the rest of a list from anybody.
            continue
        if event is not None:
            yield event


def _first_event(listing: Listing, schedule: Schedule, site_url: str) -> Event | None:
    """Repeats as the schedule does. None where it never happens, or on no day that can be."""
    if not is_sensible_day(schedule.starts_on):
        return None
    zone = ZoneInfo(schedule.timezone)
    begin = datetime.combine(schedule.starts_on, time.min, tzinfo=zone)
    start = next(sessions_of(schedule, after=begin), None)
    if start is None:
        return None
    event = _event(listing, schedule, start, site_url)
    # Some rules can be read and then not be written.
    event.to_ical()
    return event


def _event(listing: Listing, schedule: Schedule, start: datetime, site_url: str) -> Event:
    event = Event()
    event.add("uid", f"{schedule.id}@whatmatters")
    event.add("dtstamp", listing.updated_at)
    event.add("summary", listing.name)
    event.add("dtstart", start)
    event.add("dtend", end_of(start, schedule) or start + timedelta(hours=1))
    if schedule.rrule:
        event.add("rrule", _recurrence(schedule))
    for day in sorted(each.on for each in schedule.exceptions if is_sensible_day(each.on)):
        event.add("exdate", datetime.combine(day, schedule.starts_at, tzinfo=start.tzinfo))
    event.add("location", _location(listing, schedule))
    event.add("description", _description(listing, schedule))
    event.add("url", f"{site_url}/listings/{listing.id}")
    return event


def _recurrence(schedule: Schedule) -> vRecur:
    """The rule; its last day becomes an instant in UTC, as the standard wants beside a zone."""
    rule: vRecur = vRecur.from_ical(check_rule(schedule.rrule))
    until = rule.get("UNTIL", [None])[0]
    if until is not None:
        day = until.date() if isinstance(until, datetime) else until
        end = datetime.combine(day, time(23, 59, 59), tzinfo=ZoneInfo(schedule.timezone))
        rule["UNTIL"] = [end.astimezone(UTC)]
    return rule


def _location(listing: Listing, schedule: Schedule) -> str:
    place = next((each for each in listing.places if each.id == schedule.place_id), None)
    return words.address(place) if place else words.where(listing)


def _description(listing: Listing, schedule: Schedule) -> str:
    parts = (
        schedule.note,
        listing.first_visit,
        words.cost(listing),
        listing.phone and f"Phone: {listing.phone}",
    )
    return "\n".join(part for part in parts if part)
