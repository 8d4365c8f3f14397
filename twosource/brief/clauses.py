"""A statement as a clause that can stand in a sentence: the article's own words, behind the name of who says them.

Nothing is put into other words: the clause is the sentence of the article (:mod:`twosource.brief.passage`). Only a
quotation that goes on over several sentences stands behind the name and a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.across import Account
from twosource.brief.passage import LONGEST, context, run, whole
from twosource.export.words import mention, plain, quoted
from twosource.language.nouns import PEOPLE
from twosource.records import Article, Mention, Span

__all__ = ["LONGEST", "NOBODY", "capital", "chain", "clause", "context", "finished", "is_known", "named", "speaker"]

NOBODY = "nobody named"

_EDGE = " \t,;:—–-"
_PRONOUN = re.compile(
    r"\A(?:he|she|it|they|we|i|you|who|which|(?:that|this|these|those)(?:\s.*)?|one|some|others|many|both|another|several|most|all)\Z",
    re.IGNORECASE,
)
"""What names nobody by itself, or points at something named elsewhere ("that article")."""
_WHOSE = re.compile(r"\Awhose\s+", re.IGNORECASE)
_THAT = re.compile(r"\Athat\s+", re.IGNORECASE)
_HEAD = re.compile(r"([A-Z][a-z]+)(?:\Z|,?\s[a-z])")
_LAST_COMMA = re.compile(r"[,;]([”\"’']*)\Z")
_DETERMINER = re.compile(
    r"\A(?:an?|the|some|two|three|several|many|most|one|another|officials|sources)\b", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\A(?:According|After|As|At|Before|By|During|For|From|In|Last|On|Since|Under|When|While|With)(?=\s)"
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
    if _PRONOUN.match(words):
        return mention(link, article) if link.name or link.role else f"“{words}”"
    words = lowered(words.strip(_EDGE))
    described = _DETERMINER.match(words) or words[:1].islower()
    return words if link.anonymity != "named" and words and described else mention(link, article)


def lowered(words: str) -> str:
    """``words`` as they stand within a sentence: an article at their head loses its capital, and a common noun
    ("Survivors of the fire")."""
    head = _HEAD.match(words)
    if head and head[1].lower() in PEOPLE:
        return words[:1].lower() + words[1:]
    return _DETERMINER.sub(lambda match: match[0].lower(), words)


def chain(account: Account) -> str:
    """On whose word it reached the page, outermost first: ``Kestrel Daily ← unnamed official``."""
    links = account.attribution.chain
    return " ← ".join(named(link, account.article) for link in links) if links else speaker(account)


def clause(account: Account) -> str:
    """The clause, without a full stop at its end."""
    sentence = whole(account)
    if sentence is None or len(sentence) > LONGEST:
        shorter = None if account.attribution.manner == "direct" else run(account)
        # Cut, a sentence may lose who says it, if that is known at all.
        sentence = sentence if shorter is None and speaker(account) == NOBODY else shorter
    return _cut(sentence or f"{_by(account)}: {_content(account.article, account.attribution.content)}")


def finished(*clauses: str) -> str:
    """A sentence of ``clauses``, with a capital and a full stop."""
    first, *rest = clauses
    text = capital("; ".join((first, *map(_going_on, rest))))
    return text if re.search(r"[.!?…]\s?[”\"’')]*\Z", text) else text + "."


def _going_on(words: str) -> str:
    return _PREPOSITION.sub(lambda match: match[0].lower(), lowered(words))


def capital(text: str) -> str:
    """``text`` with a capital at its head."""
    return text[:1].upper() + text[1:]


def _by(account: Account) -> str:
    links = account.attribution.chain
    if len(links) < 2:
        who = speaker(account)
        return f"In {plain(account.article.outlet or 'an article')}" if who == NOBODY else who
    outer, *inner = (named(link, account.article) for link in links)
    return f"{outer}, on the word of {', on that of '.join(inner)}"


def _content(article: Article, spans: Sequence[Span]) -> str:
    return _THAT.sub("", quoted(article, spans).strip(_EDGE))


def _cut(text: str) -> str:
    text = _LAST_COMMA.sub(r"\1", text.strip(_EDGE))
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(_EDGE) + " …"
