"""Pairs of statements with what is known of each, out of the development data.

Two questions are asked of a pair: do both take a stand on one question (``same``), and how do they stand to each other
(``stance``: one says what the other says, one says the opposite, neither)? No collection answers both for news, so each
says what it knows: entailment corpora the stance, graded similarity, key points and coreferent events the question, and
edited news (:mod:`train.contrast`) both. Of what a collection leaves open nothing is learned.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

AGREE, CONTRADICT, OTHER = range(3)
EVENT_TOPICS = range(1, 30)
"""Topics of ECB+ to learn from; 30 to 35 are for measuring."""


@dataclass(frozen=True, slots=True)
class Pair:
    """``same`` between 0 and 1, and ``stance``; ``None`` where the collection does not tell."""

    left: str
    right: str
    same: float | None
    stance: int | None


def read(data: Path) -> dict[str, list[Pair]]:
    """All pairs of the collections under ``data``, by collection."""
    pairs = data / "pairs"
    return {
        "entailment": list(_entailment(pairs / "nli.tar.gz")),
        "negation": list(_negation(pairs / "negation-nli.tar.gz")),
        "monotonicity": list(_monotonicity(pairs / "med.tsv.gz")),
        "headlines": list(_headlines(pairs / "sts-headlines.tar.gz")),
        "similarity": list(_similarity(pairs / "stsbenchmark.tar.gz")),
        "key points": list(key_points(pairs / "keypoints.tar.gz", "train")),
        "evidence": list(_evidence(pairs / "climate-fever.jsonl.gz")),
        "events": list(events(data / "stories" / "ecbplus-1-35.tar.gz", EVENT_TOPICS)),
    }


def _rows(archive: Path, member: str, *, tabs: bool = False) -> Iterator[dict[str, str]]:
    with tarfile.open(archive) as files:
        stream = files.extractfile(member)
        assert stream, member
        text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="")
        yield from csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.DictReader(text)


_STANCES = {"entailment": AGREE, "contradiction": CONTRADICT, "neutral": OTHER, "not_entailment": OTHER}
_OPPOSED_BY_NEGATION = {"sick", "fracas"}
"""Corpora whose contradictions deny the very statement; elsewhere they mostly tell of something else."""


def _entailment(archive: Path) -> Iterator[Pair]:
    names = ("mnli/dev", "snli/dev", "sick/train", "sick/dev", "rte/train", "rte/dev", "fracas/train", "fracas/dev")
    for name in names:
        for row in _rows(archive, f"nli_datasets/{name}.csv"):
            stance = _STANCES[row["label"]]
            same = {AGREE: 1.0, OTHER: 0.0}.get(stance)
            if stance == CONTRADICT and name.split("/")[0] in _OPPOSED_BY_NEGATION:
                same = 1.0
            yield Pair(row["premise"].strip(), row["hypothesis"].strip(), same, stance)


def _negation(archive: Path) -> Iterator[Pair]:
    for name in ("MNLI", "RTE", "SNLI"):
        for row in _rows(archive, f"data/new_benchmarks/clean_data/{name}.txt", tabs=True):
            stance = _STANCES[row["gold_label"]]
            yield Pair(row["Text"], row["Hypothesis"], 1.0 if stance == AGREE else None, stance)


def _monotonicity(path: Path) -> Iterator[Pair]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Pair(row["sentence1"], row["sentence2"], None, _STANCES[row["gold_label"]])


def _graded(score: float) -> tuple[float | None, int | None]:
    """Of a similarity from 0 to 5: at 4 the two say the same but for details, at 2 they share a topic."""
    return min(max((score - 1.5) / 2.5, 0.0), 1.0), AGREE if score >= 4.5 else OTHER if score < 2 else None


def _headlines(archive: Path) -> Iterator[Pair]:
    with tarfile.open(archive) as files:
        for name in sorted(n for n in files.getnames() if re.search(r"semeval-sts/20.*(headlines|news).*\.tsv$", n)):
            stream = files.extractfile(name)
            for line in stream.read().decode("utf-8", "replace").splitlines() if stream else ():
                score, *texts = line.split("\t")
                if score and len(texts) >= 2:
                    yield Pair(texts[0], texts[1], *_graded(float(score)))


def _similarity(archive: Path) -> Iterator[Pair]:
    with tarfile.open(archive) as files:
        for part in ("train", "dev", "test"):
            stream = files.extractfile(f"stsbenchmark/sts-{part}.csv")
            for line in stream.read().decode("utf-8").splitlines() if stream else ():
                fields = line.split("\t")
                if fields[0] != "main-captions":
                    yield Pair(fields[5], fields[6], *_graded(float(fields[4])))


def key_points(archive: Path, part: str) -> Iterator[Pair]:
    """Arguments against the key points of their topic and stance; ``part`` is train or dev."""
    arguments, points = (
        {row[key]: row[text] for row in _rows(archive, f"kpm_data/{name}_{part}.csv")}
        for name, key, text in (("arguments", "arg_id", "argument"), ("key_points", "key_point_id", "key_point"))
    )
    for row in _rows(archive, f"kpm_data/labels_{part}.csv"):
        same = float(row["label"])
        yield Pair(arguments[row["arg_id"]], points[row["key_point_id"]], same, None if same else OTHER)


def _evidence(path: Path) -> Iterator[Pair]:
    stances = {"SUPPORTS": AGREE, "REFUTES": CONTRADICT, "NOT_ENOUGH_INFO": OTHER}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for evidence in row["evidences"]:
                stance = stances[evidence["evidence_label"]]
                yield Pair(row["claim"], evidence["evidence"], None if stance == OTHER else 1.0, stance)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a document about events, each by its id."""

    document: str
    text: str
    events: frozenset[str]


