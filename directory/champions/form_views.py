"""Adding a listing and changing one."""

from flask import Response as FlaskResponse
from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from directory.champions import actions, queries
from directory.champions.blueprint import champions
from directory.champions.editing import Editing
from directory.champions.forms import ListingForm
from directory.champions.presenters import form_page, version_of
from directory.models.account import RoleName
from directory.models.vocabulary import ListingStatus, Region
from directory.places.gazetteer import Choices, Found, Unknown
from directory.places.site import places
from directory.web.access import for_roles, signed_in_account
from directory.web.clock import now
from directory.web.database import db_session
from directory.web.settings import current_settings

EDITORS = (RoleName.CHAMPION, RoleName.COORDINATOR)
CHANGED_SINCE = (
    "Somebody else changed this listing while you were writing. What you wrote is still below: "
    "save again if it should stand"
)
SAVED = {
    ListingStatus.DRAFT: "Saved as a draft. Look it over, then send it.",
    ListingStatus.PROPOSED: "Saved. A coordinator will look at it before it is shown.",
    ListingStatus.LIVE: "Saved. Everybody can see it now.",
    ListingStatus.HIDDEN: "Saved. It is still hidden.",
}


@champions.get("/champion/new")
@for_roles(*EDITORS)
def new_listing() -> str:
    editing = _editing(None)
    return _page(editing, editing.form())


@champions.post("/champion/new")
@for_roles(*EDITORS)
def create() -> Response | tuple[str, int]:
    editing = _editing(None)
    form = editing.form(request.form)
    if not editing.is_valid(form, _find):
        return _page(editing, form), 422
    session = db_session()
    facts = editing.facts(form, now=now())
    listing = actions.save_draft(session, facts, actor=editing.account, now=now())
    session.commit()
    flash(SAVED[listing.status])
    return redirect(url_for("champions.preview", listing_id=listing.id), 303)


@champions.get("/champion/<listing_id>/edit")
@for_roles(*EDITORS)
def edit(listing_id: str) -> str:
    editing = _editing(listing_id)
    return _page(editing, editing.form())


@champions.post("/champion/<listing_id>/edit")
@for_roles(*EDITORS)
def save(listing_id: str) -> Response | tuple[str, int]:
    editing = _editing(listing_id)
    listing = editing.listing
    assert listing is not None
    form = editing.form(request.form)
    if not editing.is_valid(form, _find):
        return _page(editing, form), 422
    if editing.is_out_of_date(form):
        form.form_errors.append(CHANGED_SINCE)
        form.edit.version.data = version_of(listing)
        return _page(editing, form), 409
    facts = editing.facts(form, now=now())
    actions.save_edit(db_session(), listing, facts, actor=editing.account, now=now())
    db_session().commit()
    flash(SAVED[listing.status])
    return redirect(url_for("champions.preview", listing_id=listing.id), 303)


@champions.post("/champion/organisations")
@for_roles(*EDITORS)
def organisations() -> FlaskResponse:
    """Names like the one being typed, so that nobody is entered twice."""
    found = queries.organisations_like(db_session(), request.form.get("q", "")[:100])
    names = dict.fromkeys(organisation.name for organisation in found)
    return jsonify(suggestions=[{"label": name, "note": "", "url": ""} for name in names])


def _editing(listing_id: str | None) -> Editing:
    session, account = db_session(), signed_in_account()
    listing = None
    if listing_id is not None:
        listing = queries.editable_listing(session, account, listing_id) or abort(404)
    return Editing(session, account, listing, current_settings().region)


def _page(editing: Editing, form: ListingForm) -> str:
    page = form_page(
        form,
        account=editing.account,
        listing=editing.listing,
        practice=editing.practice,
        region=editing.region,
    )
    return render_template("champions/form.html", form=form, page=page, back_link=page.back_url)


def _find(text: str, region: Region) -> Found | Choices | Unknown:
    return places().find(text, region=region)
