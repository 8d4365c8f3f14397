"""Correcting an attribution: another is put beside it, and a judgement says that it takes its place."""

from __future__ import annotations

from twosource.across import Account, Judgement
from twosource.ledger import Writer
from twosource.ledger.aside import set_aside
from twosource.link import vectors
from twosource.link.verdicts import anchor
from twosource.model.pairs import Reader
from twosource.review.amended import Amendment, amended
from twosource.upkeep import links
from twosource.upkeep.judging import judge
from twosource.upkeep.sides import Sides


def amend(
    writer: Writer, attribution_id: str, amendment: Amendment, *, by: str, made_at: str, reader: Reader
) -> Judgement:
    """Correct an attribution, and bring up to date what follows: the judgement that was made.

    The attribution stays as it is. Its correction takes part in everything in its place while the judgement is in
    force, that is until it is withdrawn, or until a later verdict on the same attribution outranks it.
    :class:`~twosource.errors.RecordRefused` where there is no such attribution, where nothing would be changed, and
    for spans that are empty, overlap, or lie outside of the article.
    """
    old = writer.accounts([attribution_id]).get(attribution_id)
    if old is None:
        raise writer.refused(f"there is no attribution {attribution_id} to correct")
    inside = writer.accounts(writer.attributions_of([old.article.id])[old.article.id])
    try:
        new = Account(
            article=old.article,
            attribution=amended(old, amendment, [one.attribution for one in inside.values()]),
        )
    except ValueError as error:
        raise writer.refused(f"attribution {attribution_id}: {error}") from error
    if new.id not in inside:
        keep(writer, new, reader=reader)
    judgement = Judgement(
        verdict="corrected",
        about="attribution",
        left=anchor(old),
        right=anchor(new),
        by=by,
        made_at=made_at,
        note=amendment.note,
    )
    judge(writer, [judgement])
    return judgement


def keep(writer: Writer, new: Account, *, reader: Reader) -> None:
    """Store a correction that is not in force yet, with the links that it will have."""
    writer.attribute(new.article, [new.attribution], vectors=vectors.packed([new], reader))
    if list(writer.articles([new.article.id])):
        set_aside(writer, {new.id: "undone"})
        links.find_at(writer, new.id, new.article, reader=reader, sides=Sides())
