"""Passages that articles share, kept beside either article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from twosource.ledger import View, Writer
from twosource.origins import Copy, keys, passages, shared

PASSAGES = "passage"
SPACE = "copy"


def find(writer: Writer, article_id: str) -> None:
    """Compare an article that became current with all that share twelve words in a row with it."""
    article = writer.article(article_id)
    assert article is not None
    own = frozenset().union(*(keys(passage) for passage in passages(article)))
    others = {other for items in writer.items(PASSAGES, sorted(own)).values() for other in items}
    writer.put_keys(PASSAGES, {article_id: own})
    found: dict[str, set[str]] = defaultdict(set)
    for other in writer.articles(sorted(others - {article_id})):
        for copy in shared(article, other):
            for end in (copy.left, copy.right):
                found[end].add(_packed(copy))
    _put(writer, found)


def forget(writer: Writer, articles: Iterable[str]) -> None:
    """Remove what is known of ``articles``, on the other side too."""
    gone = set(articles)
    others = {end for copy in between(writer, gone) for end in (copy.left, copy.right)} - gone
    writer.drop_keys(SPACE, sorted(gone))
    writer.drop_keys(PASSAGES, sorted(gone))
    kept = {
        other: {text for text in texts if not gone & set(_ends(text))}
        for other, texts in writer.keys(SPACE, sorted(others)).items()
    }
    writer.put_keys(SPACE, kept)


def between(view: View, articles: Iterable[str]) -> list[Copy]:
    """The copies that have either end in ``articles``, sorted."""
    texts = set().union(*view.keys(SPACE, sorted(set(articles))).values())
    return [_copy(json.loads(text)) for text in sorted(texts)]


def _put(writer: Writer, found: dict[str, set[str]]) -> None:
    known = writer.keys(SPACE, sorted(found))
    writer.put_keys(SPACE, {end: known[end] | texts for end, texts in found.items()})


def _packed(copy: Copy) -> str:
    return json.dumps(copy.as_dict(), sort_keys=True, separators=(",", ":"))


def _ends(text: str) -> tuple[str, str]:
    fields = json.loads(text)
    return fields["left"], fields["right"]


def _copy(fields: dict[str, object]) -> Copy:
    left, right = fields.pop("left_span"), fields.pop("right_span")
    assert isinstance(left, list)
    assert isinstance(right, list)
    return Copy(left_span=(left[0], left[1]), right_span=(right[0], right[1]), **fields)  # type: ignore[arg-type]
