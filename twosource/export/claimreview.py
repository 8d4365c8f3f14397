"""schema.org ClaimReview of what people judged; nothing else in a ledger is a review.

Each grade of credibility that is in force becomes one review, an object a line: the words are the claim, the person who
judged is the author. The scale is the admiralty one that analysts use: 1 the best, 5 the worst, and 6 for what cannot
be judged, which is no place on it and has no ``ratingValue``. What a source denies is reviewed as a denial. Who will
not say claims nothing, what a person called a wrong extraction was never said, and what was corrected was graded in
other words: none of these is reviewed. The program's own findings (status, origins, links) never become a review: they
say how reporting stands, not what is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.across import Account, Judgement, in_force
from twosource.export.line import line, whole
from twosource.export.words import mention, plain
from twosource.ledger import View, accounts_in
from twosource.link.verdicts import anchored, rejected

GRADES = {
    1: "Confirmed by other sources",
    2: "Probably true",
    3: "Possibly true",
    4: "Doubtful",
    5: "Improbable",
    6: "Truth cannot be judged",
}


def lines(view: View) -> Iterator[str]:
    """The reviews, oldest first; none where nobody graded a statement that is still there."""
    judgements, find = view.judgements(), accounts_in(view)
    wrong = rejected(judgements, find)
    for one in in_force(judgements):
        if one.verdict == "grade" and one.credibility is not None:
            account = view.accounts([anchored(one.left, find) or ""])
            yield from (
                line(whole(_review(one, found)))
                for id_, found in account.items()
                if id_ not in wrong and found.attribution.polarity != "withhold"
            )


def _review(judgement: Judgement, account: Account) -> dict[str, Any]:
    article = account.article
    grade = judgement.credibility or 6
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": judgement.id,
        "claimReviewed": _claim(account),
        "author": {"@type": "Person", "name": judgement.by} if judgement.by else None,
        "datePublished": judgement.made_at or None,
        "reviewBody": judgement.note,
        "itemReviewed": {
            "@type": "Claim",
            "author": _author(account),
            "appearance": _filled(
                {
                    "@type": "NewsArticle",
                    "url": article.url,
                    "headline": article.title,
                    "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
                    "datePublished": article.published,
                }
            ),
        },
        "reviewRating": {
            "@type": "Rating",
            **({"ratingValue": grade} if grade != 6 else {}),
            "bestRating": 1,
            "worstRating": 5,
            "alternateName": GRADES[grade],
        },
    }
    return _filled(review | {"itemReviewed": _filled(review["itemReviewed"])})


def _claim(account: Account) -> str:
    words = plain(account.quote)
    return f"It is denied: {words}" if account.attribution.polarity == "deny" else words


def _author(account: Account) -> dict[str, str] | None:
    if not account.attribution.chain:
        return None
    last = account.attribution.chain[-1]
    kind = "Person" if last.kind in ("person", "author") else "Organization"
    return {"@type": kind, "name": last.name or mention(last, account.article)}


def _filled(fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
