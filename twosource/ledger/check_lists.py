"""What is kept beside the records, and follows from them: what is current, lists, full text.

Each function gives ``ID: what is wrong`` for every record of which something else is kept than follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Table, select

from twosource.ledger import facets, heard, schema, versions
from twosource.ledger.reading import batches
from twosource.ledger.view import View

_FOUND_BY = re.compile(r"[^\W\d_]{5,}", re.ASCII)
"""Words that every tokenizer takes for words, and that are no word that full text leaves out."""


def current_found(view: View) -> Iterator[str]:
    """Articles that are noted to be current and are not, and the other way round."""
    noted = set(view._connection.scalars(select(schema.articles.c.id).where(schema.articles.c.current)))
    wanted = versions.expected(view._connection)
    yield from (f"{id_}: is taken for current and is not" for id_ in sorted(noted - wanted))
    yield from (f"{id_}: is current and is not taken for it" for id_ in sorted(wanted - noted))


def facets_found(view: View) -> Iterator[str]:
    """Propositions that lists would show in the wrong place, or not."""
    wrong = facets.differing(view._connection, view._dialect)
    yield from (f"{id_}: lists do not fit it" for id_ in wrong)


def heard_found(view: View) -> Iterator[str]:
    """Sources that lists would show in the wrong place, or not."""
    wrong = heard.differing(view._connection, view._dialect)
    yield from (f"{id_}: lists do not fit it" for id_ in wrong)


def full_text_found(view: View) -> Iterator[str]:
    """Rows of the full text without a record, and records without a row."""
    for name, table in _INDEXED:
        there = view._dialect.indexed(view._connection, name)
        wanted = set(view._connection.scalars(select(table.c.number)))
        yield from (f"{table.name} {number}: is not there" for number in sorted(wanted - there))
        yield from (f"{table.name} {number}: is of no record" for number in sorted(there - wanted))


def words_found(view: View) -> Iterator[str]:
    """Records that the full text does not find by a word of theirs."""
    for name, table in _INDEXED:
        numbers = view._connection.scalars(select(table.c.number).order_by(table.c.number)).all()
        for batch in batches(numbers):
            for number, id_, text in _texts(view, table, batch):
                word = max(_FOUND_BY.findall(text[:2000]), key=len, default=None)
                if word and not view._dialect.finds(view._connection, name, (number, word)):
                    yield f"{id_}: the full text does not find it"


def _texts(view: View, table: Table, numbers: list[int]) -> Iterator[tuple[int, str, str]]:
    """Number, id and indexed words of records."""
    rows = view._among(select(table.c.number, table.c.id).order_by(table.c.number), table, "number", numbers)
    ids = [row.id for row in rows]
    if table is schema.articles:
        texts = {id_: article.text for id_, article in view._articles(ids).items()}
    else:
        texts = {id_: account.quote for id_, account in view.accounts(ids).items()}
    yield from ((row.number, row.id, texts[row.id]) for row in rows)


_INDEXED = ((schema.article_words, schema.articles), (schema.attribution_words, schema.attributions))
