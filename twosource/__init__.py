"""Who says so, on whose word, how sure: attributions of news articles as data."""

__version__ = "0.1.0"
