"""The twelve broad parts of life, in words for somebody who is looking around."""

from dataclasses import dataclass

from directory.matching.taxonomy import Domain, taxonomy

SENTENCES = {
    "people": "Company, new friends, lunch clubs, someone to visit or ring you.",
    "arts": "Singing, dancing, music, painting, knitting, writing.",
    "move": "Walking, swimming, gentle exercise, tai chi, sport.",
    "nature": "Gardens, the sea and the bush, birds, dogs and other animals.",
    "learn": "Computers and phones, languages, cooking, history, reading.",
    "give": "Volunteering, mending, making, helping a neighbour.",
    "mind": "Worry, low days, grief, sleep, someone to talk to.",
    "body": "Others who live with the same condition, and help to live well with it.",
    "whanau": "Parents, babies and children, grandparents, people who look after someone.",
    "faith": "Churches, temples and mosques, marae, your own language and people.",
    "money": "Bills and debt, benefits, work, your rights.",
    "home": "Food, a warm home, repairs, getting about, staying safe.",
}


@dataclass(frozen=True, slots=True)
class Interest:
    id: str
    label: str
    sentence: str


def interests() -> tuple[Interest, ...]:
    return tuple(_interest(domain) for domain in taxonomy().domains)


def interest(domain_id: str) -> Interest | None:
    return next((each for each in interests() if each.id == domain_id), None)


def _interest(domain: Domain) -> Interest:
    return Interest(domain.id, domain.label, SENTENCES[domain.id])
