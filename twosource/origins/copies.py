"""Text that two articles share: aligned passages, told from common phrases and from words that both quote.

Runs of words that both articles have are strung together where little stands between them, so that copy which was
trimmed, re-cased or requoted is found whole. Words of a speaker that both reprint are one utterance, not a copy of
the article: they are recorded apart and count towards no copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.language.dates import publication_day
from twosource.origins.wording import Wording, wording
from twosource.records import Article, Span

SEED = 5
"""Words of the shortest run in common that is looked at."""
GAP = 12
"""Words trimmed from one article, or put in, between two runs of one passage."""
EDITED = 6
"""Words that may stand on both sides between two runs: a clause put otherwise."""
ANCHOR = 24
"""Words outside quotation marks that make a passage a copy by itself: of 14 with 16 to 23 words seen among war reports
of one week, 11 were a sentence on the war so far that every desk keeps in store."""
FRESH = 5
"""Days within which wire copy is reprinted. What two articles further apart share is mostly background in store."""
STOCK = 0.25
"""Part of the shorter article that such a pair must share, to be more than background."""
ALONG = 9
"""Words that make one where the pair has such a passage already: a sentence kept from a wire story."""
STEADY = 8
"""Words in a row, outside quotation marks, that a copy has somewhere."""
DENSE = 0.6
"""Share of the passage, in the article where it is wordier, that the other has too."""
UTTERANCE = 6
"""Words in common inside quotation marks that make them one utterance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A passage that two articles share. ``left`` is the one published earlier, by the order of accounts.

    ``words`` is how many words are in common; ``left_share`` and ``right_share`` are what part of all words of either
    article they make up. ``quoted``: both print the words of a speaker, which says nothing of who has whose text.
    """

    left: str
    right: str
    left_span: Span
    right_span: Span
    words: int
    left_share: float
    right_share: float
    quoted: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The copy as a ``copy`` object."""
        return {
            "left": self.left,
            "right": self.right,
            "left_span": list(self.left_span),
            "right_span": list(self.right_span),
            "words": self.words,
            "left_share": round(self.left_share, 4),
            "right_share": round(self.right_share, 4),
            "quoted": self.quoted,
        }


@dataclass(frozen=True, slots=True)
class _Run:
    """``size`` words that stand at ``left`` in one wording and at ``right`` in the other."""

    left: int
    right: int
    size: int


_Chain = list[_Run]


def shared(a: Article, b: Article) -> tuple[Copy, ...]:
    """The passages that ``a`` and ``b`` share, in the order of the earlier article; the same whichever is ``a``."""
    left, right = sorted((a, b), key=lambda article: (article.published or "9999", article.id))
    one, other = wording(left), wording(right)
    chains = _apart(_chains(_runs(one, other)))
    copied = _copied(chains, one, other)
    if _apart_in_time(left, right) and sum(map(_size, copied)) < STOCK * min(len(one.words), len(other.words)):
        copied = []
    spoken = [chain for chain in chains if chain not in copied and _spoken(chain, one, other) >= UTTERANCE]
    found = [_copy(left, right, chain, quoted=False) for chain in copied]
    found += [_copy(left, right, chain, quoted=True) for chain in spoken]
    return tuple(sorted(found, key=lambda copy: (copy.left_span, copy.right_span)))


def _apart_in_time(left: Article, right: Article) -> bool:
    """Whether they are known to be published so far apart that a reprint is unlikely."""
    one, other = publication_day(left.published), publication_day(right.published)
    return one is not None and other is not None and abs((other - one).days) > FRESH


