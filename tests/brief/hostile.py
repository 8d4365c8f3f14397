"""Briefs in which every text that an article can hold is one and the same, of somebody's choice."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.made import origin
from tests.brief.whole import a_brief, an_entry
from tests.origins.made import article, said
from twosource.across import Account, Source
from twosource.brief.records import Brief, Sentence, Statement, Voice
from twosource.brief.stance import stance
from twosource.records import Interval, Mention


def brief_of(text: str, *, url: str | None = None) -> Brief:
    """A brief of two statements whose words, speaker, outlet, title, address, question and notes are ``text``."""
    statements = [_statement(text, url, day) for day in ("2025-03-04", "2025-03-05")]
    one = origin(*statements, root=text, why=(text,), side=text)
    two = replace(one, root="x", attributions=("none",))
    sentence = Sentence(text=text, citations=tuple(found.citation for found in statements))
    entry = an_entry(statements, [one], wording=text, missing=(sentence,), sides=((text, (one.id, two.id)),))
    entry = replace(entry, lead=replace(sentence, proposition=entry.id))
    source = Source(
        name=text, kind="person", anonymity="named", mentions=((statements[0].id, 0),), role=text, affiliation=text
    )
    voice = Voice(source=source, label=text, statements=(statements[0].id,), propositions=(entry.id,))
    return a_brief(entry, question=text, sentences=(sentence,), missing=(sentence,), voices=(voice,), notes=(text,))


def _statement(text: str, url: str | None, day: str) -> Statement:
    where = article(text, outlet=text, published=day, title=text, url=url, source=text)
    speaker = Mention(name=text, kind="person", anonymity="named", role=text, affiliation=text)
    when = Interval(start=day, end="2025-03-06", text=text)
    content = "".join(text)
    account: Account = said(where, content, speaker, said=when)
    return Statement(
        account=account,
        stance=stance(account, "affirm"),
        speaker=text,
        chain=text,
        source=None,
        when=day,
        context=(0, len(text)),
    )
