"""What the review desk shows: a case, where it is among others, and how far the work has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from twosource.across import Judgement
from twosource.ledger import View
from twosource.ledger.waiting import waiting
from twosource.room import desk, desk_chosen
from twosource.room.desk import Item
from twosource.room.desk_chosen import Chosen
from twosource.room.desk_excerpt import Word, choices
from twosource.room.desk_sides import StatementSide
from twosource.room.desk_speakers import Speaker, speakers
from twosource.room.history import Entry, Progress, entry, progress
from twosource.room.judging_known import Known
from twosource.room.judging_things import Thing
from twosource.web.review_place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Why a verdict was not kept. ``reasons`` say what was filled in wrongly; else ``meanwhile`` are the verdicts that
    others gave since it was seen, empty where the thing itself is another. ``again`` is what to send to keep it beside
    theirs, with the tag that there is now."""

    reasons: tuple[str, ...] = ()
    meanwhile: tuple[Judgement, ...] = ()
    again: Mapping[str, str] = field(default_factory=dict)
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The desk at ``place``. ``onward`` is where it goes on after this case; ``done`` the judgement that was just given
    or taken back, with what that changed, and ``back`` the place where that was; ``conflict`` is why one was not kept.
    """

    place: Place
    item: Item | None
    onward: Place
    chosen: Chosen | None
    progress: Progress
    waiting: int
    done: Entry | None = None
    back: Place = field(default_factory=Place)
    conflict: Conflict | None = None
    words: tuple[Word, ...] = ()
    speakers: tuple[Speaker, ...] = ()

    @property
    def here(self) -> Place:
        """This very case, whatever comes before it in the queue by then."""
        return self.place.at(self.item.thing) if self.item else self.place

    def apart(self, mention: str) -> Thing:
        """The question whether a mention, and all of its wording, means the source that is shown."""
        return Thing(about="source", left=mention, right=self.item.thing.left if self.item else None)


def shown(
    view: View, place: Place, *, done: str | None = None, back: str | None = None, conflict: Conflict | None = None
) -> Shown:
    """What stands at ``place``. ``done`` is the judgement that was given just before, ``back`` the case of it."""
    known = Known(view)
    chosen = desk_chosen.chosen(view, place.choice) if place.is_chosen else None
    item = _item(known, place, chosen)
    side = item.left if item and item.kind == "attribution" and isinstance(item.left, StatementSide) else None
    return Shown(
        place=place,
        item=item,
        onward=_onward(place, item, chosen),
        chosen=chosen,
        progress=progress(known, datetime.now(UTC).date()),
        waiting=waiting(view),
        done=entry(view, done, known=known) if done else None,
        back=replace(place, case=back or None),
        conflict=conflict,
        words=choices(side.account) if side else (),
        speakers=speakers(view, side.account) if side else (),
    )


def _item(known: Known, place: Place, chosen: Chosen | None) -> Item | None:
    view = known.view
    if place.thing:
        return desk.chosen(view, desk_chosen.current(view, place.thing), known=known)
    if chosen:
        return desk.chosen(view, chosen.lines[0].thing, known=known) if chosen.lines else None
    if place.is_chosen:
        return None
    found, _ = desk.queue(view, place.choice, limit=1, after=place.key, known=known)
    return found[0] if found else None


def _onward(place: Place, item: Item | None, chosen: Chosen | None) -> Place:
    if item is None:
        return Place(only=place.only)
    if not chosen:
        return place.past(item) if item.waits else place.at(None)
    things = [line.thing for line in chosen.lines]
    at = things.index(item.thing) + 1 if item.thing in things else 0
    return place.at(things[at % len(things)] if len(things) > 1 else None)
