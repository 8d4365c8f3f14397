"""``twosource brief``."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from twosource.brief.choice import MOST, Choice
from twosource.commands import options
from twosource.console import emit, opened, orderly, screen
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.brief.records import Brief

Format = Literal["terminal", "md", "html", "json"]

_SUFFIXES: dict[str, Format] = {".html": "html", ".htm": "html", ".json": "json", ".md": "md"}


def _choosing(command: Callable[..., None]) -> Callable[..., None]:
    """The options that narrow a brief, as one argument ``choice``."""

    @click.option("--source", metavar="NAME", help="Only what a source of that name says, or a part of the name.")
    @click.option("--outlet", metavar="NAME", help="Only what that outlet prints.")
    @click.option("--since", type=options.Moment(), help="Only what was printed on that day or later.")
    @click.option("--until", type=options.Moment(), help="Only what was printed on that day or before.")
    @click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True, help="Propositions at most.")
    @functools.wraps(command)
    def narrowed(**given: Any) -> None:
        names = ("source", "outlet", "since", "until", "most")
        command(choice=Choice(**{name: given.pop(name) for name in names}), **given)

    return narrowed


def _rewording(command: Callable[..., None]) -> Callable[..., None]:
    """The options of rewording, as one argument: server and model, or ``None``."""

    @click.option("--reword", metavar="URL", help="Server of the OpenAI kind that puts the answer into other words.")
    @click.option("--model", metavar="NAME", help="The model it uses ($TWOSOURCE_KEY is its key, if it wants one).")
    @functools.wraps(command)
    def worded(*, reword: str | None, model: str | None, **given: Any) -> None:
        if bool(reword) != bool(model):
            raise click.UsageError("--reword and --model go together")
        command(reword=(reword, model) if reword else None, **given)

    return worded


@click.command()
@click.argument("question", nargs=-1)
@options.ledger
@click.option("--format", "form", type=click.Choice(["terminal", "md", "html", "json"]), help="How to write it.")
@_choosing
@_rewording
@options.output
def brief(
    question: tuple[str, ...],
    ledger: str,
    form: Format | None,
    choice: Choice,
    reword: tuple[str, str] | None,
    output: Path | None,
) -> None:
    """Answer a QUESTION out of the ledger, every sentence cited to exact words; or tell what matters most in it.

    Without --format, a terminal gets text for reading, a file named .html, .json or .md what its name says, all else
    Markdown. The HTML is one file that needs nothing beside itself.

    \b
    Examples:
      twosource brief
      twosource brief "How many people were killed?"
      twosource brief --ledger port.db --output port.html "What was stored at the pier?"
      twosource brief --source "Interior Ministry" --since 2025-03-05 --format json | jq .sentences
    """
    options.refuse_overwriting(output, (ledger,))
    with orderly():
        made = _made(ledger, " ".join(question) or None, choice)
        if reword:
            from twosource.brief.reword import reword as worded

            made = worded(made, url=reword[0], model=reword[1], key=os.environ.get("TWOSOURCE_KEY"))
        with opened(output) as stream:
            emit(_written(made, form or _default_format(output, stream), stream), stream)


def _made(ledger: str, question: str | None, choice: Choice) -> Brief:
    from twosource.brief.compose import brief as compose
    from twosource.ledger import Ledger
    from twosource.model.pairs import PairReader

    with Ledger.open(ledger, create=False) as opened_ledger, opened_ledger.view() as view:
        made = compose(view, question, choice=choice, reader=PairReader() if question else None)
    if not made.entries and not made.missing:
        sought = " that fits" if question or choice.narrows else ""
        raise TwosourceError(
            f"{opened_ledger.where}: nothing{sought} among {made.read} article{'s' * (made.read != 1)}"
        )
    return made


def _default_format(output: Path | None, stream: TextIO) -> Format:
    if output:
        return _SUFFIXES.get(output.suffix.lower(), "md")
    return "terminal" if stream.isatty() else "md"


def _written(made: Brief, form: Format, stream: TextIO) -> Iterator[str]:
    if form == "json":
        from twosource.export.line import line

        yield line(made.as_dict())
    elif form == "html":
        from twosource.brief.html import page

        yield page(made)
    elif form == "md":
        from twosource.brief.markdown import pieces

        yield from pieces(made)
    else:
        from twosource.brief.terminal import lines

        yield from lines(made, screen(stream))
