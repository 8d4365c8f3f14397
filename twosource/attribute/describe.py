"""Relations → Attributions: what the words of each relation say of speaker, stance, time and quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.attribute.acronyms import acronyms, with_full_name
from twosource.attribute.anonymity import with_anonymity, without_bare_role
from twosource.attribute.calibrated import calibration
from twosource.attribute.chain import chain
from twosource.attribute.counted import figures
from twosource.attribute.hedge import hedge
from twosource.attribute.manner import manner
from twosource.attribute.mentions import Mentions
from twosource.attribute.said import about, said
from twosource.attribute.stance import stance
from twosource.attribute.target import with_targets
from twosource.language.facts import Facts
from twosource.records import Act, Attribution, Mention, Relation, Span

_ARTICLE = len(" the ")
_AHEAD: frozenset[Act] = frozenset({"predicts", "demands"})


def describe(facts: Facts, relations: Sequence[Relation]) -> Iterator[Attribution]:
    """Every relation of the article of ``facts`` as an attribution with all its fields, in the order given.

    ``relations`` are all those of the article: a pronoun or a nested statement is understood from the others. One whose
    content is but a link in another's chain ("cited a source in the ministry and reported that ...") says nothing of
    its own and is left out.
    """
    mentions = Mentions(facts, relations)
    described = list(with_targets(mentions, list(_described(mentions, relations))))
    cited = [link.span for one in described for link in one.chain[1:] if link.span]
    return (one for one in described if not _is_link(one, cited))


def _is_link(one: Attribution, cited: Sequence[Span]) -> bool:
    if not one.content:
        return False
    start, end = one.content[0][0], one.content[-1][1]
    return any(start <= span[0] and span[1] <= end and end - start <= span[1] - span[0] + _ARTICLE for span in cited)


def _described(mentions: Mentions, relations: Sequence[Relation]) -> Iterator[Attribution]:
    facts = mentions.facts
    article_id = facts.article.id
    origins = _origins(mentions, relations)
    known = acronyms(facts.text)
    for number, relation in enumerate(relations):
        found = stance(facts, relation)
        yield Attribution(
            article_id=article_id,
            content=relation.content,
            cue=relation.cue,
            source=relation.source,
            manner=manner(facts, relation),
            act=found.act,
            polarity=found.polarity,
            certainty=found.certainty,
            polarity_score=calibration().polarity[found.polarity_by],
            certainty_score=calibration().certainty[found.certainty_by],
            hedge=hedge(facts, relation),
            said=said(facts, relation),
            about=about(facts, relation, ahead=found.act in _AHEAD),
            chain=tuple(
                without_bare_role(with_anonymity(facts, relation, with_full_name(link, known)))
                for link in chain(mentions, relations, number, origins)
            ),
            figures=figures(facts, relation),
            confidence=relation.confidence,
        )


def _origins(mentions: Mentions, relations: Sequence[Relation]) -> list[Mention | None]:
    """The resolved source of each relation, read in the order in which the sources stand in the text."""
    found: list[Mention | None] = [None] * len(relations)
    sourced = [n for n, relation in enumerate(relations) if relation.source]
    for number in sorted(sourced, key=lambda n: relations[n].source[0]):
        found[number] = mentions.resolve(relations[number].source, number=number)
    return found
