"""What a judgement is anchored in, for those who make one."""

from __future__ import annotations

from twosource.across import Account, Anchor, Case
from twosource.ledger import View
from twosource.link.verdicts import anchor
from twosource.resolve import Signature
from twosource.upkeep.judged import Judged
from twosource.upkeep.mentions import Place
from twosource.upkeep.signatures import inside, read
from twosource.upkeep.sources import mentions_of, seam


def ends(view: View, case: Case) -> tuple[Anchor, Anchor | None]:
    """The ends of a judgement on ``case``: of one about a source the two mentions that its least sure join brought
    together, so that ``same`` settles it and ``not-same`` parts them; of one about two a mention of each, by the name
    that it goes by. ``KeyError`` where what it is about is gone."""
    if case.about == "source":
        return (_named(view, case.left), _named(view, case.right)) if case.right else _seam(view, case.left)
    found = view.accounts([case.left, *([case.right] if case.right else [])])
    return anchor(found[case.left]), anchor(found[case.right]) if case.right else None


def taken_out(view: View, mention: Place) -> tuple[Anchor, Anchor]:
    """The ends of a judgement ``not-same`` about a source that takes one mention out of it: the mention, and what the
    source goes by. ``KeyError`` where there is no such mention, or nothing that points at it."""
    source_id = view.source_of([mention])[mention]
    (source,) = view.sources([source_id])
    account = view.accounts([mention[0]])[mention[0]]
    own = _at(account, mention[1], source_id, source.name)
    if own.span is None:
        raise KeyError(mention)
    return own, Anchor(record=source_id, name=source.name)


def _seam(view: View, source_id: str) -> tuple[Anchor, Anchor | None]:
    found = seam(view, source_id, judged=Judged(view))
    if found is None:
        source = next(iter(view.sources([source_id])), None)
        if source is None:
            raise KeyError(source_id)
        return Anchor(record=source_id, name=source.name), None
    one, other = (_earliest(view, source_id, each) for each in found)
    return one, other


def _named(view: View, source_id: str) -> Anchor:
    source = next(iter(view.sources([source_id])), None)
    own = read(view, inside(view, source_id)).values()
    if source is None or not own:
        raise KeyError(source_id)
    return _earliest(view, source_id, min(own, key=lambda one: (one.label != source.name, one.id)))


def _earliest(view: View, source_id: str, signature: Signature) -> Anchor:
    """The first mention of a signature, with a span if any has one."""
    places = mentions_of(view, [signature.id])[signature.id]
    accounts = view.accounts(sorted({attribution for attribution, _ in places}))
    anchors = [
        (_at(accounts[attribution], place, source_id, signature.label), accounts[attribution].order, place)
        for attribution, place in places
    ]
    return min(anchors, key=lambda entry: (entry[0].span is None, *entry[1:]))[0]


def _at(account: Account, place: int, source_id: str, name: str | None) -> Anchor:
    span = account.attribution.chain[place].span
    return Anchor(record=source_id, article=account.article.id if span else None, span=span, name=name)
