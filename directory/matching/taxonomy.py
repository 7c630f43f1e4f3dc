"""The taxonomy, for the features: twelve parts of life, and what people do and need in each."""

from matcher.taxonomy import Domain, Taxonomy, Term

__all__ = ["Domain", "Taxonomy", "Term", "taxonomy"]


def taxonomy() -> Taxonomy:
    return Taxonomy.load()
