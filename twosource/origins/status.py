"""How the reporting of a proposition stands, as one word; never whether it is true."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.across import Account, Link, Origin, Status
from twosource.origins.standing import Standing


def status(accounts: Sequence[Account], standing: Standing, links: Sequence[Link]) -> Status:
    """The status of a proposition, by the first rule that holds:

    1. ``retracted``: every affirming origin was taken back by its own speaker.
    2. Nobody affirms: ``denied`` where somebody denies and nobody leaves it open, else ``unconfirmed``. A refusal to
       comment leaves nothing open; "can neither confirm nor rule out" does.
    3. ``contested``: an account denies it in so many words, or a link says that two of its affirming origins
       contradict each other; or as many assert what cannot be true beside it as affirm it.
    4. ``unconfirmed``: it is affirmed as possible or probable alone, and somebody could not confirm it.
    5. ``figures-differ``: a link says that two affirming accounts with figures differ; figures that carry one another
       forward (``updates``) do not.
    6. ``several-origins`` where there is more than one affirming origin, else ``single-origin``.
    """
    by_id = {account.id: account for account in accounts}
    affirming = [origin for origin in standing.origins if origin.stance == "affirm"]
    denying = [origin for origin in standing.origins if origin.stance == "deny"]
    if affirming and {origin.id for origin in affirming} <= set(standing.withdrawn):
        return "retracted"
    if not affirming:
        return "denied" if denying and not _left_open(standing, by_id) else "unconfirmed"
    if _contested(affirming, denying, by_id, links):
        return "contested"
    if _hedged(affirming, by_id) and _left_open(standing, by_id):
        return "unconfirmed"
    if _figures_differ(affirming, by_id, links):
        return "figures-differ"
    return "several-origins" if len(affirming) > 1 else "single-origin"


def _accounts(origins: Sequence[Origin], by_id: dict[str, Account]) -> list[Account]:
    return [by_id[found] for origin in origins for found in origin.attributions]


def _left_open(standing: Standing, by_id: dict[str, Account]) -> bool:
    withholding = [origin for origin in standing.origins if origin.stance == "withhold"]
    return any(account.attribution.act != "declines" for account in _accounts(withholding, by_id))


def _contested(
    affirming: Sequence[Origin], denying: Sequence[Origin], by_id: dict[str, Account], links: Sequence[Link]
) -> bool:
    flat = any(account.attribution.polarity == "deny" for account in _accounts(denying, by_id))
    return flat or len(denying) >= len(affirming) or _linked(affirming, links, "contradicts")


def _linked(origins: Sequence[Origin], links: Sequence[Link], relation: str) -> bool:
    """Whether a link of that relation ties accounts of two of ``origins``."""
    origin_of = {found: origin.id for origin in origins for found in origin.attributions}
    return any(
        link.relation == relation
        and link.left in origin_of
        and link.right in origin_of
        and origin_of[link.left] != origin_of[link.right]
        for link in links
    )


def _hedged(affirming: Sequence[Origin], by_id: dict[str, Account]) -> bool:
    return all(
        account.attribution.certainty in ("possible", "probable") or account.attribution.hedge is not None
        for account in _accounts(affirming, by_id)
    )


def _figures_differ(affirming: Sequence[Origin], by_id: dict[str, Account], links: Sequence[Link]) -> bool:
    counted = {account.id for account in _accounts(affirming, by_id) if account.attribution.figures}
    return any(link.relation == "differs" and {link.left, link.right} <= counted for link in links)
