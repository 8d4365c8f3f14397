"""The part `add`: articles an hour of `twosource add`, from the text to a ledger with sources, links and origins."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

from bench.processes import command
from bench.setting import Setting
from bench.variants import news
from gate import DATA
from twosource.ledger import Ledger

ARTICLES, QUICK = 200, 30
LEDGER = "added.db"

Result = dict[str, Any]


def measure(setting: Setting) -> Result:
    """Add that many articles of the news, or of the example, to a new ledger, which is left for the queries."""
    setting.folder.mkdir(parents=True, exist_ok=True)
    for old in setting.folder.glob("added*.db*"):
        old.unlink()
    source = setting.folder / "added.jsonl"
    written = 0
    with source.open("w", encoding="utf-8") as out:
        for article in islice(news(DATA), QUICK if setting.quick else ARTICLES):
            out.write(json.dumps(article.as_dict()) + "\n")
            written += 1
    path = setting.folder / LEDGER
    took = command(["add", "--ledger", str(path), str(source)])
    with Ledger.open(path, create=False) as ledger, ledger.view() as view:
        counts = view.counts()
    return {
        "articles": written,
        "attributions": counts["attributions"],
        "cpu_s": took.cpu,
        "wall_s": took.wall,
        "articles_an_hour": 3600 * written / took.cpu,
        "peak_mb": took.peak,
    }


def ledger(setting: Setting) -> Path:
    """The ledger that was made, made now where there is none."""
    path = setting.folder / LEDGER
    if not path.exists():
        measure(setting)
    return path


def table(found: Result) -> list[list[str]]:
    """One row."""
    return [
        ["articles", "statements", "CPU s", "articles an hour of one core", "peak MB"],
        [
            f"{found['articles']:,}",
            f"{found['attributions']:,}",
            f"{found['cpu_s']:.0f}",
            f"{found['articles_an_hour']:,.0f}",
            f"{found['peak_mb']:.0f}",
        ],
    ]
