"""For notebooks and programs: read an article, see who says what in it, keep many in a ledger, ask for a brief.

    import twosource

    article = twosource.read("clippings/harbour.html")
    said = twosource.attribute(article)      # a sequence of attributions; a notebook shows them marked in the text
    ledger = twosource.Ledger("harbour.db")
    ledger.add("clippings/")
    ledger.brief("How many people died?")    # a notebook shows the whole brief

``to_pandas()`` and ``to_arrow()`` give tables where pandas or pyarrow is installed; neither is needed for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, overload

from twosource.across import Proposition, Source, Unread
from twosource.attribute import attribute as attributed
from twosource.brief.choice import MOST, Choice
from twosource.brief.compose import brief as compose
from twosource.brief.records import Brief
from twosource.errors import NoArticle, SourceError
from twosource.export.csv import COLUMNS, cells
from twosource.export.marked import marked
from twosource.export.tables import arrow, installed
from twosource.ledger import Added, Trying
from twosource.ledger import Ledger as Store
from twosource.ledger.aside import counting
from twosource.making import made_by
from twosource.model.pairs import PairReader
from twosource.pipeline import add_articles
from twosource.read import read as reading
from twosource.records import Article, Attribution

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyarrow import Table

__all__ = ["Attributed", "Ledger", "attribute", "read", "read_all"]


def read(source: str | Path) -> Article:
    """The one article at ``source``: a file or an http(s) address.

    Raises a :class:`~twosource.errors.SourceError` that says why where there is none, or more than one
    (:func:`read_all` takes those).
    """
    found = list(reading(str(source)))
    if len(found) != 1:
        raise NoArticle(str(source), f"holds {len(found)} articles; read_all gives them all")
    return found[0]


def read_all(*sources: str | Path) -> Iterator[Article]:
    """The articles of all ``sources``: files, folders, addresses. Raises at the first that cannot be read."""
    for source in sources:
        yield from reading(str(source))


class Attributed(Sequence[Attribution]):
    """The attributions of one article in the order of its text. A notebook shows them marked in the article."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self._attributions = tuple(attributions)

    def __len__(self) -> int:
        return len(self._attributions)

    @overload
    def __getitem__(self, place: int) -> Attribution: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Attribution, ...]: ...
    def __getitem__(self, place: int | slice) -> Attribution | tuple[Attribution, ...]:
        return self._attributions[place]

    def __repr__(self) -> str:
        count = f"{len(self)} attribution{'' if len(self) == 1 else 's'}"
        return f"<{count} in {self.article.title or self.article.source!r}>"

    def to_pandas(self) -> DataFrame:
        """A row an attribution, with the columns of the CSV of ``twosource extract``."""
        rows = [cells(self.article, found, made_by=made_by()) for found in self]
        frame: DataFrame = installed("pandas").DataFrame(rows, columns=list(COLUMNS))
        return frame

    def _repr_html_(self) -> str:
        return marked(self.article, self)


def attribute(article: Article, *, threads: int = 1) -> Attributed:
    """Who says what in ``article``."""
    ((_, found),) = attributed([article], threads=threads)
    return Attributed(article, found)


class Ledger:
    """A ledger in a file, or at a ``postgresql://`` address: made where there is none.

    It may be used as a context manager; else :meth:`close` it. What it holds is read anew on every call.
    """

    def __init__(self, where: str | Path = "twosource.db") -> None:
        self._store = Store.open(where)

    def add(self, *sources: str | Path | Article, published: str | None = None) -> list[Added]:
        """Add files, folders, addresses or articles, and work out what holds across all that is there.

        Each article is added as a whole. Raises at the first source that cannot be read, with what came before it
        kept. ``published`` is the day for articles that do not state one.
        """
        given = self._tried(sources)
        articles = (article if article.published else replace(article, published=published) for article in given)
        return [added for _, added in add_articles(articles, self._store, reader=self._reader)]

    def _tried(self, sources: Sequence[str | Path | Article]) -> Iterator[Article]:
        trying = Trying(self._store)
        try:
            for source in sources:
                for article in [source] if isinstance(source, Article) else reading(str(source)):
                    trying.read(article)
                    yield article
        except SourceError as error:
            trying.failed(error)
            raise

    def unread(self) -> list[Unread]:
        """The sources that could not be read when they were last tried, the latest first."""
        with self._store.view() as view:
            return view.unread()

    def brief(self, question: str | None = None, *, most: int = MOST, **narrowed: str) -> Brief:
        """The cited answer to ``question``, or what matters most here. A notebook shows it as a page.

        ``narrowed`` are ``source``, ``outlet``, ``since`` and ``until``, as for ``twosource brief``.
        """
        choice = Choice(most=most, linked=True, **narrowed)
        with self._store.view() as view:
            return compose(view, question, choice=choice, reader=self._reader if question else None)

    def articles(self) -> list[Article]:
        """The current articles, by time of publication."""
        with self._store.view() as view:
            return list(view.articles())

    def attributed(self, article: Article | str) -> Attributed:
        """The attributions of an article that is here, given itself or its id: those that count."""
        wanted = article if isinstance(article, str) else article.id
        with self._store.view() as view:
            known = view.article(wanted)
            if known is None:
                raise KeyError(wanted)
            accounts = view.accounts(counting(view, [wanted])[wanted])
        return Attributed(known, [account.attribution for account in accounts.values()])

    def propositions(self) -> list[Proposition]:
        """All propositions."""
        with self._store.view() as view:
            return list(view.propositions())

    def sources(self) -> list[Source]:
        """All sources."""
        with self._store.view() as view:
            return list(view.sources())

    def to_arrow(self, table: str = "attributions") -> Table:
        """One of the tables that ``twosource export --format parquet`` writes: ``articles``, ``attributions``,
        ``sources``, ``propositions``, ``links`` or ``origins``."""
        with self._store.view() as view:
            found: Table = arrow(view, table)
        return found

    def to_pandas(self, table: str = "attributions") -> DataFrame:
        """The same table for pandas."""
        installed("pandas")
        frame: DataFrame = self.to_arrow(table).to_pandas()
        return frame

    @cached_property
    def _reader(self) -> PairReader:
        return PairReader()

    def close(self) -> None:
        """Close the connections."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        with self._store.view() as view:
            counts = view.counts()
        return f"<Ledger {self._store.where}: {counts['articles']} articles, {counts['attributions']} attributions>"
