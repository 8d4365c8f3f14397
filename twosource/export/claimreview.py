"""schema.org ClaimReview of what people judged; nothing else in a ledger is a review.

Each grade of credibility that is in force becomes one review, an object a line: the words are the claim, the person who
judged is the author. The scale is the admiralty one that analysts use, 1 the best. The program's own findings (status,
origins, links) never become a review: they say how reporting stands, not what is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.across import Account, Judgement, in_force
from twosource.export.line import line
from twosource.export.words import mention, plain
from twosource.ledger import View

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
    given = [one for one in in_force(view.judgements()) if one.verdict == "grade" and one.credibility is not None]
    accounts = view.accounts(one.left.record for one in given)
    yield from (line(_review(one, accounts[one.left.record])) for one in given if one.left.record in accounts)


def _review(judgement: Judgement, account: Account) -> dict[str, Any]:
    article = account.article
    grade = judgement.credibility or 6
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": judgement.id,
        "claimReviewed": plain(account.quote),
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
            "ratingValue": grade,
            "bestRating": 1,
            "worstRating": 6,
            "alternateName": GRADES[grade],
        },
    }
    return _filled(review | {"itemReviewed": _filled(review["itemReviewed"])})


def _author(account: Account) -> dict[str, str] | None:
    if not account.attribution.chain:
        return None
    last = account.attribution.chain[-1]
    kind = "Person" if last.kind in ("person", "author") else "Organization"
    return {"@type": kind, "name": last.name or mention(last, account.article)}


def _filled(fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
