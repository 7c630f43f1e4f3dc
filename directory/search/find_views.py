"""The home page, and what fits the person who asks there."""

from flask import abort, render_template, request

from directory.matching.homes import HomeAmbiguous, HomeUnknown, Setting, find_setting
from directory.places.site import places
from directory.search.blueprint import search
from directory.search.finding import Asked, find
from directory.search.forms import SearchForm
from directory.search.interests import interests
from directory.search.presenters import Row, result_cards, session_rows, shown_regions
from directory.search.question import question_of
from directory.search.week import Wish, week_ahead
from directory.web.access import public
from directory.web.clock import now
from directory.web.context import show_help_in
from directory.web.database import db_session
from directory.web.settings import current_settings

COMING_UP = 6


@search.get("/")
@public
def home() -> str:
    return _home(SearchForm())


@search.post("/results")
@public
def results() -> str | tuple[str, int]:
    form = SearchForm(request.form)
    if not form.validate():
        return (_home(form), 422) if form.can_be_put_right else abort(400)
    try:
        setting = find_setting(places(), form.place_text, region=current_settings().region)
    except HomeAmbiguous as unclear:
        return render_template("search/which_place.html", form=form, places=unclear.places)
    except HomeUnknown as unknown:
        form.place.errors = [_do_not_know(unknown.text)]
        return _home(form, unknown.suggestions), 422
    show_help_in(setting.country)
    if setting.home:
        form.place.data = setting.home.name
    asked = Asked(question_of(form.what_matters.data or ""), setting, form)
    if not asked.question.has_words:
        return _start(form, setting)
    return _results(asked)


def _results(asked: Asked) -> str:
    moment = now()
    outcome = find(db_session(), asked, now=moment)
    return render_template(
        "search/results.html",
        form=asked.form,
        question=asked.question,
        home=asked.setting.home,
        results=outcome.results,
        looser=outcome.looser,
        cards=result_cards(db_session(), outcome.results.shown, now=moment),
        may_be_in_danger=asked.may_be_in_danger,
        interests=interests(),
        settings=current_settings(),
    )


def _home(form: SearchForm, suggestions: tuple[str, ...] = ()) -> str:
    return render_template(
        "search/home.html",
        form=form,
        suggestions=suggestions,
        interests=interests(),
        coming_up=_coming_up(),
    )


def _start(form: SearchForm, setting: Setting) -> str:
    """Nothing was asked, or nothing that has words in it: a way to begin, not an error."""
    return render_template(
        "search/start.html",
        form=form,
        home=setting.home,
        interests=interests(),
        coming_up=_coming_up(setting),
    )


def _coming_up(setting: Setting | None = None) -> list[Row]:
    """The next few sessions: near the place, where one was given."""
    home = setting.home if setting else None
    settings = current_settings()
    # Without a place, what is on at the other end of the world is no use even in a demonstration.
    regions = shown_regions(settings) if home else (settings.region,)
    wish = Wish(frozenset(regions), near=home.point if home else None)
    return session_rows(db_session(), week_ahead(db_session(), wish, now=now())[:COMING_UP])


def _do_not_know(text: str) -> str:
    return f"We don't know “{text}”. Check the spelling, or try a bigger town or a postcode."
