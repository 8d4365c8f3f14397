"""An attribution as a person corrects it. The one that is corrected stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from twosource.across import Account, Source
from twosource.attribute.describe import describe
from twosource.language.facts import Facts, overlap
from twosource.records import Act, Attribution, Certainty, Mention, Polarity, Relation, Span, check_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a person changes of an attribution; what is ``None`` stays.

    ``content`` are the spans of what is attributed, ``cue`` those of the words that attribute it (empty where there are
    none), from which the stance is read as of any other statement. The speaker is told by ``source``, the spans of the
    words that name it (empty where the text names none), from which the chain is read as of any other statement; or by
    ``chain``, the mentions from the outermost to the origin, which then say what the person says and no more; or by
    both.
    ``note`` is the reason, in the person's words.
    """

    content: tuple[Span, ...] | None = None
    cue: tuple[Span, ...] | None = None
    source: tuple[Span, ...] | None = None
    chain: tuple[Mention, ...] | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    note: str | None = None


def speaker(found: Source, *, span: Span | None = None) -> Mention:
    """A source that is known from elsewhere as a mention, for the ``chain`` of an :class:`Amendment`; ``span`` is where
    the words of the article stand that mean it."""
    return Mention(
        name=found.name,
        kind=found.kind,
        anonymity=found.anonymity,
        role=found.role,
        affiliation=found.affiliation,
        span=span,
    )


def amended(old: Account, amendment: Amendment, inside: Iterable[Attribution]) -> Attribution:
    """The correction of ``old``; ``inside`` are all attributions of its article, corrections among them.

    New words of content, cue or source are read as the words of any statement: a new content tells manner, figures and
    times, a new cue these and the stance, unless a person gave that, a new source the chain. All else stays as it is.
    ``ValueError`` where nothing is changed, for an empty content, and for spans that are empty, overlap, are out of
    order or outside of the article.
    """
    before, text = old.attribution, old.article.text
    content = before.content if amendment.content is None else _trimmed(amendment.content, text)
    cue = before.cue if amendment.cue is None else _trimmed(amendment.cue, text)
    source = before.source if amendment.source is None else _trimmed(amendment.source, text)
    if not content:
        raise ValueError("a statement without content says nothing")
    _check_apart(content=content, source=source, cue=cue)
    changed: dict[str, Any] = {"content": content, "cue": cue, "source": source}
    if (content, cue, source) != (before.content, before.cue, before.source):
        read = _read(old, Relation(content=content, cue=cue, source=source), inside)
        changed |= _of_content(read) if (content, cue) != (before.content, before.cue) else {}
        changed |= _of_cue(before, read) if cue != before.cue else {}
        changed |= {"chain": read.chain} if source != before.source else {}
    if amendment.chain is not None:
        changed["chain"] = _checked(amendment.chain, text)
    changed |= _stance(before, amendment)
    if all(getattr(before, name) == value for name, value in changed.items()):
        raise ValueError("nothing is changed")
    return replace(before, **changed, confidence=1.0, amends=before.id)


def _trimmed(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """``spans`` without the white space at their ends."""
    check_spans(tuple(spans), len(text))
    found = []
    for start, end in spans:
        words = text[start:end]
        if not any(map(str.isalnum, words)):
            raise ValueError(f"span {(start, end)} holds no words")
        found.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
    return tuple(found)


def _check_apart(**groups: Sequence[Span]) -> None:
    """A word belongs to one part of a statement."""
    told = [(name, span) for name, spans in groups.items() for span in spans]
    for place, (name, span) in enumerate(told):
        for other, beside in told[place + 1 :]:
            if overlap(span, beside):
                raise ValueError(f"{name} {span} and {other} {beside} overlap")


def _checked(chain: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    for mention in chain:
        if mention.span is not None:
            check_spans((mention.span,), len(text))
    return tuple(chain)


def _read(old: Account, new: Relation, inside: Iterable[Attribution]) -> Attribution:
    """What the words of ``new`` say in the place of ``old``, among what the network found in the article: so that it
    does not depend on what else was corrected."""
    known = list(inside)
    first = _first(old.attribution, {one.id: one for one in known})
    relations = [
        new if one.id == first else Relation(content=one.content, cue=one.cue, source=one.source)
        for one in known
        if one.amends is None
    ]
    relations.sort(key=lambda one: min((*one.content, *one.cue, *one.source)))
    for found in describe(Facts(old.article), relations):
        if (found.content, found.cue, found.source) == (new.content, new.cue, new.source):
            return found
    raise ValueError("these words only name somebody whom another statement is from")


def _first(one: Attribution, known: dict[str, Attribution]) -> str:
    while one.amends is not None:
        one = known[one.amends]
    return one.id


def _of_content(read: Attribution) -> dict[str, Any]:
    """What the words of the content tell."""
    names = ("manner", "figures", "said", "about", "hedge", "target")
    return {name: getattr(read, name) for name in names}


def _of_cue(before: Attribution, read: Attribution) -> dict[str, Any]:
    """What the cue tells of the stance, but for what a person gave, of which they are sure."""
    given = before.amends is not None
    names: list[str] = []
    names += [] if given and before.polarity_score == 1.0 else ["act", "polarity", "polarity_score"]
    names += [] if given and before.certainty_score == 1.0 else ["certainty", "certainty_score"]
    return {name: getattr(read, name) for name in names}


def _stance(before: Attribution, amendment: Amendment) -> dict[str, Any]:
    """Polarity and certainty as the person gives them, of which they are sure; and the act that goes with them."""
    found: dict[str, Any] = {}
    if amendment.polarity is not None and amendment.polarity != before.polarity:
        found = {"polarity": amendment.polarity, "polarity_score": 1.0}
        found["act"] = _act(before.act, amendment.polarity)
    if amendment.certainty is not None and amendment.certainty != before.certainty:
        found |= {"certainty": amendment.certainty, "certainty_score": 1.0}
    return found


def _act(act: Act, polarity: Polarity) -> Act:
    """An act that fits a new polarity: to decline is to withhold, to deny is to deny, to confirm is to affirm."""
    if polarity == "deny":
        return "denies" if act in ("states", "confirms", "declines") else act
    return "states" if act in ("denies", "declines", "confirms") else act
