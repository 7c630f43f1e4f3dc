"""Takes a feed's fields one by one: what cannot be taken is left out, and said."""

from collections.abc import Callable

from directory.exchange.row import Remark
from directory.listings import checks
from directory.models.vocabulary import Region
from directory.places.place import Country, is_inside

COUNTRIES = {
    "nz": Region.NZ,
    "nzl": Region.NZ,
    "new zealand": Region.NZ,
    "aotearoa": Region.NZ,
    "gb": Region.ENGLAND,
    "gbr": Region.ENGLAND,
    "uk": Region.ENGLAND,
    "united kingdom": Region.ENGLAND,
    "england": Region.ENGLAND,
}
LONGEST_ID = 200


class Kept:
    """Collects remarks on one row."""

    def __init__(self, row: int) -> None:
        self._row = row
        self._remarks: list[Remark] = []

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(self._remarks)

    def remark(self, field: str, reason: str) -> None:
        self._remarks.append(Remark(self._row, field, reason))

    def website(self, text: str) -> str:
        return self._or_nothing(checks.clean_website, "website", text)

    def email(self, text: str) -> str:
        return self._or_nothing(checks.clean_email, "email", text)

    def phone(self, text: str) -> str:
        return self._or_nothing(checks.clean_phone, "phone", text)

    def text(self, field: str, text: str) -> str:
        """The words, cut where they are longer than a page holds."""
        longest = checks.LONGEST_TEXT
        if len(text) > longest:
            self.remark(field, f"shortened to {longest:,} characters")
            text = text[: longest - 1].rsplit(" ", 1)[0] + "…"
        return checks.clean_text(field, text)

    def line(self, field: str, text: str) -> str:
        """A short text such as an address; left out when it is far too long."""
        try:
            return " ".join(checks.clean_text(field, text, longest=500).split())
        except checks.FieldRefused as error:
            self.remark(field, f"left out: {error.reason}")
            return ""

    def point(self, lat: float | None, lng: float | None) -> tuple[float | None, float | None]:
        """Both degrees or neither; a point off the Earth, or 0,0, is no point."""
        if (lat is None) != (lng is None):
            self.remark("lat, lng", "left out: one of the two is missing")
        try:
            return checks.clean_point("lat, lng", lat, lng)
        except checks.FieldRefused as error:
            self.remark(error.field, f"left out: {error.reason}")
            return None, None

    def ages(self, least: float | None, most: float | None) -> tuple[int | None, int | None]:
        ages = [self._age("minimum age", least), self._age("maximum age", most)]
        if ages[0] is not None and ages[1] is not None and ages[0] > ages[1]:
            self.remark("ages", "left out: the youngest is older than the oldest")
            return None, None
        return ages[0], ages[1]

    def _age(self, field: str, age: float | None) -> int | None:
        try:
            return None if age is None else checks.clean_age(field, int(age))
        except checks.FieldRefused as error:
            self.remark(field, f"left out: {error.reason}")
            return None

    def _or_nothing(self, clean: Callable[[str, str], str], field: str, text: str) -> str:
        try:
            return clean(field, text)
        except checks.FieldRefused as error:
            self.remark(field, f"“{text[:60]}” is left out: {error.reason}")
            return ""


def clean_id(field: str, text: str) -> str:
    """The identifier that the row keeps from one import to the next."""
    id = checks.clean_text(field, text, longest=LONGEST_ID)
    if not id:
        raise checks.FieldRefused(field, "give each listing an id of its own")
    return id


def region_of(country: str, lat: float | None, lng: float | None, *, default: Region) -> Region:
    """By the country that is named, else by the point, else the default."""
    named = COUNTRIES.get(country.strip().casefold())
    if named is not None:
        return named
    if lat is not None and lng is not None:
        if is_inside(Country.NZ, lat, lng):
            return Region.NZ
        if is_inside(Country.ENGLAND, lat, lng):
            return Region.ENGLAND
    return default
