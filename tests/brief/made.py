"""Made-up statements and origins, as a brief has them."""

from __future__ import annotations

from tests.link.made import told
from tests.origins.made import body, outlet, person, unnamed
from twosource.across import Account, Origin
from twosource.brief import clauses
from twosource.brief.records import Stance, Statement
from twosource.brief.stance import stance
from twosource.records import Mention

RUTH = person("Ruth Hale", "harbour master")
KARL = person("Karl Brandt", "owner")
UNION = body("Seamen's Union")
OFFICER = unnamed("officer")
POST = outlet("Hill Post")

__all__ = ["KARL", "OFFICER", "POST", "RUTH", "UNION", "origin", "statement", "told"]


def statement(account: Account, how: Stance | None = None) -> Statement:
    """``account`` as a brief shows it; its stance is that of its words, where no other is given."""
    return Statement(
        account=account,
        stance=how or stance(account, account.attribution.polarity),
        speaker=clauses.speaker(account),
        chain=clauses.chain(account),
        source=None,
        when=account.when or None,
        context=clauses.context(account),
    )


def origin(*statements: Statement, root: str = "Ruth Hale", **more: object) -> Origin:
    """An origin of ``statements``."""
    ids = tuple(one.id for one in statements)
    fields = {"proposition": "p", "basis": "utterance", "why": (), "shown": True} | more
    return Origin(root=root, attributions=ids, **fields)  # type: ignore[arg-type]


def by(mention: Mention, content: str, cue: str = "said", **more: object) -> Statement:
    """What somebody said, in a sentence of its own."""
    words = more.pop("words", mention.name or mention.role or "Someone")
    return statement(told(str(words), cue, content, mention, **more))
