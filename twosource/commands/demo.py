"""``twosource demo``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.console import Failures, emit, opened, orderly, screen
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from twosource.ledger import View
    from twosource.records import Article, Attribution

SHOWN_BY_DEMO = "07-estmere-observer.html"
SHOWN = 4
"""Propositions: a screen or two."""


@click.command()
def demo() -> None:
    """Show the bundled example from nothing to a brief: one article's attributions, then what all twelve come to.

    The example is a fictional explosion in a fictional port, told by fictional outlets over three days. The brief is
    left as a page, beside its ledger, in a new folder for temporary files.

    \b
    Example:
      twosource demo
    """
    with orderly():
        from twosource.brief.choice import Choice
        from twosource.brief.compose import brief
        from twosource.brief.html import page
        from twosource.brief.terminal import lines
        from twosource.ledger import Ledger
        from twosource.pipeline import add

        failures = Failures()
        folder = Path(tempfile.mkdtemp(prefix="twosource-"))
        with Ledger.open(folder / "port-ansel.db") as ledger, opened(None) as stream:
            added = [article for article, _ in add([str(story_folder())], ledger, on_error=failures.add)]
            paper = screen(stream)
            with ledger.view() as view:
                for article in added:
                    if SHOWN_BY_DEMO in article.source:
                        emit(paper.article(article, _attributions(view, article)), stream)
                emit([f"All {len(added)} articles of the example:\n\n"], stream)
                emit(lines(brief(view, choice=Choice(most=SHOWN)), paper), stream)
                (folder / "port-ansel.html").write_text(page(brief(view)), encoding="utf-8")
            emit([f"\nThe whole brief as a page: {folder / 'port-ansel.html'}\nIts ledger: {ledger.where}\n"], stream)
        failures.settle()


def _attributions(view: View, article: Article) -> tuple[Attribution, ...]:
    ids = view.attributions_of([article.id])[article.id]
    return tuple(account.attribution for account in view.accounts(ids).values())


def story_folder() -> Path:
    """The example's articles: in the source tree, or else where the wheel puts them."""
    package = Path(__file__).parent.parent
    for base in (package.parent, package):
        if (folder := base / "examples" / "port-ansel").is_dir():
            return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    raise TwosourceError("the example is not part of this installation")
