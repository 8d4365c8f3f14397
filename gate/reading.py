"""How well pages are read: body text on 181 pages, author and date on publishers' pages, saved texts left as they are.

    python -m gate.reading --data ../shared/data

The body measure is that of the article-extraction-benchmark (scrapinghub, MIT): multisets of 4-grams of words,
normalised a page, precision and recall averaged over pages, F1 of the two averages. The truth there has no headline, so
ours is compared without the headline that opens our text.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import tarfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura

from twosource.errors import NoArticle
from twosource.read import bylines, html, plain, sniff
from twosource.read.metadata import alike
from twosource.records import Article

BODIES = "reading/article-extraction-benchmark.tar.gz"
PAGES = "reading/fundus-pages.tar.gz"
TEXTS = ("attribution/polnear-dev.jsonl.gz", "attribution/polnear-train.jsonl.gz")

_UNSEEN = ("script", "style", "noscript", "svg", "head", "template", "iframe")
# fmt: off
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "section", "article", "table"}
_BLOCKS = {
    "div", "li", "h5", "h6", "tr", "td", "header", "footer", "nav", "aside", "figcaption", "form", "button", "label",
    "main", "dl", "dt", "dd", "time", "br",
}
# fmt: on
_WORD = re.compile(r"\w+")
Shares = tuple[float, float, float]


def scores(data: Path) -> dict[str, float]:
    """Every measure of this module on the corpora under ``data``."""
    return {**_body_scores(data), **_page_scores(data), **_text_scores(data)}


def digest(data: Path) -> str:
    """The SHA-256 of the corpus files, so that a changed corpus cannot change the scores unseen."""
    whole = hashlib.sha256()
    for name in (BODIES, PAGES, *TEXTS):
        whole.update((data / name).read_bytes())
    return whole.hexdigest()


def _body_scores(data: Path) -> dict[str, float]:
    files = _members(data / BODIES)
    truth = json.loads(files["ground-truth.json"])
    pages = {key: _page(files[f"html/{key}.html.gz"]) for key in truth}
    found: dict[str, float] = {}
    for name, extract in (
        ("body", _ours),
        ("trafilatura", _trafilatura),
        ("trafilatura_precise", _trafilatura_precise),
    ):
        found |= _averages(
            f"reading.{name}",
            [shingle_shares(truth[key]["articleBody"], extract(pages[key], truth[key].get("url"))) for key in truth],
        )
    return found


def _averages(name: str, shares: list[Shares]) -> dict[str, float]:
    precision = mean(common / (common + surplus) for common, surplus, _ in shares if common + surplus > 0)
    recall = mean(common / (common + missing) for common, _, missing in shares if common + missing > 0)
    f1 = 2 * precision * recall / (precision + recall)
    return {f"{name}_f1": f1, f"{name}_precision": precision, f"{name}_recall": recall}


def shingle_shares(true: str, predicted: str, size: int = 4) -> Shares:
    """Common, surplus and missing 4-grams as shares of all: long pages weigh no more than short ones."""
    first, second = _shingles(true, size), _shingles(predicted, size)
    common, surplus, missing = (sum(c.values()) for c in (first & second, second - first, first - second))
    whole = common + surplus + missing
    return (common / whole, surplus / whole, missing / whole) if whole else (0.0, 0.0, 0.0)


def _shingles(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(shingle for i in range(max(1, len(words) - size + 1)) if (shingle := tuple(words[i : i + size])))


def _ours(page: str, url: str | None) -> str:
    return _without_headline(_read(page, url))


def _without_headline(article: Article | None) -> str:
    if article is None:
        return ""
    paragraphs = [article.text[slice(*span)] for span in article.paragraphs]
    return "\n".join(paragraphs[1:] if paragraphs[0] == article.title else paragraphs)


def _read(page: str, url: str | None) -> Article | None:
    try:
        return html.article(page, url=url)
    except NoArticle:
        return None


def _trafilatura(page: str, url: str | None) -> str:
    return trafilatura.extract(page, url=url, include_comments=False) or ""


def _trafilatura_precise(page: str, url: str | None) -> str:
    return trafilatura.extract(page, url=url, include_comments=False, favor_precision=True) or ""


def _page_scores(data: Path) -> dict[str, float]:
    counts: Counter[str] = Counter()
    shares: list[Shares] = []
    saved: list[Shares] = []
    for page, article, truth in _publishers_pages(data):
        saved.append(shingle_shares(_true_body(truth["body"]), _without_headline(plain.article(_as_text(page)))))
        counts["pages"] += 1
        _count_authors(counts, article, truth.get("authors") or [])
        _count_dates(counts, article, truth.get("publishing_date"))
        counts["titles"] += alike(article.title or "", truth["title"])
        shares.append(shingle_shares(_true_body(truth["body"]), _without_headline(article)))
    precision, recall = counts["common"] / counts["named"], counts["common"] / counts["true"]
    return {
        **_averages("reading.publishers_body", shares),
        **_averages("reading.saved_body", saved),
        "reading.author_f1": 2 * precision * recall / (precision + recall),
        "reading.author_precision": precision,
        "reading.author_recall": recall,
        "reading.agency_recall": counts["agencies_found"] / counts["agencies"],
        "reading.date_accuracy": counts["days"] / counts["dated"],
        "reading.time_accuracy": counts["moments"] / counts["timed"],
        # Publishers' parsers give the headline for search engines, we the one displayed: alike is as good as it gets.
        "reading.title_likeness": counts["titles"] / counts["pages"],
    }


def _true_body(body: dict[str, Any]) -> str:
    sections = [line for section in body["sections"] for line in (*section["headline"], *section["paragraphs"])]
    return "\n".join([*body["summary"], *sections])


def _count_authors(counts: Counter[str], article: Article, names: list[str]) -> None:
    """People against people. Where the truth names an agency as the author it is looked for among our credits."""
    agencies = {agency for name in names if (agency := bylines.agency(name))}
    people = {_folded(name) for name in names if not bylines.agency(name)}
    ours = {_folded(name) for name in article.authors}
    counts.update(common=len(people & ours), named=len(ours), true=len(people))
    counts.update(agencies=len(agencies), agencies_found=len(agencies & set(article.credits)))


def _count_dates(counts: Counter[str], article: Article, stated: str | None) -> None:
    if not stated:
        return
    true = datetime.fromisoformat(stated)
    ours = datetime.fromisoformat(article.published) if article.published else None
    counts["dated"] += 1
    counts["days"] += ours is not None and _utc(ours).date() == _utc(true).date()
    if (true.hour, true.minute, true.second) != (0, 0, 0):
        counts["timed"] += 1
        counts["moments"] += ours is not None and abs(_utc(ours) - _utc(true)).total_seconds() < 60


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _publishers_pages(data: Path) -> Iterator[tuple[str, Article, dict[str, Any]]]:
    """Each page with what its publisher's own parser finds. Truths are versioned; they are in the order of the pages'
    dates."""
    files = _members(data / PAGES)
    for name in sorted(files):
        if not name.endswith(".json"):
            continue
        stem = name.removesuffix(".json")
        about = json.loads(files[f"{name.split('/')[0]}/meta.info"])
        pages = sorted(file for file in files if re.fullmatch(rf"{re.escape(stem)}_[\d_]+\.html\.gz", file))
        for page, truth in zip(pages, json.loads(files[name]).values(), strict=True):
            text = _page(files[page])
            article = _read(text, about[page.split("/")[1]]["url"])
            yield text, article or Article(text="-", paragraphs=()), truth


def _as_text(page: str) -> str:
    """The page as a browser saves it to a text file: every block on a line, pictures by their alternative text."""
    tree = trafilatura.load_html(page)
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(_lines(tree)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _lines(element: Any) -> Iterator[str]:
    edge = "\n\n" if element.tag in _PARAGRAPHS else "\n" if element.tag in _BLOCKS else ""
    yield edge
    if element.tag == "img":
        yield f"\n{element.get('alt') or ''}\n"
    yield re.sub(r"\s+", " ", element.text or "") if isinstance(element.tag, str) else ""
    for child in element:
        yield from _lines(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield edge


def _text_scores(data: Path) -> dict[str, float]:
    """The share of clean texts that come out letter by letter as they went in."""
    lines = [line for name in TEXTS for line in gzip.decompress((data / name).read_bytes()).splitlines()]
    texts = [json.loads(line)["text"] for line in lines]
    kept = [plain.article(text).text == text.rstrip() for text in texts]
    return {"reading.verbatim_share": sum(kept) / len(kept)}


def _members(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {member.name: file.read() for member in tar if (file := tar.extractfile(member)) is not None}


def _page(packed: bytes) -> str:
    return sniff.decode(gzip.decompress(packed))


def _folded(name: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"\w+", plain_letters.lower()))


def main() -> None:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    print(json.dumps({name: round(value, 4) for name, value in scores(data).items()}, indent=2))


if __name__ == "__main__":
    main()
