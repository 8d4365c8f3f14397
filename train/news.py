"""Unmarked news for :mod:`train.label`, out of the development data: `python -m train.news --help`.

The article collections of ``stories/`` and the pages of ``reading/``, these as the product reads them. What is kept for
blind samples (``gate/unseen.json``) is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

from gate import DATA, blind, corpora
from twosource.errors import SourceError
from twosource.read import read_bytes

_COLLECTIONS = {"news-clusters": ("text", 1), "wikinews": ("text", 1), "fa-kes": ("article_content", 3)}
"""The field of the text, and of how many articles one is taken: reports without paragraphs and commas are few."""
_PAGES = ("article-extraction-benchmark.tar.gz", "fundus-pages.tar.gz")


def texts(data: Path) -> Iterator[str]:
    """Every text, the collections first."""
    unseen: dict[str, list[int]] = json.loads(Path(blind.__file__).with_name("unseen.json").read_text())
    for corpus, (field, every) in _COLLECTIONS.items():
        left_out = set(unseen.get(corpus, ()))
        for number, row in enumerate(corpora.rows(data, corpus)):
            if number not in left_out and number % every == 0:
                yield row[field] or ""
    for name in _PAGES:
        yield from _of_pages(data / "reading" / name)


def _of_pages(path: Path) -> Iterator[str]:
    with tarfile.open(path) as archive:
        for name in sorted(archive.getnames()):
            page = archive.extractfile(name) if name.endswith((".html", ".html.gz")) else None
            try:
                yield from (article.text for article in read_bytes(page.read(), source=name)) if page else ()
            except SourceError:
                continue


def main() -> None:
    """Read the options, write the file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("out", type=Path, help="gzipped JSONL to write")
    options.add_argument("--data", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    chosen = options.parse_args()
    found = list(dict.fromkeys(texts(chosen.data)))
    with gzip.open(chosen.out, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"text": text}) + "\n" for text in found)
    print(f"{len(found)} texts")


if __name__ == "__main__":
    main()
