"""Records back from their wire form: what ``as_dict`` wrote, read into the same record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from twosource.across import Anchor, Case, Change, Feed, Judgement, Link, Origin, Proposition, Source, Unread
from twosource.records import Article, Attribution, Figure, Interval, Mention, Span, Target

Fields = Mapping[str, Any]


def article(fields: Fields) -> Article:
    """The ``article`` object of the jsonl format."""
    return Article(
        text=fields["text"],
        paragraphs=_spans(fields["paragraphs"]),
        url=fields["url"],
        title=fields["title"],
        language=fields["language"],
        outlet=fields["outlet"],
        authors=tuple(fields["authors"]),
        credits=tuple(fields["credits"]),
        published=fields["published"],
        modified=fields["modified"],
        media_type=fields["media_type"],
        captions=tuple(fields.get("captions", ())),
    )


def attribution(fields: Fields, *, article_id: str) -> Attribution:
    """An element of ``attributions`` in the jsonl format."""
    return Attribution(
        article_id=article_id,
        content=_spans(fields["content"]),
        cue=_spans(fields["cue"]),
        source=_spans(fields["source"]),
        manner=fields["manner"],
        act=fields["act"],
        polarity=fields["polarity"],
        certainty=fields["certainty"],
        polarity_score=fields.get("polarity_score"),
        certainty_score=fields.get("certainty_score"),
        hedge=_span(fields.get("hedge")),
        target=_target(fields.get("target")),
        said=_interval(fields["said"]),
        about=_interval(fields["about"]),
        chain=tuple(_mention(mention) for mention in fields["chain"]),
        figures=tuple(_figure(figure) for figure in fields["figures"]),
        confidence=fields["confidence"],
        amends=fields.get("amends"),
    )


def source(fields: Fields) -> Source:
    """A ``source`` line of an export."""
    return Source(
        name=fields["name"],
        names=tuple(fields["names"]),
        kind=fields["kind"],
        anonymity=fields["anonymity"],
        role=fields["role"],
        affiliation=fields["affiliation"],
        mentions=tuple((str(found), int(place)) for found, place in fields["mentions"]),
        score=fields["score"],
        reasons=tuple(fields["reasons"]),
        seed=tuple(fields["seed"]) if fields["seed"] else None,
        made_by=fields.get("made_by"),
    )


def link(fields: Fields) -> Link:
    """A ``link`` line of an export."""
    return Link(
        left=fields["left"],
        right=fields["right"],
        relation=fields["relation"],
        score=fields["score"],
        reasons=tuple(fields["reasons"]),
        made_by=fields.get("made_by"),
    )


def proposition(fields: Fields) -> Proposition:
    """A ``proposition`` line of an export."""
    independent = fields["independent"]
    return Proposition(
        attributions=tuple(fields["attributions"]),
        wording=fields["wording"],
        status=fields["status"],
        independent=(independent["low"], independent["high"]),
        first_said=fields["first_said"],
        last_said=fields["last_said"],
        made_by=fields.get("made_by"),
    )


def origin(fields: Fields) -> Origin:
    """An ``origin`` line of an export."""
    return Origin(
        proposition=fields["proposition"],
        root=fields["root"],
        basis=fields["basis"],
        why=tuple(fields["why"]),
        attributions=tuple(fields["attributions"]),
        stance=fields["stance"],
        side=fields["side"],
        shown=fields["shown"],
    )


def judgement(fields: Fields) -> Judgement:
    """A ``judgement`` line of an export."""
    return Judgement(
        verdict=fields["verdict"],
        about=fields["about"],
        left=_anchor(fields["left"]),
        right=_anchor(fields["right"]) if fields["right"] else None,
        by=fields["by"],
        made_at=fields["made_at"],
        note=fields["note"],
        reliability=fields["reliability"],
        credibility=fields["credibility"],
    )


def case(fields: Fields) -> Case:
    """A ``case`` line of an export."""
    return Case(
        about=fields["about"],
        left=fields["left"],
        right=fields["right"],
        proposition=fields["proposition"],
        doubt=fields["doubt"],
        worth=fields["worth"],
        reasons=tuple(fields["reasons"]),
    )


def change(fields: Fields) -> Change:
    """A ``change`` line of an export."""
    return Change(
        kind=fields["kind"],
        proposition=fields["proposition"],
        attribution=fields["attribution"],
        when=fields["when"],
        made_at=fields["made_at"],
        text=fields["text"],
    )


def unread(fields: Fields) -> Unread:
    """An ``unread`` line of an export."""
    return Unread(source=fields["source"], reason=fields["reason"], tried_at=fields["tried_at"])


def feed(fields: Fields) -> Feed:
    """A ``feed`` line of an export."""
    return Feed(
        url=fields["url"],
        etag=fields["etag"],
        modified=fields["modified"],
        checked_at=fields["checked_at"],
        next_at=fields["next_at"],
        failures=fields["failures"],
        seen=tuple(fields["seen"]),
    )


def _anchor(fields: Fields) -> Anchor:
    return Anchor(record=fields["record"], article=fields["article"], span=_span(fields["span"]), name=fields["name"])


def _mention(fields: Fields) -> Mention:
    return Mention(
        name=fields["name"],
        kind=fields["kind"],
        anonymity=fields["anonymity"],
        role=fields["role"],
        affiliation=fields["affiliation"],
        number=fields.get("number"),
        reason=fields.get("reason"),
        span=_span(fields["span"]),
    )


def _figure(fields: Fields) -> Figure:
    return Figure(
        span=(fields["span"][0], fields["span"][1]),
        low=fields["low"],
        high=fields["high"],
        bound=fields["bound"],
        unit=fields["unit"],
        of=fields["of"],
        part_of=_span(fields.get("part_of")),
    )


def _target(fields: Fields | None) -> Target | None:
    if fields is None:
        return None
    return Target(what=fields["what"], span=(fields["span"][0], fields["span"][1]), attribution=fields["attribution"])


def _interval(fields: Fields | None) -> Interval | None:
    return Interval(**fields) if fields else None


def _span(value: Sequence[int] | None) -> Span | None:
    return (value[0], value[1]) if value else None


def _spans(values: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in values)