def told_events(archive: Path, topics: Iterable[int]) -> dict[int, list[Told]]:
    """The annotated sentences of ECB+ (Cybulska and Vossen 2014) that tell of events told elsewhere too, by topic."""
    wanted = set(topics)
    found: dict[int, list[Told]] = defaultdict(list)
    with tarfile.open(archive) as files:
        checked = _checked_sentences(files)
        for name in sorted(files.getnames()):
            match = re.search(r"/(\d+)_(\w+)\.xml$", name)
            stream = files.extractfile(name) if match and int(match[1]) in wanted else None
            if match and stream:
                root = ElementTree.fromstring(stream.read())
                found[int(match[1])].extend(_told(root, match[0], checked[match[1], match[2]]))
    return found


def _checked_sentences(files: tarfile.TarFile) -> dict[tuple[str, str], set[str]]:
    checked: dict[tuple[str, str], set[str]] = defaultdict(set)
    name = next(n for n in files.getnames() if n.endswith(".csv"))
    stream = files.extractfile(name)
    for line in stream.read().decode().splitlines()[1:] if stream else ():
        topic, document, sentence = line.strip().split(",")
        checked[topic, document].add(sentence)
    return checked


def _told(root: ElementTree.Element, document: str, checked: set[str]) -> Iterator[Told]:
    sentence_of = {token.get("t_id"): token.get("sentence") for token in root.iter("token")}
    words: dict[str | None, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        words[token.get("sentence")].append(token.text or "")
    anchored = {
        mention.get("m_id"): sentence_of[anchor.get("t_id")]
        for mention in root.iterfind("Markables/*")
        if (anchor := mention.find("token_anchor")) is not None
    }
    events: dict[str | None, set[str]] = defaultdict(set)
    for group in root.iterfind("Relations/CROSS_DOC_COREF"):
        if (note := group.get("note") or "").startswith("ACT"):
            for source in group.iterfind("source"):
                events[anchored.get(source.get("m_id"))].add(note)
    for sentence in sorted(checked & {key for key in words if key}):
        yield Told(document, _joined(words[sentence]), frozenset(events[sentence]))


def _joined(words: list[str]) -> str:
    return re.sub(r"\s+([.,;:?!%)’'])", r"\1", " ".join(words))


def events(archive: Path, topics: Iterable[int], *, limit: int = 400) -> Iterator[Pair]:
    """Sentences of two documents: all of their events in common (1), none (0); those in between are left out. At most
    ``limit`` a topic and kind."""
    chance = random.Random(5)
    for _, told in sorted(told_events(archive, topics).items()):
        kinds: dict[float, list[Pair]] = {0.0: [], 1.0: []}
        for left, right in combinations(told, 2):
            if left.document == right.document or not (left.events and right.events):
                continue
            common = len(left.events & right.events) / len(left.events | right.events)
            if common == 0 or common >= 0.5:
                kinds[float(common > 0)].append(Pair(left.text, right.text, float(common > 0), None))
        for found in kinds.values():
            chance.shuffle(found)
            yield from found[:limit]
