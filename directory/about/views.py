"""What this site is, what it does with information, and where its facts come from."""

from flask import Blueprint, render_template

from directory.places.attribution import ATTRIBUTIONS
from directory.safety.crisis_lines import read_crisis_lines
from directory.web.access import public
from directory.web.settings import current_settings

about = Blueprint("about", __name__, url_prefix="/about")


@about.get("/", endpoint="about")
@public
def about_us() -> str:
    return render_template("about/about.html")


@about.get("/your-information")
@public
def privacy() -> str:
    return render_template("about/privacy.html")


@about.get("/accessibility")
@public
def accessibility() -> str:
    return render_template("about/accessibility.html")


@about.get("/sources")
@public
def sources() -> str:
    region = current_settings().region
    lines = [line for line in read_crisis_lines() if line.region is region]
    return render_template("about/sources.html", lines=lines, places=ATTRIBUTIONS)
