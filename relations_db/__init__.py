"""A relational database of bilateral diplomacy that fills itself from news articles."""

__version__ = "0.1.0"
