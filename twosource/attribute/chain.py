"""The chain of a statement's sources, from the one nearest the article to the origin.

Three things put somebody between the article and the origin: the attribution stands inside what somebody else says;
the source cites or quotes another; or the origin told it to news media. Being told to reporters, a parliament or a
rally is an audience and no link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.attribute.mentions import Mentions
from twosource.attribute.who import read_mention
from twosource.language import nouns
from twosource.language.facts import Facts, overlap
from twosource.language.kinds import kind_of
from twosource.language.words import words
from twosource.records import Kind, Mention, Relation, Span

_NOUN_PHRASE = (
    r"((?:(?:[A-Z]\.)+|[^,.;:“”\"()])+?)(?=\s+(?:and\s+(?:\w+ly\s+)?(?:report|sa[iy]|claim|add|wr[io]t|"
    r"not|suggest)\w*|as\s+saying|that|who|which|about|on\s+[A-Z]|last|this|in\s+an?)\b|[,.;:“”\"()]|\Z)"
)
_CITES = re.compile(
    rf"\b(?:citing|cited|cites|quoting|quoted|quotes|attributing\s+\w+\s+to)\s+(?!by\b|as\b|in\b){_NOUN_PHRASE}"
)
_CITING = re.compile(rf"\bciting\s+{_NOUN_PHRASE}")
_LINKS: frozenset[Kind] = frozenset({"person", "government", "outlet", "agency", "collective", "document"})
# A person who cites a person mostly argues; one who cites a paper or a ministry passes on.
_CITED_BY_PEOPLE: frozenset[Kind] = frozenset({"government", "outlet", "agency", "document"})
_PASSES_ON: frozenset[Kind] = frozenset({"outlet", "agency", "document", "collective", "organisation"})
_STATE_BROADCASTER = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?state\s+(?:television|tv|radio|media|broadcaster)", re.IGNORECASE
)
_AUDIENCES = words("the press, the media, media, press, the news media, the local media, local media, foreign media")
_TOLD = re.compile(
    rf"\b(?:told|telling|tells|informed|(?:[Ii]n\s+)?(?:an?|the)\s+(?:\w+\s+)?interview\s+(?:with|to|by)|"
    rf"[Ii]n\s+(?:comments|remarks|a\s+statement|"
    rf"statements|an\s+e-?mail)\s+to|[Ss]peaking\s+to|(?:said|says|speaking|appearing)\s+on|spoke\s+to|speaking\s+with)\s+{_NOUN_PHRASE}"
)
# "Feld’s popularity" is cited for itself, "a source in Feld’s office" speaks.
_POSSESSED = re.compile(r"(?:(?!in\b|at\b|from\b|of\b|inside\b|close\b)[\w.-]+\s+)*?[\w.-]+['’]s\s")
_QUOTING = re.compile(r"\b(?:citing|quoting)\b")
_SUBJECT = re.compile(r"((?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}),?\s*\Z")
_CARRIED = re.compile(
    rf"\b(?:quoted|cited|carried|reported|published)\s+(?:as\s+(?:saying|telling)\s+)?by\s+{_NOUN_PHRASE}"
)
_GOES_ON = re.compile(
    r"\s(?:the|he|she|it|they|there|his|her|its|their|an?|this|these|no|some|about|at|in|on|if|how|why|what|reporters?|"
    r"correspondents?|journalists?)\b"
)
"""What begins the content right after a medium that it was told to."""
_ANY = re.compile(
    r"cit(?:ed|es|ing)|quot|attribut|t[eo]l[dl]|inform|intervi|sp[eo][ak]|comments|remarks|statement|mail|carried|"
    r"reported|publi"
)
_AROUND = 110
_MAX_DEPTH = 4


def chain(
    mentions: Mentions, relations: Sequence[Relation], number: int, origins: Sequence[Mention | None]
) -> tuple[Mention, ...]:
    """The chain of relation ``number``; ``origins`` are the resolved sources of all relations."""
    return _links(mentions, relations, number, origins, _MAX_DEPTH)


def _links(
    mentions: Mentions, relations: Sequence[Relation], number: int, origins: Sequence[Mention | None], depth: int
) -> tuple[Mention, ...]:
    own = origins[number]
    inner = _own_links(mentions, relations[number], own) if own else ()
    if len(inner) == 1 and own is not None and (medium := _told_before(mentions, relations, number)):
        inner = (medium, own) if not _same(medium, own) and own.kind not in ("outlet", "agency") else inner
    holder = _holder(mentions, relations, number)
    if holder is None or not depth or not inner:
        return inner
    outer = _links(mentions, relations, holder, origins, depth - 1)
    return _joined(outer, inner)


def _told_before(mentions: Mentions, relations: Sequence[Relation], number: int) -> Mention | None:
    """The medium that the same words were told to: "told SANA that …, adding that …"."""
    source = relations[number].source
    same = [one for n, one in enumerate(relations) if n != number and source and one.source[:1] == source[:1]]
    sentence = mentions.facts.sentence_at(source[0][0]) if source else (0, 0)
    near = (one for one in same if one.cue and sentence[0] <= one.cue[0][0] < sentence[1])
    return next((medium for one in near if (medium := _teller(mentions, one))), None)


def _joined(outer: tuple[Mention, ...], inner: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Both, unless the inner source is already in the outer: "Feld said she believes" has one source."""
    for place, mention in enumerate(outer):
        if _same(mention, inner[0]):
            return (*outer[:place], *inner)
    return (*outer, *inner)


