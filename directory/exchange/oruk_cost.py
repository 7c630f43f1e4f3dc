"""What an Open Referral service costs."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from directory.exchange.value import Entry, date_of, entries_of, number_of, text_of
from directory.models.vocabulary import CostKind

FREE = re.compile(r"\s*(?:it is |it's )?(?:free|no (?:charge|cost|fee))\b", re.IGNORECASE)
HIGHEST = 999_999


@dataclass(frozen=True, slots=True)
class CostFacts:
    """``amount`` is the lowest of several."""

    kind: CostKind | None
    amount: Decimal | None
    note: str


def cost_of(service: Entry, today: date) -> CostFacts:
    """Prices that have run out are left out; nothing said is unknown, not free."""
    fees = text_of(service, "fees_description", "fees")
    options = [
        option
        for option in entries_of(service, "cost_options")
        if (date_of(option, "valid_to") or today) >= today
    ]
    found = (number_of(option, "amount") for option in options)
    amounts = [amount for amount in found if amount is not None and 0 <= amount <= HIGHEST]
    note = "\n".join(filter(None, [fees, *map(_in_words, options)]))
    if not amounts:
        return CostFacts(CostKind.FREE if FREE.match(fees) else None, None, note)
    if max(amounts) == 0:
        return CostFacts(CostKind.FREE, None, note)
    lowest = Decimal(str(min(amount for amount in amounts if amount > 0)))
    return CostFacts(CostKind.PAID, lowest.quantize(Decimal("0.01")), note)


def _in_words(option: Entry) -> str:
    """
    >>> _in_words({"option": "Under 18s", "amount": 3.5, "amount_description": "a session"})
    'Under 18s: 3.50 a session'
    """
    amount = number_of(option, "amount")
    price = " ".join(
        filter(None, [f"{amount:.2f}" if amount else "", text_of(option, "amount_description")])
    )
    return ": ".join(filter(None, [text_of(option, "option"), price]))
