"""Finding anew who says what in an article that is kept, without losing what people said of it.

A person's word outranks a new extraction. An attribution that somebody called right, or corrected, stays as it is, with
its corrections, and what is found anew of the same passage does not stand beside it. All other attributions are
exchanged for those found anew; a judgement on one of them holds for the one that has its id, else for the one whose
content overlaps its passage most (:func:`twosource.link.verdicts.anchored`). Where there is none, the judgement is left
behind: it is kept, takes effect again should its passage be found again, and is told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.across import Account, Anchor, Judgement, in_force
from twosource.ledger import Added, View, Writer
from twosource.link import vectors
from twosource.link.verdicts import Find, Standing, anchor, anchored
from twosource.model.pairs import Reader
from twosource.records import Article, Attribution
from twosource.upkeep.mentions import mention_at
from twosource.upkeep.settling import settle
from twosource.upkeep.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone:
    """What finding an article's attributions anew comes to: ``attributions`` are those that it has then.

    ``same``, ``changed`` (found again with other spans or read otherwise), ``gone`` and ``new`` count what the network
    found, before and after; ``kept`` are those that stay on a person's word, corrections included. ``carried`` are the
    judgements that hold as before, ``moved`` those of them that hold for other spans now, ``left`` those that hold for
    nothing any more.
    """

    article: Article
    attributions: tuple[Attribution, ...]
    same: int
    changed: int
    gone: int
    new: int
    kept: int
    carried: tuple[Judgement, ...]
    moved: tuple[Judgement, ...]
    left: tuple[Judgement, ...]


def redo(
    writer: Writer, article: Article, found: Sequence[Attribution], *, reader: Reader, sides: Sides | None = None
) -> Redone:
    """Put ``found``, what the network finds in ``article`` now, in place of what it found before, and bring all that is
    derived up to date: the ledger is then what it would be, had the article been read by the code and networks that run
    now, and the judgements been given afterwards."""
    sides = sides or Sides()
    made = compared(writer, article, found)
    before = writer.attributions_of([article.id])[article.id]
    accounts = [Account(article=article, attribution=one) for one in made.attributions]
    packed = vectors.packed(accounts, reader) if accounts else {}
    current = bool(list(writer.articles([article.id])))
    if current:
        # As if it had given way to a newer version, and then come back.
        writer.count(article.id, current=False)
        lowered = Added(status="older", article_id=article.id, retired=before, lowered=(article.id,))
        settle(writer, lowered, reader=reader, sides=sides)
    writer.reattribute(article, made.attributions, vectors=packed)
    sides.forget(article.id)
    if current:
        writer.count(article.id, current=True)
        arrived = writer.attributions_of([article.id])[article.id]
        raised = Added(status="known", article_id=article.id, arrived=arrived, raised=(article.id,))
        settle(writer, raised, reader=reader, sides=sides)
    return made


def compared(view: View, article: Article, found: Sequence[Attribution]) -> Redone:
    """What :func:`redo` would come to; nothing is written."""
    inside = view.attributions_of([article.id])[article.id]
    before = list(view.accounts(inside).values())
    judgements = view.judgements()
    kept = _kept(before, judgements)
    instead = _instead(before, kept, found, judgements)
    new = [_aimed(one, instead) for one in found if one.id not in instead]
    after = [*(one.attribution for one in before if one.id in kept), *new]
    attributions = tuple(sorted(after, key=lambda one: (one.content[0][0], one.id)))
    old = {one.id: one.attribution for one in before if one.id not in kept}
    again = _again(article, old, new)
    same = sum(old[one].as_dict() == now.as_dict() for one, now in again.items())
    carried, moved, left = _judgements(article, before, attributions, judgements)
    return Redone(
        article=article,
        attributions=attributions,
        same=same,
        changed=len(again) - same,
        gone=len(old) - len(again),
        new=len(new) - len(again),
        kept=len(kept),
        carried=tuple(carried),
        moved=tuple(moved),
        left=tuple(left),
    )


def _kept(before: Sequence[Account], judgements: Iterable[Judgement]) -> set[str]:
    """What stays on a person's word: corrections and what they amend, and what was called right."""
    amends = {one.attribution.amends for one in before if one.attribution.amends}
    corrected = {one.id for one in before if one.attribution.amends or one.id in amends}
    verdicts: dict[str, str] = {}
    for one in in_force(judgements):
        if one.about == "attribution" and one.verdict in ("right", "wrong", "corrected"):
            about = anchored(one.left, _those(before))
            verdicts |= {about: one.verdict} if about else {}
    return corrected | {one for one, verdict in verdicts.items() if verdict == "right"}