def _same(left: Mention, right: Mention) -> bool:
    if left.span == right.span:
        return True
    return left.name is not None and left.name == right.name


def _own_links(mentions: Mentions, relation: Relation, own: Mention) -> tuple[Mention, ...]:
    if (cited := _cited(mentions, relation, own)) and not _same(cited, own):
        return (own, cited)
    outlet = _carrier(mentions, relation) or _teller(mentions, relation)
    if outlet and not _same(outlet, own) and own.kind not in ("outlet", "agency"):
        return (outlet, own)
    return (own,)


def _holder(mentions: Mentions, relations: Sequence[Relation], number: int) -> int | None:
    """The attribution whose content holds cue and source of this one: the smallest, if there are several."""
    relation = relations[number]
    if not relation.cue or not relation.source:
        return None
    holders = mentions.nesting.holders(relation.cue[0])
    both = holders.keys() & mentions.nesting.holders(relation.source[0]).keys() - {number}
    return min(both, key=holders.__getitem__, default=None)


def _cited(mentions: Mentions, relation: Relation, own: Mention) -> Mention | None:
    """Whom the source cites for it: "cited a source and reported", "the paper said, quoting two officials"."""
    facts = mentions.facts
    by_media = own.kind in _PASSES_ON or (not own.role and _reports(facts, relation))
    for match in _matches(facts, relation, _CITES if by_media else _CITING):
        phrase = match.span(1)
        outside = not any(overlap(phrase, span) for span in (*relation.content, *relation.source))
        if outside and match.start() >= relation.source[-1][0]:
            return _readable(mentions, phrase, _LINKS if by_media else _CITED_BY_PEOPLE)
    return None


def _reports(facts: Facts, relation: Relation) -> bool:
    return any("report" in facts.text[start:end] for start, end in relation.cue)


def _carrier(mentions: Mentions, relation: Relation) -> Mention | None:
    """Who reports it, where the source is whom they quote: "the Guardian reported, quoting two officials, that ..."."""
    facts = mentions.facts
    if not relation.cue or not relation.source or relation.source[0][0] < relation.cue[0][1]:
        return None
    if not _QUOTING.search(facts.text, relation.cue[0][0], relation.source[0][0]):
        return None
    sentence = facts.sentence_at(relation.cue[0][0])
    before = _SUBJECT.search(facts.text, max(sentence[0], relation.cue[0][0] - 60), relation.cue[0][0])
    if not before or any(overlap(before.span(1), span) for span in relation.content):
        return None
    found = mentions.resolve([before.span(1)])
    return found if found.kind in _PASSES_ON and not _is_own(found, facts.article.outlet) else None


def _readable(mentions: Mentions, phrase: Span, kinds: frozenset[Kind]) -> Mention | None:
    """The mention at ``phrase`` if it can be a source: not "concerns", "Mark 4" or "Feld’s popularity"."""
    if _POSSESSED.match(mentions.facts.text[slice(*phrase)]):
        return None
    found = mentions.resolve([phrase])
    known = found.name or found.role or found.kind != "person"
    return found if known and found.kind in kinds else None


def _teller(mentions: Mentions, relation: Relation) -> Mention | None:
    """The news media that the source told it to or that carried it, if it is not the article's own outlet."""
    facts = mentions.facts
    for pattern in (_TOLD, _CARRIED):
        for match in _matches(facts, relation, pattern):
            phrase = _medium(facts, match.span(1))
            if any(overlap(phrase, span) for span in (*relation.content, *relation.source)):
                continue
            public = _STATE_BROADCASTER.fullmatch(match[1]) or match[1].lower() in _AUDIENCES
            if public or not _is_media(read_mention(facts.text, [phrase]), facts.text[slice(*phrase)]):
                continue
            found = mentions.resolve([phrase])
            if not _is_own(found, facts.article.outlet):
                return found
    return None


def _medium(facts: Facts, phrase: Span) -> Span:
    """The phrase as far as a name at its head goes: "told the Orrin Times the pier was shut" has no comma."""
    name = next(iter(facts.names_in(phrase)), None)
    if name is None or facts.text[phrase[0] : name.span[0]].lower() not in ("", "the "):
        return phrase
    known = kind_of(name.text) in ("outlet", "agency")
    if name.title or not (known or _GOES_ON.match(facts.text, name.span[1])):
        return phrase
    return phrase[0], min(name.span[1], phrase[1])


def _matches(facts: Facts, relation: Relation, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """The matches of ``pattern`` in the cue's sentence near the cue, outside quotations."""
    if not relation.cue:
        return []
    cue = relation.cue[0][0], relation.cue[-1][1]
    sentence = facts.sentence_at(cue[0])
    low, high = max(sentence[0], cue[0] - _AROUND), min(sentence[1], cue[1] + _AROUND)
    if not _ANY.search(facts.text, low, high):
        return []
    found = [m for m in pattern.finditer(facts.text, low, high) if not facts.quotation_at(m.start())]
    return [m for m in found if not any(c[0] <= m.start() < c[1] for c in relation.content)]


def _is_media(mention: Mention, words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    return mention.kind in ("outlet", "agency") or last in nouns.MEDIA


def _is_own(mention: Mention, outlet: str | None) -> bool:
    if not outlet or not mention.name:
        return False
    own, named = (_plain(name) for name in (outlet, mention.name))
    initials = "".join(word[0] for word in own.split())
    return named in (own, initials) or own.startswith(named + " ") or named.startswith(own + " ")


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower().removeprefix("the ")).strip() or name.lower()
