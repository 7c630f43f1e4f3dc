"""The public pages, gathered under one blueprint."""

from directory.search import browse_views, find_views, list_views
from directory.search.blueprint import search

__all__ = ["browse_views", "find_views", "list_views", "search"]
