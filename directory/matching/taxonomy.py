"""The plain-word list of what people do and need, for the features that show it."""

from matcher.taxonomy import Domain, Taxonomy, Term

__all__ = ["Domain", "Taxonomy", "Term", "taxonomy"]


def taxonomy() -> Taxonomy:
    """Every domain and term in order; read once a process."""
    return Taxonomy.load()
