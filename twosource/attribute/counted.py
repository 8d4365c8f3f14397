"""The quantities in what somebody says."""

from __future__ import annotations

from twosource.language.facts import Facts
from twosource.language.figures import find_figures
from twosource.records import Figure, Relation


def figures(facts: Facts, relation: Relation) -> tuple[Figure, ...]:
    """The figures of the content, in order."""
    return find_figures(facts.text, relation.content, facts.time_spans)
