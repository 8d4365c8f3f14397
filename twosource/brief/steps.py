"""How the story of a proposition moved, one statement after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.across import Origin, Proposition
from twosource.brief.clauses import clause, finished
from twosource.brief.figures import is_toll, middle
from twosource.brief.lead import points
from twosource.brief.records import FigureSaid, Move, Sentence, Statement, Step

MOST = 12

_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion)|earlier version|clarif\w+|retract\w*|withdr[ae]w\w*)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Story:
    """What was told so far: ``origins`` heard, ``value`` of the last figure."""

    origins: set[str] = field(default_factory=set)
    value: float | None = None


def steps(
    proposition: Proposition,
    statements: Sequence[Statement],
    *,
    origins: Sequence[Origin],
    figures: Sequence[FigureSaid],
) -> tuple[Step, ...]:
    """The moves, by the day on which it was said, else printed; what an origin only repeats is none, nor what
    points at words before it. Figures move where they count people whom something befell. At most
    :data:`MOST`."""
    origin_of = {one: origin.id for origin in origins for one in origin.attributions}
    values = {found.attribution: middle(found.figure) for found in figures} if is_toll(statements, figures) else {}
    story = _Story()
    known = [one for one in statements if not points(one)]
    told = sorted(known, key=lambda one: ((one.when or "9999")[:10], one.account.order))
    moves = [(_move(one, story, origin_of.get(one.id, one.id), values), one) for one in told]
    found = [(_taken_back(proposition, move), statement) for move, statement in moves if move]
    made = [_step(move, statement) for move, statement in _thinned(found)]
    # The same words in another paper move nothing, even where it is not known whose they are.
    return tuple({step.sentence.text: step for step in reversed(made)}.values())[::-1]


def _move(statement: Statement, story: _Story, origin: str, values: Mapping[str, float]) -> Move | None:
    value = values.get(statement.id)
    move = next(_moves(statement, story, new=origin not in story.origins, value=value), None)
    story.origins.add(origin)
    story.value = story.value if value is None else value
    return move


def _moves(statement: Statement, story: _Story, *, new: bool, value: float | None) -> Iterator[Move]:
    """The moves that ``statement`` may be, the most telling first."""
    if statement.stance == "silent":
        return
    if not story.origins:
        yield "first-said"
    if value is not None and story.value is not None and value != story.value:
        corrects = value < story.value and _CORRECTS.search(statement.account.article.text[slice(*statement.context)])
        yield "corrected" if corrects else "raised" if value > story.value else "lowered"
    if statement.stance in ("denies", "no-sign") and new:
        yield "denied"
    if statement.account.attribution.act == "confirms" and new:
        yield "confirmed"
    if new:
        yield "repeated"


def _taken_back(proposition: Proposition, move: Move) -> Move:
    return "walked-back" if proposition.status == "retracted" and move == "denied" else move


def _thinned(found: Sequence[tuple[Move, Statement]]) -> Sequence[tuple[Move, Statement]]:
    """Not more than :data:`MOST`: repetitions go first, the latest of them before the others."""
    spare = len(found) - MOST
    plain = [place for place, (move, _) in enumerate(found) if move == "repeated"]
    dropped = set(plain[max(0, len(plain) - spare) :] if spare > 0 else [])
    return [entry for place, entry in enumerate(found) if place not in dropped][:MOST]


def _step(move: Move, statement: Statement) -> Step:
    sentence = Sentence(text=finished(clause(statement.account)), citations=(statement.citation,))
    return Step(move=move, attribution=statement.id, when=statement.when, sentence=sentence)
