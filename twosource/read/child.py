"""The process in which documents are read that could take too long, too much memory, or the process with them.

It takes one document after another on standard input and writes what is in it on standard output, each a line of JSON;
a document's bytes follow its line. Before each it sets a clock of the processor's time whose signal nothing holds back,
so that it ends whatever C code is doing, and it has bound its memory. What it died of the other side tells
(:mod:`twosource.read.apart`).
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, BinaryIO

from twosource import errors
from twosource.errors import SourceError, SourceTooLarge
from twosource.read import readers
from twosource.read.sources import Raw
from twosource.records import Article

_NAMES = tuple(field.name for field in fields(Article) if field.init)
_TUPLES = ("authors", "credits", "captions")


def serve(requests: BinaryIO, answers: BinaryIO, *, memory: int) -> None:
    """Answer requests until there are none; ``memory`` is what this process may have."""
    while line := requests.readline():
        asked = json.loads(line)
        data = requests.read(asked["size"])
        answers.write(json.dumps(_answer(asked, data, memory)).encode() + b"\n")
        answers.flush()


def _answer(asked: Mapping[str, Any], data: bytes, memory: int) -> list[dict[str, Any]]:
    raw = Raw(source=asked["source"], data=data, url=asked["url"], charset=asked["charset"])
    with _clock(asked["seconds"]):
        try:
            return written(readers.articles(raw, asked["kind"]))
        except SourceError as error:
            return written([error])
        except MemoryError:
            return written([SourceTooLarge(raw.source, too_large(memory))])


def too_large(memory: int) -> str:
    """What is said of a document that needs more than ``memory`` bytes."""
    return f"needs more than {memory / 1e9:g} GB of memory to be read"


def written(results: Iterable[Article | SourceError]) -> list[dict[str, Any]]:
    """``results`` as they go over."""
    return [
        {"error": type(one).__name__, "source": one.source, "reason": one.reason}
        if isinstance(one, SourceError)
        else {name: getattr(one, name) for name in _NAMES}
        for one in results
    ]


def read_back(given: Mapping[str, Any]) -> Article | SourceError:
    """One of ``results`` as it came over."""
    if "error" in given:
        kind = getattr(errors, given["error"])
        error: SourceError = kind(given["source"], given["reason"])
        return error
    spans = tuple((start, end) for start, end in given["paragraphs"])
    return Article(**{**given, "paragraphs": spans, **{name: tuple(given[name]) for name in _TUPLES}})


@contextlib.contextmanager
def _clock(seconds: float) -> Any:
    """End this process after so many seconds of the processor; where there is no such clock (Windows), never."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)


def _bound(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(memory: int) -> None:
    """Serve standard input and output in so many bytes; whatever prints otherwise prints nothing."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdout = sys.stderr
    _bound(memory)
    serve(sys.stdin.buffer, answers, memory=memory)
