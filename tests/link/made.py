"""Made-up accounts, each a sentence in an article of its own, and what is compared of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np

from tests.origins.made import article, person, said
from tests.support import span
from twosource.across import Account, Link
from twosource.language.telling import counting_words
from twosource.link.compare import NAMES, Evidence
from twosource.link.gist import Gist, gist
from twosource.link.pairs import Side
from twosource.model.pairs import WIDTH, Reading
from twosource.model.tags import Floats
from twosource.records import Mention

RUTH = person("Ruth Hale", "harbour master")
FOUR = "four people had drowned in the wreck of the ferry Marigold"


def told(source: str, cue: str, content: str, *chain: Mention, **more: Any) -> Account:
    """The account of the sentence "source cue content."; ``outlet`` and ``published`` are the article's."""
    facts = {name: more.pop(name) for name in ("outlet", "published") if name in more}
    where = article(f"{source} {cue} {content}.", **facts)
    spans = {"source": (span(source, where.text),), "cue": (span(cue, where.text),)}
    return said(where, content, *chain, **spans, **more)


def a_gist(content: str = FOUR, **more: Any) -> Gist:
    """The gist of what Ruth Hale said, with some fields set to ``more``."""
    return replace(gist(told("Ruth Hale", "said", content, RUTH)), **more)


def found(**more: float) -> Evidence:
    """Evidence in which nothing else speaks for anything."""
    return Evidence(**dict.fromkeys(NAMES, 0.0) | more)


def link(left: Account | str, right: Account | str, relation: Any = "agrees", score: float = 0.8) -> Link:
    """A link of two accounts, or of what go by these ids."""
    ends = [end if isinstance(end, str) else end.id for end in (left, right)]
    return Link(left=ends[0], right=ends[1], relation=relation, score=score)


def vector(text: str) -> Floats:
    """A unit vector: texts that share words are close."""
    rows = [np.random.default_rng(crc32(word.lower().encode())).normal(size=WIDTH) for word in counting_words(text)]
    total = np.sum(rows, axis=0) if rows else np.ones(WIDTH)
    return np.asarray(total / np.linalg.norm(total), np.float32)


def side(*gists: Gist) -> Side:
    """One article's accounts in order, with made-up vectors of their words."""
    ordered = tuple(sorted(gists, key=lambda one: one.order))
    vectors = np.array([vector(one.text) for one in ordered], np.float32).reshape(len(ordered), WIDTH)
    return Side(ordered, vectors)


def reading(pair: tuple[str, str]) -> Reading:
    """What a network might say: the more words two texts share, the surer."""
    left, right = (set(text.lower().split()) for text in pair)
    share = len(left & right) / max(1, len(left | right))
    return Reading(same=share, agree=share / 2, contradict=0.0)
