"""Whom "he" and "she" stand for, by a trained ranking of the people met before.

A mention-ranking model (Denis & Baldridge 2008) without a parser: each person met in the last sentences, and nobody,
is scored by the weights of the features it shows, all of them yes or no; the best wins if its share of the whole is
large enough. Pronouns are read from the start of the article on, and each one read makes its person present again.
The weights are made by ``train/mentions.py`` on GUM's coreference.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from twosource.attribute.people import People, Seen
from twosource.language.givennames import Pronoun
from twosource.language.words import words

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_HE = words("he him his himself")
_WINDOW = 8
"""Sentences back in which a person must have been met."""
_MOST = 12
"""People compared at most, the last met first."""
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, and the least share of the best answer that is given."""

    features: dict[str, float]
    share: float


@cache
def weights() -> Weights:
    """The weights of the package."""
    read = json.loads(files("twosource.attribute").joinpath("ranker.json").read_text(encoding="utf-8"))
    return Weights(read["features"], read["share"])


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate: all places where it was met, and the features that it shows. ``NOBODY`` was met nowhere."""

    key: str
    met: Sequence[Seen]
    features: tuple[str, ...]


class Ranker:
    """Reads the pronouns of one article in order, as far as it is asked for."""

    def __init__(self, people: People, weighed: Weights | None = None) -> None:
        self._people = people
        self._weights = weighed or weights()
        self._static = people.seen()
        self._pronouns = list(_PRONOUN.finditer(people.facts.text))
        self._met: list[Seen] = []
        self._taken = 0
        self._read = 0
        self._answers: dict[int, tuple[Seen | None, float]] = {}
        self._counts: Counter[str] = Counter()
        self._voices: set[str] = set()
        self._used: set[tuple[str, Pronoun]] = set()

    @property
    def share(self) -> float:
        """The least share at which an answer is good enough by itself."""
        return self._weights.share

    def answer(self, position: int) -> tuple[Seen | None, float]:
        """Where the person was last met whom the pronoun at ``position`` stands for, and the share of that answer."""
        while self._read < len(self._pronouns) and self._pronouns[self._read].start() <= position:
            found = self._pronouns[self._read]
            self.settle(found, *self.best(self.choices(found)))
        return self._answers.get(position, (None, 0.0))

    def settle(self, pronoun: re.Match[str], choice: Choice | None, share: float) -> None:
        """Take the next pronoun for ``choice``: whom it is, is met there once more."""
        gender: Pronoun = "he" if pronoun[0].lower() in _HE else "she"
        key = choice.key if choice and choice.met else f"#{pronoun.start()}"
        seen = self._people.at(pronoun.span(), key, "pronoun", gender)
        self._answers[pronoun.start()] = (_fullest(choice.met) if choice and choice.met else None), share
        self._meet(seen)
        self._used.add((key, gender))
        self._read += 1

    def pronouns(self) -> Iterator[re.Match[str]]:
        """The pronouns not yet read."""
        while self._read < len(self._pronouns):
            yield self._pronouns[self._read]

    def speaks(self, pronoun: re.Match[str]) -> bool:
        """Whether ``pronoun`` is a source."""
        return self._people.source_at(pronoun.start()) is not None

    def choices(self, pronoun: re.Match[str]) -> list[Choice]:
        """Nobody, and everybody met before the next pronoun who may be meant."""
        self._upto(pronoun.start())
        gender: Pronoun = "he" if pronoun[0].lower() in _HE else "she"
        here = self._people.at(pronoun.span(), "#", "pronoun", gender)
        groups = self._groups(here)
        return [Choice(NOBODY, (), tuple(_for_nobody(here, groups))), *self._featured(here, groups)]

    def _upto(self, position: int) -> None:
        while self._taken < len(self._static) and self._static[self._taken].span[0] < position:
            self._meet(self._static[self._taken])
            self._taken += 1

    def _meet(self, seen: Seen) -> None:
        self._met.append(seen)
        self._counts[seen.key] += 1
        if seen.speaker is not None:
            self._voices.add(seen.key)

    def _groups(self, here: Seen) -> list[list[Seen]]:
        """The places where each was met in the last sentences, the last met first; those of another gender are out."""
        found: dict[str, list[Seen]] = {}
        barred: set[str] = set()
        for seen in reversed(self._met):
            if here.sentence - seen.sentence > _WINDOW or len(found) >= _MOST:
                break
            if seen.gender not in (None, here.gender):
                barred.add(seen.key)
            found.setdefault(seen.key, []).append(seen)
        kept = [met for key, met in found.items() if key not in barred]
        if here.speaker is not None and here.quotation is None:
            # Who speaks outside a quotation is nobody whom only somebody else's words have named.
            return [met for met in kept if any(seen.quotation is None for seen in met)]
        return kept

    def _featured(self, here: Seen, groups: Sequence[Sequence[Seen]]) -> Iterator[Choice]:
        holders = self._people.nesting.holders(here.span)
        speaker = next((s.key for s in reversed(self._met) if s.speaker is not None), None)
        top = max((self._counts[met[0].key] for met in groups), default=0)
        own, sure = here.speaker, sum(met[0].gender is not None for met in groups)
        for rank, met in enumerate(groups):
            key = met[0].key
            facts = set(_placed(here, met[0], rank))
            facts |= set(_history(met, self._counts[key], top, len(groups)))
            facts.add(f"pronoun:{(key, here.gender) in self._used}:{met[0].gender is not None}")
            facts.add(f"rivals:{min(sure - (met[0].gender is not None), 2)}:{met[0].gender is not None}")
            facts.add(f"among:{min(len(groups), 3)}:{met[0].gender is not None}")
            facts.add(f"sure:{met[0].named and self._sure(key)}:{met[0].gender is not None}:{met[0].named}")
            told = any(not self._people.nesting.holders(seen.span) for seen in met)
            facts.add(f"voice:{key in self._voices}:{told}:{own is not None}")
            if key == speaker:
                facts.add(f"spoke:{here.speaker is not None}:{here.quotation is not None}")
            if any(s.speaker in holders and s.speaker != own for s in met):
                facts.add(f"holds:{here.quotation is not None}")
            yield Choice(key, met, tuple(sorted(facts)))

    def _sure(self, key: str) -> bool:
        return self._people.cast.surely_person(key) or any(s.speaker is not None for s in self._met if s.key == key)

    def best(self, choices: Sequence[Choice]) -> tuple[Choice, float]:
        """The likeliest of them, with its share."""
        shares = shares_of([sum(self._weights.features.get(f, 0.0) for f in c.features) for c in choices])
        place = max(range(len(choices)), key=lambda n: (n > 0, shares[n]))
        return choices[place], shares[place]


def shares_of(scored: Sequence[float]) -> list[float]:
    """The softmax of some scores."""
    top = max(scored)
    raised = [exp(one - top) for one in scored]
    return [one / sum(raised) for one in raised]


def _fullest(met: Sequence[Seen]) -> Seen:
    """The last place that is no pronoun."""
    return next((seen for seen in met if seen.form != "pronoun"), met[0])


def _case(here: Seen) -> str:
    """Subject, object or possessive, by the form; "her" counts as possessive, which it mostly is."""
    length = here.span[1] - here.span[0]
    if here.gender == "he":
        return "s" if length == 2 else "p" if here.possessive else "o"
    return "p" if here.possessive else "s" if length == 3 else "o"


def _placed(here: Seen, last: Seen, rank: int) -> Iterator[str]:
    """How the last place where somebody was met stands to the pronoun."""
    back, case = min(here.sentence - last.sentence, 5), _case(here)
    near = min(rank, 3)
    side = "subject" if last.subject else "first" if last.first else "other"
    yield f"back:{back}"
    yield f"rank:{near}"
    yield f"form:{last.form}:{last.named}"
    yield f"side:{side}:{min(back, 2)}:{case}"
    yield f"first:{last.first}:{here.first}:{min(back, 2)}"
    yield f"back:{back}:{last.form}"
    yield f"back:{min(back, 2)}:{near}"
    yield f"possessive:{last.possessive}:{min(back, 1)}:{case}"
    yield f"listed:{last.listed}:{min(back, 1)}"
    yield f"speaker:{last.speaker is not None}:{here.speaker is not None}:{min(back, 2)}"
    quoted = "same" if last.quotation == here.quotation else f"{here.quotation is None}{last.quotation is None}"
    yield f"quoted:{quoted}:{here.quotation is None}:{min(back, 1)}"


def _history(met: Sequence[Seen], count: int, top: int, among: int) -> Iterator[str]:
    """How much somebody has been met."""
    yield f"count:{min(count, 6)}"
    yield f"top:{count == top}:{min(among, 3)}"
    yield f"lately:{min(len(met), 4)}"
    yield f"subjects:{min(sum(seen.subject for seen in met), 3)}"


def _for_nobody(here: Seen, groups: Sequence[Sequence[Seen]]) -> Iterator[str]:
    back = min((here.sentence - met[0].sentence for met in groups), default=_WINDOW)
    yield NOBODY
    yield f"{NOBODY}:{min(len(groups), 3)}"
    yield f"{NOBODY}:back:{min(back, 4)}"
    yield f"{NOBODY}:quoted:{here.quotation is not None}"
    yield f"{NOBODY}:speaker:{here.speaker is not None}:{here.first}"
