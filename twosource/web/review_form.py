"""What the forms of the review desk send, and what it asks for."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, Field

from twosource.across import Subject, Verdict
from twosource.ledger import View
from twosource.records import Anonymity, Certainty, Kind, Mention, Polarity
from twosource.review.amended import Amendment
from twosource.room import desk_spans
from twosource.room.judging import Request, Thing
from twosource.room.judging_request import Credibility, Reliability
from twosource.room.judging_things import mention_at

_TEXT = 300


class Given(BaseModel):
    """A form as it was filled in.

    ``change`` is what a correction changes: ``span`` or ``cue``, by ``first`` and ``last``, where its words begin and
    end, or with ``none`` to say that it has no cue;
    ``speaker``, a mention of the article (``attribution/place``) or else ``other``, whom the fields that follow
    describe; or ``stance``. ``here`` and ``onward`` are queries of places at the desk: where the form stood, and where
    it goes on.
    """

    about: Subject
    left: str = Field(max_length=40)
    right: str = Field("", max_length=40)
    seen: str = Field("", max_length=400)
    verdict: Verdict
    note: str = Field("", max_length=2000)
    reliability: str = Field("", max_length=1)
    credibility: str = Field("", max_length=1)
    change: str = Field("", max_length=20)
    first: int = 0
    last: int = 0
    none: bool = False
    speaker: str = Field("", max_length=60)
    name: str = Field("", max_length=_TEXT)
    role: str = Field("", max_length=_TEXT)
    kind: Kind = "person"
    anonymity: Anonymity = "named"
    polarity: Polarity = "affirm"
    certainty: Certainty = "unstated"
    here: str = Field("", max_length=4000)
    onward: str = Field("", max_length=4000)

    @property
    def thing(self) -> Thing:
        """What is judged."""
        return Thing(about=self.about, left=self.left, right=self.right or None)

    @property
    def kept(self) -> dict[str, str]:
        """All that is sent again where somebody means it in spite of a conflict."""
        sent: dict[str, Any] = self.model_dump(exclude={"seen", "here", "onward"}, exclude_defaults=True)
        return {name: str(value) for name, value in sent.items()} | {"verdict": self.verdict}


def request(view: View, given: Given, *, by: str, made_at: str) -> Request:
    """The verdict that a form asks for; :class:`ValueError` with the reason where it was not filled in rightly."""
    return Request(
        thing=given.thing,
        verdict=given.verdict,
        by=by,
        made_at=made_at,
        note=given.note or None,
        reliability=next((one for one in get_args(Reliability) if one == given.reliability), None),
        credibility=next((one for one in get_args(Credibility) if str(one) == given.credibility), None),
        changes=_changes(view, given) if given.verdict == "corrected" else None,
    )


def _changes(view: View, given: Given) -> Amendment:
    account = view.accounts([given.left]).get(given.left)
    if account is None:
        raise ValueError("there is no such statement")
    match given.change:
        case "span":
            return Amendment(content=desk_spans.content(account, given.first, given.last))
        case "cue":
            return Amendment(cue=() if given.none else desk_spans.cue(account, given.first, given.last))
        case "speaker":
            chain = account.attribution.chain[:-1]
            return Amendment(chain=(*chain, _speaker(view, given)))
        case "stance":
            return Amendment(polarity=given.polarity, certainty=given.certainty)
    raise ValueError("choose what to change")


def _speaker(view: View, given: Given) -> Mention:
    named = mention_at(given.speaker)
    if named is None:
        role = given.role.strip() or None
        name = given.name.strip() or None
        if not (name or role):
            raise ValueError("choose a speaker, or say who it is")
        return Mention(name=name, kind=given.kind, anonymity=given.anonymity, role=role)
    account = view.accounts([named[0]]).get(named[0])
    if account is None or named[1] >= len(account.attribution.chain):
        raise ValueError("there is no such speaker in the article")
    return account.attribution.chain[named[1]]
