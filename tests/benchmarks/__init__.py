"""Figures rather than checks: how well the matcher orders listings, and how fast things are."""
