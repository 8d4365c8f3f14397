"""The notes at the end of a brief: what each number stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.brief.phrases import citations, cited
from twosource.brief.records import Brief, Statement
from twosource.export.words import quoted
from twosource.records import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a number stands for: ``content`` are the spans of the cited words in ``article``, ``span`` reaches from the
    first of their characters to the last; ``statement`` is ``None`` for who is told of as not answering alone."""

    number: int
    attribution: str
    article: Article
    span: Span
    content: tuple[Span, ...]
    statement: Statement | None

    @property
    def quoted(self) -> str:
        """The cited words, as :func:`cited` gives them."""
        return cited(self.statement) if self.statement else quoted(self.article, self.content)


def notes(brief: Brief) -> Iterator[Note]:
    """The notes at the end, by number."""
    articles = {article.id: article for article in brief.articles}
    statements = brief.statement_of
    for number, citation in enumerate(citations(brief), 1):
        statement = statements.get(citation.attribution)
        yield Note(
            number=number,
            attribution=citation.attribution,
            article=statement.account.article if statement else articles[citation.article],
            span=statement.span if statement else citation.span,
            content=statement.account.attribution.content if statement else (citation.span,),
            statement=statement,
        )


@dataclass(frozen=True, slots=True)
class Cited:
    """The notes of a page, and which of them have been pointed at so far: the way back from a note leads there."""

    notes: Sequence[Note]
    by_attribution: Mapping[str, Note]
    seen: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, brief: Brief) -> Cited:
        """Those of ``brief``, none pointed at."""
        found = list(notes(brief))
        return cls(found, {note.attribution: note for note in found})

    def once(self, note: Note) -> bool:
        """Whether this is the first time that the page points at ``note``."""
        first = note.number not in self.seen
        self.seen.add(note.number)
        return first
