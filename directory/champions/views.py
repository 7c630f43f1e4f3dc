"""The champion's and the coordinator's pages, gathered under one blueprint."""

from directory.champions import form_views, listing_views, waiting_views
from directory.champions.blueprint import champions

__all__ = ["champions", "form_views", "listing_views", "waiting_views"]
