"""The link worker's page: one person's situation in, a few good options out. Nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, jsonify, render_template, request, url_for

from directory.listings.cards import card_of
from directory.listings.queries import live_listings
from directory.matching.engine import matching_engine
from directory.matching.homes import Setting
from directory.models.account import RoleName
from directory.people.actions import MailNotSent, send_summary
from directory.people.forms import ByNameForm, SituationForm, SummaryForm, person_of
from directory.people.presenters import Findings, cards_of, findings, summary
from directory.people.queries import found_for
from directory.places.site import places
from directory.safety.danger_words import may_be_in_danger
from directory.web.access import for_roles, signed_in_account
from directory.web.clock import now
from directory.web.context import show_help_in
from directory.web.database import db_session
from directory.web.settings import current_settings

people = Blueprint("people", __name__, url_prefix="/find")
workers_only = for_roles(RoleName.LINK_WORKER, RoleName.COORDINATOR)

Page = str | tuple[str, int]
MOST_SHORTLISTED = 20
TOKEN = "csrf_token"  # noqa: S105  the name of a field


@people.get("")
@workers_only
def start() -> Page:
    return render_template("people/start.html", form=SituationForm(), by_name=ByNameForm())


@people.post("")
@workers_only
def find() -> Page:
    form = SituationForm(request.form)
    setting = form.settle(places(), region=current_settings().region)
    if setting is None:
        return render_template("people/start.html", form=form, by_name=ByNameForm()), 422
    show_help_in(setting.country)
    if form.is_empty:
        return render_template(
            "people/start.html", form=form, by_name=ByNameForm(), says_nothing=True
        )
    return _results_page(form, setting)


@people.post("/summary")
@workers_only
def write_summary() -> Page:
    form = SituationForm(request.form)
    setting = form.settle(places(), region=current_settings().region)
    shortlist = _shortlist()
    if setting is None or form.is_empty:
        return find()
    if not shortlist:
        return _results_page(form, setting, has_ticked=False)
    found = found_for(
        db_session(),
        matching_engine(),
        person_of(form, setting),
        now=now(),
        among=frozenset(shortlist),
    )
    chosen = live_listings(db_session(), shortlist)
    words = summary(cards_of(chosen, found.answer, urls=_urls(shortlist), now=now()))
    asked = [(name, value) for name, value in request.form.items(multi=True) if name != TOKEN]
    return _summary_page(SummaryForm(words=words), asked)


@people.post("/send")
@workers_only
def send() -> Page:
    form = SummaryForm(request.form)
    if not form.validate():
        return _summary_page(form), 422
    try:
        send_summary(
            form.words.data or "", to=form.email.data or "", reply_to=signed_in_account().email
        )
    except MailNotSent:
        form.email.errors = ["It could not be sent just now. Copy or print it instead."]
        return _summary_page(form), 503
    return render_template("people/sent.html", email=form.email.data)


@people.post("/by-name")
@workers_only
def by_name() -> Page:
    form = ByNameForm(request.form)
    if not form.validate():
        return render_template("people/by_name.html", by_name=form, cards=()), 422
    hits = matching_engine().find_by_name(db_session(), form.q.data or "", now=now(), limit=20)
    listings = live_listings(db_session(), [hit.listing_id for hit in hits])
    cards = [card_of(listing, url=_url(listing.id), now=now()) for listing in listings]
    return render_template("people/by_name.html", by_name=form, cards=cards)


@people.post("/suggest")
@workers_only
def suggest() -> Response:
    typed = request.form.get("q", "")[:200]
    hits = matching_engine().find_by_name(db_session(), typed, now=now(), limit=8)
    return jsonify(
        suggestions=[
            {"label": hit.name, "note": hit.organisation, "url": _url(hit.listing_id)}
            for hit in hits
        ]
    )


def _findings(form: SituationForm, setting: Setting) -> Findings:
    found = found_for(db_session(), matching_engine(), person_of(form, setting), now=now())
    ids = [listing.id for listing in found.listings]
    return findings(
        found.answer,
        found.listings,
        urls=_urls(ids),
        shortlist=frozenset(_shortlist()),
        now=now(),
    )


def _results_page(form: SituationForm, setting: Setting, *, has_ticked: bool = True) -> str:
    return render_template(
        "people/results.html",
        form=form,
        found=_findings(form, setting),
        place=setting.home.name if setting.home else "",
        is_worrying=may_be_in_danger(form.what_matters.data or ""),
        has_ticked=has_ticked,
    )


def _summary_page(form: SummaryForm, asked: Sequence[tuple[str, str]] = ()) -> str:
    """``asked`` is what was posted, so that going back need not ask it again."""
    can_send = current_settings().mail is not None
    return render_template("people/summary.html", form=form, can_send=can_send, asked=asked)


def _shortlist() -> list[str]:
    return list(dict.fromkeys(request.form.getlist("shortlist")))[:MOST_SHORTLISTED]


def _urls(ids: list[str]) -> dict[str, str]:
    return {listing_id: _url(listing_id) for listing_id in ids}


def _url(listing_id: str) -> str:
    return url_for("listings.listing", listing_id=listing_id)
