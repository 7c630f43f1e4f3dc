"""The tables. All are loaded together, since they name one another in their foreign keys."""

from directory.models import account, catalogue, listing, organisation, place, schedule

__all__ = ["account", "catalogue", "listing", "organisation", "place", "schedule"]
