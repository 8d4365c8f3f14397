"""A brief as a row of blocks: what the terminal and Markdown show, in the same order and in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.brief import phrases
from twosource.brief.board import Row, board
from twosource.brief.clauses import capital
from twosource.brief.figures import extremes
from twosource.brief.records import Brief, Entry, FigureSaid, Sentence, Stance, Voice
from twosource.brief.timeline import timeline
from twosource.export.words import moment, plain

Level = Literal["title", "section", "proposition", "heading", "text", "fact", "item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading of one of three levels, a paragraph of ``text``, a ``fact`` about the brief or an ``item`` of a list.

    ``cited`` are the numbers that bear ``text``; ``stance`` gives an item its sign; ``beside`` is what stands below it
    in small print, in parts, and ``again`` the other outlets that print the same words, each with its number."""

    level: Level
    text: str
    cited: tuple[int, ...] = ()
    stance: Stance | None = None
    beside: tuple[str, ...] = ()
    again: tuple[tuple[str, int], ...] = ()


def outline(brief: Brief) -> Iterator[Block]:
    """All of ``brief`` but the notes that its numbers stand for (:func:`twosource.brief.notes.notes`)."""
    numbered = phrases.numbers(brief)
    yield Block(level="title", text=phrases.title(brief))
    yield Block(level="fact", text=f"Read: {phrases.read(brief)}. Made {moment(brief.made_at)}.")
    yield from _listed("section", "In short", brief.sentences, numbered)
    if not brief.sentences:
        yield Block(level="text", text="Nothing in what was read answers this.")
    yield from (Block(level="fact", text=plain(note)) for note in brief.notes if plain(note))
    for number, entry in enumerate(brief.entries, 1):
        yield Block(level="proposition", text=f"{number}. {phrases.heading(entry)}")
        yield from _entry(entry, numbered)
    if left := phrases.left_out(brief):
        yield Block(level="fact", text=f"{left}.")
    yield from _listed("section", "Who would not answer", brief.missing, numbered)
    yield from _voices(brief)
    yield from _articles(brief, numbered)
    yield from _unread(brief)


def _entry(entry: Entry, numbered: dict[str, int]) -> Iterator[Block]:
    yield Block(level="fact", text=f"{capital(phrases.status(entry))}: {phrases.explained(entry)}.")
    yield _sentence(entry.lead, numbered, level="text")
    yield from _origins(entry)
    for stance, rows in board(entry):
        yield Block(level="heading", text=phrases.stance_heading(stance))
        yield from (_row(row, numbered) for row in rows)
    yield from _figures(entry, numbered)
    yield from _steps(entry, numbered)
    yield from _sides(entry)
    yield from _listed("heading", "What is missing", entry.missing, numbered)


def _origins(entry: Entry) -> Iterator[Block]:
    """The range, and why it is that: what each origin rests on."""
    yield Block(level="heading", text=f"Independent origins: {_range(entry)}")
    said = entry.statement_of
    for origin in entry.origins:
        doubt = () if origin.shown else ("not shown to be independent of the others",)
        against = () if origin.stance == "affirm" else ("does not say so, and is not counted",)
        held = phrases.count(len(origin.attributions), "statement")
        first = said.get(origin.attributions[0])
        stance = first.stance if first else None
        text = f"{plain(origin.root)}: {held}"
        yield Block(level="item", text=text, stance=stance, beside=(phrases.reasons(origin), *doubt, *against))


def _range(entry: Entry) -> str:
    low, high = entry.proposition.independent
    return str(high) if low == high else f"{low} to {high}"


def _row(row: Row, numbered: dict[str, int]) -> Block:
    first = row.first
    attribution, article = first.account.attribution, first.account.article
    facts = (phrases.when(first), phrases.sure(attribution.certainty), phrases.outlet(article))
    return Block(
        level="item",
        text=f"{first.chain}: {phrases.cited(first)}",
        cited=(numbered[first.id],),
        stance=first.stance,
        beside=tuple(filter(None, facts)),
        again=tuple((phrases.outlet(one.account.article), numbered[one.id]) for one in row.again),
    )


