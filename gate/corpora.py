"""The article collections under ``stories/`` of the data, row by row."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import tarfile
from datetime import datetime
from pathlib import Path
from typing import Any

_FIELDS = {
    "news-clusters": {
        "url": "url",
        "text": "text",
        "title": "title",
        "outlet": "source_domain",
        "published": "date_publish",
    },
    "wikinews": {"text": "text", "title": "title", "published": "date"},
    "fa-kes": {"text": "article_content", "title": "article_title", "outlet": "source", "published": "date"},
}


def rows(data: Path, corpus: str) -> list[dict[str, Any]]:
    """The rows of a collection, in order."""
    if corpus != "wikinews":
        with gzip.open(data / "stories" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    csv.field_size_limit(2**24)
    found: list[dict[str, Any]] = []
    with tarfile.open(data / "stories" / "wikinews.tar.gz") as archive:
        for name in sorted(archive.getnames()):
            if name.endswith(".csv") and (table := archive.extractfile(name)):
                found += csv.DictReader(io.TextIOWrapper(table, "utf-8"))
    return found


def article(row: dict[str, Any], corpus: str) -> dict[str, str | None]:
    """What the product reads of a row: the fields of a JSON line."""
    made = {name: row[own] for name, own in _FIELDS[corpus].items()}
    made.setdefault("outlet", "Wikinews")
    if re.fullmatch(r"\d+/\d+/\d{4}", made["published"] or ""):
        made["published"] = datetime.strptime(made["published"], "%m/%d/%Y").date().isoformat()
    return made
