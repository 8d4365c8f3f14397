"""What an account rests on, as its own words and the article's declarations say: whose word, by whose relay, whose
text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.across import Account, Source
from twosource.language.kinds import kind_of
from twosource.language.words import words
from twosource.origins.bodies import Body, spoken_for, works_at
from twosource.origins.families import GENERIC, family, host_of, is_same
from twosource.origins.lineage import Lineage, lineage
from twosource.origins.wording import words_of
from twosource.records import Article, Mention, Polarity, Span

SourceOf = Callable[[str, int], Source | None]
"""The source that a mention resolves to: by attribution id and place in its chain."""

Answers = Literal["article", "nobody", "outlet", "source"]
"""Who answers for it: the article itself; nobody whom it names ("is said to"); another outlet; a source."""

NOBODY = "somebody not named"
"""What a speaker is called of whom the text has a pronoun alone."""
_OPENING = 2
"""Paragraphs that sum up the article: the headline and the lead, or the subhead."""
_SUMMARY = 500
"""Characters within which they do: about 80 words. Some texts are one paragraph."""
_EMPTY = words("a an the of unnamed anonymous who and to in for at")
_PRONOUNS = words("he she they it who which both we i that this")
_TOLD = re.compile(r"\s*(?:the\s)?(?P<name>[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,3})")
_TELLS = re.compile(r"\b(?:told|tells|telling)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """An account with what it rests on. ``article`` is the id of its article.

    ``who`` identifies the speaker: the id of its source, or its name, or the account itself where it is nobody known.
    ``relays`` are the same for the people and bodies that pass the speaker's word on, ``via`` the families of the
    outlets that do. ``speaks_for`` is the body whose word it is, ``of`` the one that the speaker belongs to. ``opens``:
    it stands in the headline or the lead.
    """

    account: Account
    article: str
    stance: Polarity
    answers: Answers
    who: str
    label: str
    mention: Mention | None
    relays: tuple[str, ...]
    via: tuple[str, ...]
    speaks_for: Body | None
    of: Body | None
    lineage: Lineage
    opens: bool

    @property
    def named(self) -> bool:
        """Whether the speaker goes by a name."""
        return self.mention is not None and self.mention.name is not None and self.mention.anonymity == "named"

    @property
    def faceless(self) -> bool:
        """Whether nobody can tell who the speaker is: not named, and speaking for no body."""
        group = self.mention is not None and self.mention.kind == "collective"
        return self.answers == "source" and not self.named and (self.speaks_for is None or group)

    @property
    def described(self) -> tuple[str, ...]:
        """The words that describe the speaker, without articles and without saying that he is not named."""
        return tuple(word for word in self.label.casefold().split() if word not in _EMPTY)

    @property
    def outlet(self) -> str:
        """The outlet as people know it."""
        return _outlet(self.account.article) or "an article without an outlet"

    @property
    def place(self) -> int:
        """Where its content begins."""
        return self.account.attribution.content[0][0]


def voices(
    accounts: Sequence[Account], source_of: SourceOf, stances: Mapping[str, Polarity] | None = None
) -> list[Voice]:
    """The accounts with what they rest on, in the order of :attr:`Account.order`."""
    known = stances or {}
    ordered = sorted(accounts, key=lambda account: account.order)
    return [_voice(account, source_of, known.get(account.id, account.attribution.polarity)) for account in ordered]


def _voice(account: Account, source_of: SourceOf, stance: Polarity) -> Voice:
    chain = account.attribution.chain
    declared = lineage(account.article)
    speaker = chain[-1] if chain else None
    answers = _answers(account, speaker, declared)
    sources = [source_of(account.id, place) for place in range(len(chain))]
    named_by = designation(account, speaker)
    merged = _merged(speaker, sources[-1]) if speaker else None
    return Voice(
        account=account,
        article=account.article.id,
        stance=stance,
        answers=answers,
        who=_who(account, len(chain) - 1, sources) if answers in ("source", "outlet") else account.id,
        label=_label(account, merged, answers, named_by, declared),
        mention=merged if answers in ("source", "outlet") else None,
        relays=tuple(_who(account, place, sources) for place in _relays(chain)),
        via=tuple(dict.fromkeys(_via(account, answers, declared))),
        speaks_for=spoken_for(merged, named_by) if merged and answers == "source" else None,
        of=works_at(merged, named_by) if merged and answers == "source" else None,
        lineage=declared,
        opens=_opens(account),
    )


def designation(account: Account, mention: Mention | None) -> str:
    """The words by which a text names a source, else its office and body."""
    if mention is None:
        return ""
    printed = " ".join(account.article.text[slice(*mention.span)].split()) if mention.span else ""
    if printed and not _is_pronoun(printed):
        return printed
    office = [part for part in (mention.role, mention.affiliation) if part]
    return mention.name or (" of the ".join(office) if mention.role or not printed else "")


def _is_pronoun(phrase: str) -> bool:
    return phrase.casefold() in _PRONOUNS


def _answers(account: Account, speaker: Mention | None, declared: Lineage) -> Answers:
    if speaker is None:
        return "nobody" if account.attribution.cue else "article"
    if speaker.kind == "author":
        return "article"
    if speaker.kind in ("outlet", "agency"):
        own = speaker.name is not None and _is_own(speaker.name, account, declared)
        return "article" if own else "outlet"
    return "source"


def _is_own(name: str, account: Account, declared: Lineage) -> bool:
    """Whether an outlet named in an article is its own, or the wire whose text it is."""
    outlet = account.article.outlet
    return (outlet is not None and is_same(name, outlet)) or family(name) in (declared.outlet, declared.wire)


def _merged(speaker: Mention, source: Source | None) -> Mention:
    """The speaker with what is known of it from other articles: its name and its office."""
    if source is None:
        return speaker
    unnamed = speaker.anonymity == "unnamed"
    return Mention(
        name=speaker.name if unnamed else source.name or speaker.name,
        kind=source.kind if speaker.name is None and not unnamed and source.name else speaker.kind,
        anonymity="named" if source.name and not unnamed and source.anonymity == "named" else speaker.anonymity,
        role=speaker.role or source.role,
        affiliation=speaker.affiliation or source.affiliation,
        number=speaker.number,
        span=speaker.span,
    )


def _who(account: Account, place: int, sources: Sequence[Source | None]) -> str:
    source, mention = sources[place], account.attribution.chain[place]
    if source is not None:
        return f"source {source.id}"
    if mention.name and mention.anonymity == "named":
        return "name " + " ".join(words_of(mention.name.removeprefix("The ").removeprefix("the ")))
    return f"nobody {account.article.id} {mention.span}" if mention.span else f"nobody {account.id} {place}"


def _relays(chain: Sequence[Mention]) -> list[int]:
    """The places of those who pass on what others say and are no outlets."""
    return [place for place, mention in enumerate(chain[:-1]) if mention.kind not in ("outlet", "agency", "author")]


def _via(account: Account, answers: Answers, declared: Lineage) -> list[str]:
    """The other outlets that the words name: links of the chain, and who was told."""
    chain = account.attribution.chain
    links = chain if answers == "outlet" else chain[:-1]
    named = [mention.name for mention in links if mention.kind in ("outlet", "agency") and mention.name]
    named += told(account)
    others = [name for name in named if not _is_own(name, account, declared) and name.casefold() not in GENERIC]
    return [family(name) for name in others]


def told(account: Account) -> list[str]:
    """The outlet or agency that a speaker told it to: "told Reuters"."""
    text, found = account.article.text, []
    for start, end in account.attribution.cue:
        match = _TOLD.match(text, end) if _TELLS.search(text, start, end) else None
        if match and kind_of(match["name"]) in ("outlet", "agency"):
            found.append(match["name"])
    return found


def _label(account: Account, speaker: Mention | None, answers: Answers, named_by: str, declared: Lineage) -> str:
    """What people call the root."""
    if answers == "article":
        return declared.credited or _outlet(account.article) or "the article itself"
    if answers == "nobody" or speaker is None:
        return "nobody named"
    return speaker.name or named_by or NOBODY


def _opens(account: Account) -> bool:
    spans: Sequence[Span] = account.article.paragraphs
    first = account.attribution.content[0][0]
    return first < _SUMMARY and any(start <= first < end for start, end in spans[:_OPENING])


def _outlet(article: Article) -> str | None:
    """The outlet by the name that it goes by, its host where nothing else is known."""
    name = article.outlet or host_of(article.url or "")
    return family(name) if name and host_of(name) else name