def _instead(
    before: Sequence[Account], kept: set[str], found: Sequence[Attribution], judgements: Iterable[Judgement]
) -> Mapping[str, str]:
    """What is found anew of a passage that a kept attribution has → that attribution. A correction in force speaks for
    its own passage too, which the network may have learnt to find."""
    standing = Standing(judgements, _those(before))
    accounts = [Account(article=before[0].article, attribution=one) for one in found] if before else []
    instead: dict[str, str] = {}
    for one in before:
        if one.id not in kept or (one.attribution.amends and standing.of(one.article.id)[one.id].why):
            continue
        again = anchored(anchor(one), _those(accounts))
        if again:
            instead[again] = one.id
    return instead


def _again(article: Article, old: Mapping[str, Attribution], new: Sequence[Attribution]) -> dict[str, Attribution]:
    """Ids of before → what was found again: the one of that id, else one that nothing else is, by the passage."""
    by_id = {one.id: one for one in new}
    again = {one: by_id[one] for one in old if one in by_id}
    left = [Account(article=article, attribution=one) for one in new if one.id not in again]
    for one in sorted(old.keys() - again.keys()):
        gone = Account(article=article, attribution=old[one])
        found = anchored(anchor(gone), _those(left))
        if found:
            again[one] = by_id[found]
            left = [account for account in left if account.id != found]
    return again


def _aimed(found: Attribution, instead: Mapping[str, str]) -> Attribution:
    """``found``, speaking of what stands in place of what it speaks of."""
    target = found.target
    other = instead.get(target.attribution or "") if target else None
    return replace(found, target=replace(target, attribution=other)) if target and other else found


def _judgements(
    article: Article, before: Sequence[Account], after: Sequence[Attribution], judgements: Iterable[Judgement]
) -> tuple[list[Judgement], list[Judgement], list[Judgement]]:
    """The judgements that are about something in ``article``: those that hold as before, those of them that hold for
    other spans, and those that are left behind."""
    now = [Account(article=article, attribution=one) for one in after]
    carried: list[Judgement] = []
    moved: list[Judgement] = []
    left: list[Judgement] = []
    for one in in_force(judgements):
        ends = [end for end in (one.left, one.right) if end and end.article == article.id]
        held = [(there, _meant(one, end, now)) for end in ends if (there := _meant(one, end, before))]
        if not held:
            continue
        (carried if all(again for _, again in held) else left).append(one)
        if all(again for _, again in held) and any(there != again for there, again in held):
            moved.append(one)
    return carried, moved, left


def _meant(judgement: Judgement, end: Anchor, accounts: Sequence[Account]) -> frozenset[object]:
    """What one end of a judgement is about among the ``accounts`` of its article; empty where it is about nothing."""
    if judgement.about == "source":
        return frozenset(_at(end, accounts))
    found = anchored(end, _those(accounts))
    return frozenset({found} if found else ())


def _at(end: Anchor, accounts: Sequence[Account]) -> Iterator[object]:
    if end.span:
        # Which attribution a mention is of does not matter: the judgement is about whom the words mean.
        yield from {end.span for _ in mention_at(accounts, end.span)}


def _those(accounts: Sequence[Account]) -> Find:
    """``accounts``, which are of one article, where that is asked for."""
    own = {one.article.id: accounts for one in accounts}
    return lambda article: own.get(article, ())
