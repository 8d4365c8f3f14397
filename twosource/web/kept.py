"""What pages say is the same for everybody who may do the same, and is kept while the ledger stays as it is.

Only what stands around it is made anew for each request: the menu, the name of whoever asks, the token of the forms.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from twosource.ledger import View
from twosource.room.memo import Memo
from twosource.web.page import environment

ROOM = 40_000_000
"""Characters that are kept: of a page of usual size (100,000) four hundred, of the largest briefs two dozen."""


class Body(NamedTuple):
    """The middle of a page, and what its head calls it."""

    title: str
    told: Markup


_bodies: Memo[Body] = Memo(room=ROOM, size=lambda body: len(body.told) + len(body.title))


def kept(
    view: View,
    template: str,
    key: Hashable,
    make: Callable[[], Mapping[str, Any]],
    *,
    inside: Callable[[], Environment] = environment,
) -> Body:
    """``template`` with the context that ``make`` gives, whose ``title`` is the body's; made once for each ``key`` and
    state of the ledger. What depends on who asks must be in ``key``: nothing of a request may stand in a body. An
    exception of ``make`` goes to who asked, and is not kept."""

    def made() -> Body:
        context = make()
        told = inside().get_template(template).render(context)
        return Body(title=str(context.get("title", "")), told=Markup(told))

    return _bodies.get((view.mark(), template, key), made)
