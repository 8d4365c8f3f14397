"""What people ask to have added → articles, without a step outside of what they may ask for."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from twosource.errors import SourceEmpty, SourceError, SourceMissing, SourceUnreadable
from twosource.read import LIMIT, read_all, read_raw
from twosource.read.fetch import fetch
from twosource.read.sources import Raw
from twosource.records import Article
from twosource.room.adding_jobs import Address, Given, Pasted, Place, Upload, source

OnError = Callable[[SourceError], None]


def articles(given: Given, *, folders: Sequence[Path], on_error: OnError) -> Iterator[Article]:
    """The articles in ``given``; what cannot be read goes to ``on_error``. Of this machine nothing outside of
    ``folders`` is read, of the network nothing that is not public."""
    try:
        for article in _read(given, folders, on_error):
            yield _as_told(article, given)
    except SourceError as error:
        on_error(error)


def _read(given: Given, folders: Sequence[Path], on_error: OnError) -> Iterator[Article]:
    if isinstance(given, Place):
        yield from read_all([str(inside(given.path, folders))], on_error=on_error)
        return
    for result in read_raw(_raw(given)):
        if isinstance(result, SourceError):
            on_error(result)
        else:
            yield result


def _raw(given: Upload | Pasted | Address) -> Raw:
    if isinstance(given, Address):
        return fetch(given.url, limit=LIMIT, public_only=True)
    if isinstance(given, Pasted):
        return Raw(source=source(given), data=given.text.encode("utf-8", "replace"), url=given.url)
    if not given.data.strip():
        raise SourceEmpty(given.name, "is empty")
    return Raw(source=given.name, data=given.data)


def _as_told(article: Article, given: Given) -> Article:
    if isinstance(given, Pasted):
        return replace(
            article,
            title=given.title or article.title,
            outlet=given.outlet or article.outlet,
            published=given.published or article.published,
        )
    return article if article.published else replace(article, published=given.published)


def inside(path: Path, folders: Sequence[Path]) -> Path:
    """``path`` with all links followed, where it and all that is in it lie below one of ``folders``.

    :class:`SourceMissing` where it is not there or lies outside, so that nobody learns what there is outside.
    :class:`SourceUnreadable` where a link in it leads outside, and for what is neither a file nor a folder: to open a
    pipe would wait for ever.
    """
    told = str(path)
    allowed = [folder.resolve() for folder in folders]
    try:
        resolved = path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        resolved = Path()
    if not any(resolved.is_relative_to(folder) for folder in allowed):
        raise SourceMissing(told, "no such file or folder below those that may be added")
    for one in (resolved, *_within(resolved)):
        if not any(one.resolve().is_relative_to(folder) for folder in allowed):
            raise SourceUnreadable(told, f"{one.name} is a link that leads outside of what may be added")
        mode = one.stat().st_mode if one.exists() else stat.S_IFREG
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise SourceUnreadable(told, f"{one.name} is neither a file nor a folder")
    return resolved


def _within(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        yield from (Path(here, name) for name in (*folders, *names))
