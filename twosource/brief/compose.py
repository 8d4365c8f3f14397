"""The brief itself: chosen propositions, a short answer, who speaks in it and which articles it cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

from twosource.brief.choice import Choice
from twosource.brief.choose import Chosen, choose
from twosource.brief.clauses import is_known
from twosource.brief.entries import entries
from twosource.brief.lead import refusals
from twosource.brief.near import Finder, FromLedger
from twosource.brief.records import Brief, Entry, Sentence, Statement, Voice
from twosource.ledger import View
from twosource.model.pairs import Reader
from twosource.records import Article

ANSWER = 6
"""Sentences of the short answer at most."""

UNREAD = 20
"""Sources that could not be read which are listed; all are counted."""

_REFUSALS = 6


def brief(
    view: View,
    question: str | None = None,
    *,
    choice: Choice | None = None,
    reader: Reader | None = None,
    finder: Finder | None = None,
    made_at: str | None = None,
) -> Brief:
    """The answer of a ledger to ``question``, or what matters most in it.

    Statements are found by meaning with ``finder``, or with ``reader`` by reading every vector of the ledger; without
    either the full text must do. ``made_at`` is ISO 8601, now where it is not given. Propositions that hold nothing but
    refusals to speak are told as what is missing. A brief of nothing has neither sentences nor entries.
    """
    choice = choice or Choice()
    question = " ".join(question.split()) or None if question else None
    finder = finder or (FromLedger(reader) if reader else None)
    found = choose(view, question, choice, finder=finder)
    shown, refused = _told(view, found, choice)
    cited = _articles([*shown, *refused])
    counts = view.counts("articles", "attributions", "sources", "propositions")
    number = counts["propositions"] if found.number is None else found.number
    return Brief(
        question=question,
        made_at=made_at or datetime.now(UTC).isoformat(timespec="seconds"),
        sentences=tuple(_answer(shown)),
        entries=tuple(shown),
        missing=tuple(_missing(refused)),
        voices=tuple(_voices(shown)),
        articles=tuple(cited),
        made_by=tuple(sorted(set(view.made_by(article.id for article in cited).values()))),
        read=counts["articles"],
        attributions=counts["attributions"],
        sources=counts["sources"],
        left_out=max(0, number - len(shown) - len(refused)),
        unread=tuple(view.unread(limit=UNREAD)),
        unread_in_all=view.count_unread(),
    )


def _told(view: View, found: Chosen, choice: Choice) -> tuple[list[Entry], list[Entry]]:
    """The first ones that somebody says, and those before them where all refuse to speak. What nobody is named for
    is no answer to who says so, and what one sentence of an article says is told once."""
    shown: list[Entry] = []
    refused: list[Entry] = []
    told: set[str] = set()
    while next_ones := list(islice(found.propositions, choice.most)):
        for entry in entries(view, next_ones, linked=choice.linked):
            if all(statement.stance == "silent" for statement in entry.statements):
                refused.append(entry)
            elif any(is_known(statement.speaker) for statement in entry.statements):
                if len(entry.statements) > 1 or entry.lead.text not in told:
                    shown.append(entry)
                told.add(entry.lead.text)
            if len(shown) == choice.most:
                return shown, refused[:_REFUSALS]
    return shown, refused[:_REFUSALS]


def _answer(shown: Sequence[Entry]) -> Iterator[Sentence]:
    """The summing up of the first entries, each said once."""
    said: set[str] = set()
    for entry in shown:
        if len(said) < ANSWER and entry.lead.text not in said:
            said.add(entry.lead.text)
            yield entry.lead


def _missing(refused: Sequence[Entry]) -> Iterator[Sentence]:
    for entry in refused:
        yield from refusals(entry.statements, entry.origins)


def _voices(shown: Sequence[Entry]) -> Iterator[Voice]:
    """The sources of the statements shown, those with most first."""
    statements: dict[str, list[str]] = defaultdict(list)
    about: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, Statement] = {}
    for entry in shown:
        proposition = entry.id
        for statement in entry.statements:
            if statement.source:
                one = statement.source.id
                first.setdefault(one, statement)
                statements[one].append(statement.id)
                about[one][proposition] = None
    for one in sorted(first, key=lambda one: (-len(statements[one]), first[one].speaker, one)):
        source = first[one].source
        if source:
            yield Voice(
                source=source,
                label=first[one].speaker,
                statements=tuple(statements[one]),
                propositions=tuple(about[one]),
            )


def _articles(shown: Sequence[Entry]) -> list[Article]:
    found = {
        statement.account.article.id: statement.account.article for entry in shown for statement in entry.statements
    }
    return sorted(found.values(), key=lambda article: (article.published or "9999", article.id))
