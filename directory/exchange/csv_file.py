"""Our own CSV, one listing a row. docs/importing.md tells of every column."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from rapidfuzz import process

from directory.exchange import cell
from directory.exchange.cell import RowCells, one_of, several_of, yes_or_no
from directory.exchange.csv_table import Cells, Table
from directory.exchange.csv_times import schedule_of
from directory.exchange.kept import Kept, clean_id, region_of
from directory.exchange.naming import kind_of, slug
from directory.exchange.row import Context, FeedUnreadable, Read, Refusal, Row
from directory.exchange.text import plain_text
from directory.listings import checks
from directory.listings.facts import ListingFacts, OrganisationFacts, PlaceFacts
from directory.models.vocabulary import (
    Access,
    CapacityStatus,
    CostKind,
    Feature,
    Gender,
    Joining,
    ListingKind,
    Mode,
    Reach,
    Region,
)

F = TypeVar("F", bound=StrEnum)
NEEDED = ("id", "name", "organisation")
COLUMNS = (
    *NEEDED,
    *("kind", "description", "first_visit"),
    *("address", "locality", "postcode", "lat", "lng"),
    *("website", "phone", "email"),
    *("offers", "serves", "modes", "reach", "joining", "joining_note"),
    *("cost", "cost_amount", "cost_note"),
    *("min_age", "max_age", "gender", "for", "not_for", "languages"),
    *("step_free", "accessible_toilet", "hearing_loop", "child_welcome", "carer_welcome"),
    *("day", "starts", "ends", "times", "times_note"),
    *("capacity", "assured_on", "assured_by"),
)
# Of 100: how like a wrong column must be to one of ours for us to suggest it.
LIKE = 70
ACCESS = (Access.STEP_FREE, Access.ACCESSIBLE_TOILET, Access.HEARING_LOOP)
FEATURES = (Feature.CHILD_WELCOME, Feature.CARER_WELCOME)


def read_csv(table: Table, context: Context) -> Iterator[Read]:
    """Raises FeedUnreadable at once where a column is missing or unknown."""
    columns = _plain(table.columns)
    _check_columns(columns)
    return _rows(table, columns, context)


def _plain(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("_".join(column.casefold().replace("-", " ").split()) for column in columns)


def _check_columns(columns: tuple[str, ...]) -> None:
    problems = [f"the column “{name}” is missing" for name in NEEDED if name not in columns]
    for name in columns:
        if name not in COLUMNS:
            nearest = process.extractOne(name, COLUMNS, score_cutoff=LIKE)
            hint = f" (did you mean “{nearest[0]}”?)" if nearest else ""
            problems.append(f"“{name}” is not a column{hint}")
    if problems:
        expected = ", ".join(COLUMNS)
        raise FeedUnreadable("the header", f"{'; '.join(problems)}. The columns are: {expected}")


def _rows(table: Table, columns: tuple[str, ...], context: Context) -> Iterator[Read]:
    for number, cells in table.rows:
        if isinstance(cells, Refusal):
            yield cells
        else:
            renamed = dict(zip(columns, cells.values(), strict=True))
            yield from _read_row(number, renamed, context)


def _read_row(number: int, cells: Cells, context: Context) -> list[Read]:
    """The row, or every reason why it is refused."""
    row, kept = RowCells(number, cells), Kept(number)
    id = row.checked(lambda: clean_id("id", row.text("id")), "")
    organisation = row.checked(
        lambda: checks.clean_name("organisation", row.text("organisation")), ""
    )
    listing = _listing(row, kept, context)
    if row.refusals:
        return list(row.refusals)
    runs_it = OrganisationFacts(
        name=organisation, region=listing.region, source_id=slug(organisation) or organisation
    )
    return [Row(number, id, runs_it, listing, remarks=kept.remarks)]


def _listing(row: RowCells, kept: Kept, context: Context) -> ListingFacts:
    name = row.checked(lambda: checks.clean_name("name", row.text("name")), "")
    place = _place(row, kept)
    schedule = schedule_of(row, has_place=place is not None)
    min_age, max_age = _ages(row)
    amount = row.maybe("cost_amount", cell.money)
    return ListingFacts(
        organisation_id="",
        kind=row.take("kind", one_of(ListingKind), kind_of(name)),
        region=_region(place, context),
        name=name,
        description=_description(row, has_schedule=schedule is not None),
        first_visit=_text(row, "first_visit"),
        website=kept.website(row.text("website")),
        phone=kept.phone(row.text("phone")),
        email=kept.email(row.text("email")),
        offers=row.take("offers", several_of(cell.term, between=";"), frozenset()),
        serves=row.take("serves", several_of(cell.term, between=";"), frozenset()),
        modes=row.take("modes", several_of(one_of(Mode)), frozenset()),
        reach=row.take("reach", one_of(Reach), Reach.LOCAL),
        joining=row.take("joining", several_of(one_of(Joining)), frozenset()),
        joining_note=_text(row, "joining_note"),
        places=(place,) if place else (),
        schedules=(schedule,) if schedule else (),
        cost=row.maybe("cost", one_of(CostKind)) or (CostKind.PAID if amount else None),
        cost_amount=amount,
        cost_note=_text(row, "cost_note"),
        min_age=min_age,
        max_age=max_age,
        gender=row.maybe("gender", one_of(Gender)),
        audience_for=_words(row, "for"),
        audience_not_for=_words(row, "not_for"),
        features=_known(row, FEATURES),
        languages=row.take("languages", several_of(cell.language), frozenset()),
        capacity=row.maybe("capacity", one_of(CapacityStatus)),
        assured_on=row.maybe("assured_on", cell.day),
        assured_by=_text(row, "assured_by"),
    )


def _place(row: RowCells, kept: Kept) -> PlaceFacts | None:
    lat, lng = kept.point(row.maybe("lat", cell.degrees), row.maybe("lng", cell.degrees))
    place = PlaceFacts(
        address=kept.line("address", row.text("address")),
        locality=kept.line("locality", row.text("locality")),
        postcode=kept.line("postcode", row.text("postcode")),
        lat=lat,
        lng=lng,
        access=_known(row, ACCESS),
    )
    return None if place == PlaceFacts() else place


def _region(place: PlaceFacts | None, context: Context) -> Region:
    at = place or PlaceFacts()
    return region_of("", at.lat, at.lng, default=context.region)


def _ages(row: RowCells) -> tuple[int | None, int | None]:
    least, most = row.maybe("min_age", _age), row.maybe("max_age", _age)
    if least is not None and most is not None and least > most:
        row.refuse("min_age", "it is more than max_age")
    return least, most


def _age(column: str, text: str) -> int | None:
    return checks.clean_age(column, cell.whole_number(column, text))


def _description(row: RowCells, *, has_schedule: bool) -> str:
    """The description; a note on the times goes with it where there is no time to go with."""
    note = "" if has_schedule else plain_text(row.text("times_note"))
    return "\n\n".join(filter(None, [_text(row, "description"), note]))


def _text(row: RowCells, column: str) -> str:
    return row.take(column, lambda field, text: checks.clean_text(field, plain_text(text)), "")


def _words(row: RowCells, column: str) -> tuple[str, ...]:
    parts = (part.strip() for part in _text(row, column).split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _known(row: RowCells, features: tuple[F, ...]) -> Mapping[F, bool]:
    """What the row says of each feature; an empty cell is unknown and left out."""
    known = {feature: row.maybe(feature.value, yes_or_no) for feature in features}
    return {feature: said for feature, said in known.items() if said is not None}
