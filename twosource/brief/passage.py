"""The article's own sentence about a statement, as it can stand in another text.

A sentence is taken whole: words cut out of it lose their verb, what the writer hedges, or the "if" before them. In
place of a pronoun or a bare surname stands the name that it is short for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.across import Account
from twosource.export.words import mention, plain
from twosource.language.givennames import pronoun_of
from twosource.language.nouns import OUTLETS, PICTURES
from twosource.language.sentences import around, sentences
from twosource.records import Mention, Span

LONGEST = 420
"""Characters of a clause; what is longer is cut between words. Of the sentences about statements of four stories one in
fifty is longer, and at 320 one in fifteen."""

_PERSONAL = re.compile(r"\A(?:he|she|it|they)\Z", re.IGNORECASE)
_TITLE = re.compile(r"\A(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+")
_DAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATED = re.compile(rf"\A(?:{_DAY},? )?(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})[,:]? +(?=\S)")
_DATELINE = re.compile(r"\A[A-Z][A-Z.,’' ]{2,30}(?:,? [A-Z][\w.]+){0,2}(?: \([\w ]{2,20}\))? ?[–—-]+ +(?=\S)")
_CREDITED = re.compile(r"\A\((?:[A-Z][\w.&-]*|and|of)(?: (?:[A-Z][\w.&-]*|and|of)){0,5}\) +(?=\S)")
_JOINS = re.compile(r"\A(?:But|And|Yet|So|However,|Meanwhile,?)\s+")
_CONDITION = re.compile(
    r"\b(?:if|unless|should|whether|since|until|when|because|although|though|while|after|before|that|not|no|never)\b",
    re.IGNORECASE,
)


def context(account: Account) -> Span:
    """The whole sentences of the article that its source, cue and content stand in."""
    first, last = _reach(account)
    return around(account.article.text, account.article.paragraphs, (first, last))


def whole(account: Account) -> str | None:
    """The sentence that says it, with a name for a pronoun, without full stop; of what goes on over several sentences
    the one with source, cue and the first of the content, except of a quotation. ``None`` where there is no such
    sentence."""
    found = _home(account)
    words = _worded(account, found) if found else None
    return _bare(account, words) if words and _balanced(words) else None


def run(account: Account) -> str | None:
    """The stretch of that sentence from the first word of source, cue and content to the last, nothing left out
    between; ``None`` where what stands before it may turn what it says."""
    found, (first, last) = _home(account), _reach(account)
    if found is None or last > found[1] or _CONDITION.search(account.article.text, found[0], first):
        return None
    words = _worded(account, (first, last))
    return words if _balanced(words) else None


def short_for(account: Account) -> bool:
    """Whether the words of the source say less than the name of its speaker: a pronoun or a surname."""
    attribution = account.attribution
    if len(attribution.source) != 1 or not attribution.chain or not attribution.chain[-1].name:
        return False
    words = account.article.text[slice(*attribution.source[0])].strip()
    return _PERSONAL.match(words) is not None or _is_surname(_TITLE.sub("", words), attribution.chain[-1])


def _is_surname(words: str, link: Mention) -> bool:
    """Whether ``words`` are the last of a person's name; one of whom neither office nor given name is known may be none
    ("Ferries" of "Ferry Disaster Ferries")."""
    given, *others = (link.name or "").split()
    return link.kind == "person" and others[-1:] == [words] and bool(link.role or pronoun_of(given))


def _reach(account: Account) -> Span:
    spans = list(_spans(account))
    return min(start for start, _ in spans), max(end for _, end in spans)


def _spans(account: Account) -> Iterator[Span]:
    attribution = account.attribution
    yield from (*attribution.source, *attribution.cue, *attribution.content)


def _home(account: Account) -> Span | None:
    """The one sentence, in one line, in which source, cue and first piece of the content stand."""
    attribution, article = account.attribution, account.article
    start, end = context(account)
    if len(sentences(article.text[start:end], [(0, end - start)])) > 1:
        anchor = (*attribution.cue, *attribution.source, *attribution.content)[0]
        start, end = around(article.text, article.paragraphs, anchor)
        told = (*attribution.source, *attribution.cue, attribution.content[0])
        if attribution.manner == "direct" or not all(start <= one[0] and one[1] <= end for one in told):
            return None
    broken = len(article.paragraphs) > 1 and "\n" in article.text[start:end].strip()
    return None if broken else (start, end)


def _worded(account: Account, span: Span) -> str:
    text, attribution = account.article.text, account.attribution
    words = text[slice(*span)]
    if short_for(account):
        (first, last), link = attribution.source[0], attribution.chain[-1]
        words = text[span[0] : first] + mention(link, account.article) + text[last : span[1]]
    return plain(words).rstrip(".")


def _bare(account: Account, words: str) -> str:
    """``words`` without what stands before a sentence and is none of it: date, place, credit, conjunction."""
    words = _DATELINE.sub("", _CREDITED.sub("", _DATED.sub("", words)))
    _, _, rest = words.partition(" ")
    return _JOINS.sub("", rest if _is_credited(account, words) else words)


def _is_credited(account: Account, words: str) -> bool:
    """Whether ``words`` begin with the agency or outlet that took the picture of a caption, before the source or as its
    first word: who speaks is neither called so nor of it."""
    attribution, (first, _, rest) = account.attribution, words.partition(" ")
    if not attribution.source or not attribution.chain or (first not in PICTURES and first.lower() not in OUTLETS):
        return False
    printed, link = plain(account.article.text[slice(*attribution.source[0])]), attribution.chain[-1]
    own = f"{link.name or first} {link.affiliation or ''}".split()
    return first not in own and (rest.startswith(printed) or printed.split()[:-1][:1] == [first])


def _balanced(words: str) -> bool:
    """Whether no quotation begins or ends outside."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0
