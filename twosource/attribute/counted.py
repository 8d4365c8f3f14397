"""The quantities in what somebody says."""

from __future__ import annotations

from twosource.language.facts import Facts
from twosource.language.figures import find_figures
from twosource.language.parts import with_parts
from twosource.records import Figure, Relation


def figures(facts: Facts, relation: Relation) -> tuple[Figure, ...]:
    """The figures of the content, in order, each with the one that it is a part of."""
    found = find_figures(facts.text, relation.content, facts.time_spans)
    return with_parts(facts.text, found) if len(found) > 1 else found
