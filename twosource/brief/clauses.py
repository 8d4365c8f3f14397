"""A statement as a clause that can stand in a sentence: the article's own words, behind the name of who says them.

Nothing is put into other words. Where source, cue and content follow one another, the clause is that stretch of the
article, with a fuller name for a pronoun or a bare surname. A quotation stands behind the name and a colon. All else is
the whole sentence of the article: words cut out of it would lose their verb, or what the writer hedges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.across import Account
from twosource.export.words import mention, plain, quoted
from twosource.language.sentences import around, sentences
from twosource.records import Article, Mention, Span

LONGEST = 320
"""Characters of a clause; what is longer is cut between words."""

NOBODY = "nobody named"

_GAP = 2
"""Characters between source and cue, or cue and content, that still follow one another."""

_EDGE = " \t,;:—–-"
_PRONOUN = re.compile(r"\A(?:he|she|it|they|we|i|who|which|that|this|these|those)\Z", re.IGNORECASE)
_DATELINE = re.compile(r"\A[A-Z][A-Z.,’' ]{2,30}(?:,? [A-Z][\w.]+){0,2}(?: \([\w ]{2,20}\))? ?[–—-]+ +(?=\S)")
_JOINS = re.compile(r"\A(?:But|And|Yet|So|However,|Meanwhile,)\s+")
_WHOSE = re.compile(r"\Awhose\s+", re.IGNORECASE)
_UNFINISHED = re.compile(r"\A\w+ing\b|\Aby\b|\Ato\b", re.IGNORECASE)
_THAT = re.compile(r"\Athat\s+", re.IGNORECASE)
_LAST_COMMA = re.compile(r"[,;]([”\"’']*)\Z")
_DETERMINER = re.compile(
    r"\A(?:an?|the|some|two|three|several|many|most|one|another|officials|sources)\b", re.IGNORECASE
)


def speaker(account: Account) -> str:
    """Who says it, in words: the origin of the chain, else the words of the source, else ``nobody named``."""
    attribution, article = account.attribution, account.article
    if attribution.chain:
        return named(attribution.chain[-1], article)
    words = plain(quoted(article, attribution.source)).strip(_EDGE)
    return f"“{words}”" if _PRONOUN.match(words) else lowered(words) or NOBODY


def is_known(who: str) -> bool:
    """Whether a speaker in words says who it is: not nobody, and no pronoun."""
    return who != NOBODY and not who.startswith("“")


def named(link: Mention, article: Article) -> str:
    """A mention in words. One that is not named stands in the article's words ("a spokesman for the ministry")."""
    words = _WHOSE.sub("a ", plain(article.text[link.span[0] : link.span[1]])) if link.span else ""
    if link.anonymity != "named" and _PRONOUN.match(words) and not link.name:
        return f"“{words}”"
    if link.anonymity == "named" or not words or not _DETERMINER.match(words):
        return mention(link, article)
    return lowered(words.strip(_EDGE))


def lowered(words: str) -> str:
    """``words`` as they stand within a sentence: an article at their head loses its capital."""
    return _DETERMINER.sub(lambda match: match[0].lower(), words)


def chain(account: Account) -> str:
    """On whose word it reached the page, outermost first: ``Kestrel Daily ← unnamed official``."""
    links = account.attribution.chain
    return " ← ".join(named(link, account.article) for link in links) if links else speaker(account)


def clause(account: Account) -> str:
    """The clause, without a full stop at its end."""
    attribution, article = account.attribution, account.article
    stretch = _stretch(account)
    if stretch is not None:
        name = _name_in_text(account)
        return _cut(f"{name}{',' if ',' in name.split('(')[0] else ''} {plain(article.text[stretch[0] : stretch[1]])}")
    whole = None if attribution.manner == "direct" else _sentence(account)
    return _cut(whole or f"{_by(account)}: {_content(article, attribution.content)}")


def _sentence(account: Account) -> str | None:
    """The sentence of the article that all of it stands in, with a name for a pronoun; nothing where it is more than
    one, or too long."""
    attribution, text = account.attribution, account.article.text
    start, end = context(account)
    if len(account.article.paragraphs) > 1 and "\n" in text[start:end].strip():
        return None
    if len(sentences(text[start:end], [(0, end - start)])) > 1:
        return None
    words = text[start:end]
    for first, last in attribution.source[:1]:
        if _PRONOUN.match(text[first:last]) and attribution.chain and attribution.chain[-1].name:
            words = text[start:first] + named(attribution.chain[-1], account.article) + text[last:end]
    words = _JOINS.sub("", _DATELINE.sub("", plain(words).rstrip(".")))
    return words if len(words) <= LONGEST else None


def finished(*clauses: str) -> str:
    """A sentence of ``clauses``, with a capital and a full stop."""
    first, *rest = clauses
    text = capital("; ".join((first, *map(lowered, rest))))
    return text if re.search(r"[.!?…][”\"’')]*\Z", text) else text + "."


def capital(text: str) -> str:
    """``text`` with a capital at its head."""
    return text[:1].upper() + text[1:]


def context(account: Account) -> Span:
    """The whole sentences of the article that its source, cue and content stand in."""
    attribution, article = account.attribution, account.article
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return around(article.text, article.paragraphs, (first, last))


def _stretch(account: Account) -> Span | None:
    """From the cue to the end of the content, where source, cue and content follow one another in one line."""
    attribution, text = account.attribution, account.article.text
    if len(attribution.source) != 1 or len(attribution.cue) != 1 or len(attribution.chain) > 1:
        return None
    (source,), (cue,), content = attribution.source, attribution.cue, attribution.content
    follows = 0 <= cue[0] - source[1] <= _GAP and 0 <= content[0][0] - cue[1] <= _GAP
    if (
        not follows
        or _UNFINISHED.match(text[cue[0] : cue[1]])
        or len(content) != 1
        or "\n" in text[source[0] : content[0][1]]
    ):
        return None
    return cue[0], content[0][1]


def _name_in_text(account: Account) -> str:
    """The words of the source where they say who it is, else the fullest name. "The company" stays "the company": which
    one is meant is a guess that a sentence in the article's words must not make."""
    attribution, article = account.attribution, account.article
    words = plain(quoted(article, attribution.source)).strip(_EDGE)
    if not attribution.chain:
        return speaker(account)
    name = attribution.chain[-1].name
    fits = (name and name in words) or _DETERMINER.match(words)
    return lowered(words) if fits else speaker(account)


def _by(account: Account) -> str:
    links = account.attribution.chain
    if len(links) < 2:
        who = speaker(account)
        return f"{plain(account.article.outlet or 'an article')}, naming no source" if who == NOBODY else who
    outer, *inner = (named(link, account.article) for link in links)
    return f"{outer}, on the word of {', on that of '.join(inner)}"


def _content(article: Article, spans: Sequence[Span]) -> str:
    return _THAT.sub("", quoted(article, spans).strip(_EDGE))


def _cut(text: str) -> str:
    text = _LAST_COMMA.sub(r"\1", text.strip(_EDGE))
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(_EDGE) + " …"
