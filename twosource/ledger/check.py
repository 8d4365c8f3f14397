"""Whether a ledger is sound: its file, its records, and what is kept beside them for lists and search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from twosource.errors import LedgerDamaged
from twosource.ledger import check_lists, check_records
from twosource.ledger.store import Ledger
from twosource.ledger.stored import Unreadable
from twosource.ledger.view import View

_SHOWN = 3
_MOST = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in words. It is ``kept_beside`` where it is only of what is made from the records, and an import
    of an export makes it anew."""

    text: str
    kept_beside: bool = False


_Check = Callable[[View], Iterator[str]]

_OF_RECORDS: tuple[tuple[str, _Check], ...] = (
    ("article", check_records.articles_found),
    ("statement", check_records.attributions_found),
    ("source", check_records.sources_found),
    ("proposition", check_records.propositions_found),
    ("link", check_records.links_found),
    ("origin", check_records.origins_found),
    ("judgement", check_records.judgements_found),
    ("change", check_records.changes_found),
    ("feed", check_records.feeds_found),
    ("unread source", check_records.unread_found),
    ("case", check_records.cases_found),
    ("key", check_records.keys_found),
    ("maker", check_records.makers_found),
)
_OF_LISTS: tuple[tuple[str, _Check], ...] = (
    ("article", check_lists.current_found),
    ("proposition", check_lists.facets_found),
    ("source", check_lists.heard_found),
    ("row of the full text", check_lists.full_text_found),
)


def check(view: View, *, deep: bool = False, on_part: Callable[[str], None] | None = None) -> Iterator[Finding]:
    """Everything that is wrong with the ledger of ``view``; nothing where it is sound.

    ``deep`` asks the full text for words of every record besides, which takes ten times as long. ``on_part`` hears what
    is looked at next.
    """
    tell = on_part or _nobody
    tell("the file")
    yield from map(Finding, _shown("in the file", _guarded(view, view.file_faults)))
    for what, found in _OF_RECORDS:
        tell(f"each {what}")
        yield from map(Finding, _summed(what, _guarded(view, lambda found=found: found(view))))  # type: ignore[misc]
    lists = [*_OF_LISTS, *((("record", check_lists.words_found),) if deep else ())]
    for what, found in lists:
        tell(f"lists, by {what}")
        for text in _summed(what, _guarded(view, lambda found=found: found(view))):  # type: ignore[misc]
            yield Finding(text, kept_beside=True)


def _nobody(_part: str) -> None:
    """Hears nothing."""


def check_index(ledger: Ledger) -> Iterator[Finding]:
    """What the database finds wrong with its full text, besides what :func:`check` finds."""
    try:
        ledger.check_index()
    except LedgerDamaged as error:
        yield Finding(f"full text: {error.reason}", kept_beside=True)


def _guarded(view: View, found: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What ``found`` finds, and what it fails of: damage may end the reading of a table."""
    try:
        with view.apart():
            yield from found()
    except (DBAPIError, Unreadable) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        yield f"cannot be read to the end ({' '.join(str(said).split())[:200]})"


def _shown(where: str, found: Iterator[str]) -> Iterator[str]:
    for number, text in enumerate(found):
        if number == _MOST:
            yield f"{where}: and more"
            return
        yield f"{where}: {text}"


def _summed(what: str, found: Iterator[str]) -> Iterator[str]:
    """``found``, each ``ID: what is wrong`` or a sentence of its own, those of a kind together."""
    kinds: dict[str, list[str]] = {}
    for text in found:
        id_, _, wrong = text.rpartition(": ")
        kinds.setdefault(wrong, []).append(id_)
    for wrong, ids in kinds.items():
        named = [id_ for id_ in ids if id_]
        if not named:
            yield f"{what}s: {wrong}"
            continue
        more = f" and {len(named) - _SHOWN:,} more" if len(named) > _SHOWN else ""
        count = "1 " + what if len(named) == 1 else f"{len(named):,} {what}s"
        yield f"{count}: {wrong} ({', '.join(named[:_SHOWN])}{more})"