def _figures(entry: Entry, numbered: dict[str, int]) -> Iterator[Block]:
    found = extremes(entry)
    if found:
        yield Block(level="heading", text="Figures")
    said_by = entry.statement_of
    merged: dict[str, tuple[FigureSaid, list[str]]] = {}
    for name, said in found:
        merged.setdefault(said.attribution, (said, []))[1].append(name)
    for said, names in merged.values():
        by = said_by[said.attribution]
        text = f"{capital(' and '.join(names))}: {phrases.figure(said.figure)}, {by.speaker}, {phrases.when(by)}"
        yield Block(level="item", text=text, cited=(numbered[said.attribution],))


def _steps(entry: Entry, numbered: dict[str, int]) -> Iterator[Block]:
    if len(entry.steps) < 2:
        return
    yield Block(level="heading", text="How it moved")
    if line := timeline(entry):
        yield Block(level="item", text=f"Day by day: {line}")
    said = entry.statement_of
    for step in entry.steps:
        move = phrases.move(step.move, said[step.attribution].stance)
        at = moment(step.when) if step.when else "undated"
        told = _sentence(step.sentence, numbered)
        yield Block(level="item", text=f"{at}, {move}: {told.text}", cited=told.cited)


def _sides(entry: Entry) -> Iterator[Block]:
    """Who speaks for whom, where that tells more than the name of one origin."""
    if len(entry.sides) < 2 and not any(len(origins) > 1 for _, origins in entry.sides):
        return
    yield Block(level="heading", text="Sides")
    root_of = {origin.id: plain(origin.root) for origin in entry.origins}
    for side, origins in entry.sides:
        spoken = list(dict.fromkeys(root_of[one] for one in origins if one in root_of))
        others = f": {', '.join(spoken)}" if spoken and spoken != [plain(side)] else ""
        yield Block(level="item", text=f"{plain(side)}{others}")


def _voices(brief: Brief) -> Iterator[Block]:
    if brief.voices:
        yield Block(level="section", text="Sources")
    place = {entry.id: number for number, entry in enumerate(brief.entries, 1)}
    for voice in brief.voices:
        about = ", ".join(str(place[one]) for one in voice.propositions if one in place)
        facts = (phrases.count(len(voice.statements), "statement"), f"on {about}" if about else "", _known(voice))
        yield Block(level="item", text=plain(voice.label), beside=tuple(filter(None, facts)))


def _known(voice: Voice) -> str:
    """Kind, role and affiliation of a source, where its label does not say them."""
    source = voice.source
    told = (phrases.kind(source.kind), source.role, source.affiliation)
    return ", ".join(plain(part) for part in told if part and part.casefold() not in voice.label.casefold())


def _articles(brief: Brief, numbered: dict[str, int]) -> Iterator[Block]:
    if brief.articles:
        yield Block(level="section", text="Articles cited")
    cited: dict[str, list[int]] = {}
    for citation in phrases.citations(brief):
        cited.setdefault(citation.article, []).append(numbered[citation.attribution])
    for article in brief.articles:
        title = f": {plain(article.title)}" if article.title else ""
        text = f"{phrases.outlet(article)}, {phrases.published(article)}{title}"
        yield Block(level="item", text=text, cited=tuple(cited.get(article.id, ())))


def _unread(brief: Brief) -> Iterator[Block]:
    if brief.unread:
        yield Block(level="section", text="What could not be read")
    for one in brief.unread:
        text = f"{plain(one.source)}: {plain(one.reason)}"
        yield Block(level="item", text=text, beside=(f"tried {moment(one.tried_at)}",))
    if more := phrases.more_unread(brief):
        yield Block(level="fact", text=f"{more}.")


def _listed(level: Level, heading: str, sentences: Sequence[Sentence], numbered: dict[str, int]) -> Iterator[Block]:
    if sentences:
        yield Block(level=level, text=heading)
    yield from (_sentence(one, numbered) for one in sentences)


def _sentence(one: Sentence, numbered: dict[str, int], *, level: Level = "item") -> Block:
    return Block(level=level, text=plain(one.text), cited=tuple(phrases.numbers_of(one.citations, numbered)))