def _runs(one: Wording, other: Wording) -> Iterator[_Run]:
    """The longest runs in common, each once for every place where it stands."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(one.words) - SEED + 1):
        places[one.words[start : start + SEED]].append(start)
    for right in range(len(other.words) - SEED + 1):
        for left in places.get(other.words[right : right + SEED], ()):
            if not (left and right and one.words[left - 1] == other.words[right - 1]):
                yield _Run(left, right, _length(one.words[left:], other.words[right:]))


def _length(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two begin with in common."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _chains(runs: Iterator[_Run]) -> list[_Chain]:
    """Runs strung together where they follow one another closely in both wordings."""
    chains: list[_Chain] = []
    for run in sorted(runs, key=lambda run: (run.left, run.right)):
        near = [chain for chain in chains[-24:] if _follows(chain[-1], run)]
        if near:
            min(near, key=lambda chain: run.left + run.right - _end(chain[-1])).append(run)
        else:
            chains.append([run])
    return chains


def _end(run: _Run) -> int:
    return run.left + run.right + 2 * run.size


def _follows(before: _Run, run: _Run) -> bool:
    gaps = run.left - before.left - before.size, run.right - before.right - before.size
    # A word put in where a phrase repeats makes two runs overlap by a few words.
    return min(gaps) > -SEED and min(gaps) <= EDITED and max(gaps) <= GAP and run.right > before.right


def _apart(chains: list[_Chain]) -> list[_Chain]:
    """The weightiest chains, each word of either wording used by one of them alone."""
    kept: list[_Chain] = []
    for chain in sorted(chains, key=lambda chain: (-_size(chain), chain[0].left, chain[0].right)):
        if not any(_overlap(chain, other) for other in kept):
            kept.append(chain)
    return kept


def _overlap(chain: _Chain, other: _Chain) -> bool:
    (left, right), (lefts, rights) = _extent(chain), _extent(other)
    return (left[0] < lefts[1] and lefts[0] < left[1]) or (right[0] < rights[1] and rights[0] < right[1])


def _extent(chain: _Chain) -> tuple[Span, Span]:
    last = chain[-1]
    return (chain[0].left, last.left + last.size), (chain[0].right, last.right + last.size)


def _size(chain: _Chain) -> int:
    return sum(run.size for run in chain)


def _copied(chains: list[_Chain], one: Wording, other: Wording) -> list[_Chain]:
    """The chains that are copies; short ones only beside a long one."""
    written = [(chain, _written(chain, one, other)) for chain in chains]
    solid = [(chain, words) for chain, words in written if words >= ALONG and _solid(chain, one, other)]
    sure = any(words >= ANCHOR for _, words in solid)
    return [chain for chain, _ in solid] if sure else []


def _written(chain: _Chain, one: Wording, other: Wording) -> int:
    """Words in common that are the article's own."""
    return sum(not (a or b) for run in chain for a, b in _marks(run, one, other))


def _spoken(chain: _Chain, one: Wording, other: Wording) -> int:
    """Words in common that both put into quotation marks."""
    return sum(a and b for run in chain for a, b in _marks(run, one, other))


def _marks(run: _Run, one: Wording, other: Wording) -> Iterator[tuple[bool, bool]]:
    return zip(one.quoted[run.left : run.left + run.size], other.quoted[run.right : run.right + run.size], strict=True)


def _solid(chain: _Chain, one: Wording, other: Wording) -> bool:
    left, right = _extent(chain)
    dense = _size(chain) >= DENSE * max(left[1] - left[0], right[1] - right[0])
    return dense and any(_steady(run, one, other) >= STEADY for run in chain)


def _steady(run: _Run, one: Wording, other: Wording) -> int:
    """The longest stretch of a run that is the article's own."""
    longest = now = 0
    for a, b in _marks(run, one, other):
        now = 0 if a or b else now + 1
        longest = max(longest, now)
    return longest


def _copy(left: Article, right: Article, chain: _Chain, *, quoted: bool) -> Copy:
    one, other = wording(left), wording(right)
    lefts, rights = _extent(chain)
    words = _size(chain)
    return Copy(
        left=left.id,
        right=right.id,
        left_span=one.span(*lefts),
        right_span=other.span(*rights),
        words=words,
        left_share=min(1.0, words / len(one.words)),
        right_share=min(1.0, words / len(other.words)),
        quoted=quoted,
    )
