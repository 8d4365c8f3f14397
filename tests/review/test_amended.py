"""An attribution as a person corrects it: what they say, what follows from the words, and what stays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attribute.told import Told, article, attributions
from twosource import wire
from twosource.across import Account, Source
from twosource.records import Act, Attribution, Mention, Polarity, Span
from twosource.review.amended import Amendment, amended, speaker

TEXT = (
    "Mill burns in Orrin\n\nAt least 12 people died in the mill on Monday, Mayor Anna Feld said on Tuesday. “We know "
    "nothing of it,” fire chief Ivo Tarn told the Orrin Times. He said nine people were missing.\n\nThe Feldmark "
    "Post reported, citing a ministry source, that the mill had no permit."
)
TOLD: tuple[Told, ...] = (
    ("Mayor Anna Feld", "said", "At least 12 people died in the mill on Monday"),
    ("fire chief Ivo Tarn", "told", "“We know nothing of it,”"),
    ("He", "said", "nine people were missing"),
    ("The Feldmark Post", "reported", "that the mill had no permit"),
)
FOUND = attributions(TEXT, *TOLD)
ARTICLE = article(TEXT)


def span(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def corrected(place: int, **changes: Any) -> Attribution:
    return amended(Account(article=ARTICLE, attribution=FOUND[place]), Amendment(**changes), FOUND)


def changed(new: Attribution, old: Attribution) -> set[str]:
    """The fields that differ, but for those in which every correction does."""
    before, after = old.as_dict(), new.as_dict()
    return {name for name in before if before[name] != after[name]} - {"id", "amends", "confidence"}


TABLE: list[tuple[str, int, dict[str, Any], set[str]]] = [
    ("a stance", 0, {"polarity": "deny"}, {"polarity", "polarity_score", "act"}),
    ("a certainty", 0, {"certainty": "probable"}, {"certainty", "certainty_score"}),
    ("a content with a figure and a time less", 0, {"content": (span("people died in the mill"),)},
     {"content", "figures", "about"}),
    ("a content that is not quoted", 1, {"content": (span("He said nine"),)}, {"content", "manner", "figures"}),
    ("a pronoun's speaker by words", 2, {"source": (span("Mayor Anna Feld"),)}, {"source", "chain"}),
    ("a speaker in the person's words", 2, {"chain": (Mention(name="Ida Wren", kind="person", anonymity="named"),)},
     {"chain"}),
    ("a cue that tells the same", 2, {"cue": (span("told the Orrin Times"),)}, {"cue"}),
    ("no cue", 2, {"cue": ()}, {"cue", "polarity_score"}),
    ("nobody", 2, {"source": (), "chain": ()}, {"source", "chain"}),
    ("two things", 2, {"polarity": "deny", "content": (span("people were missing"),)},
     {"polarity", "polarity_score", "act", "content", "figures"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "changes", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_what_changes_and_what_stays(place: int, changes: dict[str, Any], expected: set[str]) -> None:
    found = corrected(place, **changes)
    assert changed(found, FOUND[place]) == expected
    assert (found.amends, found.confidence) == (FOUND[place].id, 1.0)
    assert {name: getattr(found, name) for name in changes} == changes


def test_new_words_are_read_as_any_statement_s() -> None:
    found = corrected(0, content=(span("12 people died in the mill"),))
    assert [(one.low, one.high, one.bound) for one in found.figures] == [(12, 12, "exact")]
    assert found.about is None
    assert found.said == FOUND[0].said
    assert found.chain == FOUND[0].chain


def test_a_new_source_brings_the_whole_chain() -> None:
    (mention,) = corrected(2, source=(span("Mayor Anna Feld"),)).chain
    assert (mention.name, mention.role, mention.span) == ("Anna Feld", "Mayor", span("Mayor Anna Feld"))
    assert [one.name for one in FOUND[2].chain] == ["Ivo Tarn"]
    told = corrected(1, source=(span("Ivo Tarn"),)).chain
    assert [one.name for one in told] == ["Orrin Times", "Ivo Tarn"]


def test_white_space_at_the_ends_is_left_off() -> None:
    start, end = span("nine people were missing")
    found = corrected(2, content=((start - 1, end - len(" missing")),), polarity="deny")
    assert found.content == (span("nine people were"),)


def test_what_only_names_another_s_source_says_nothing() -> None:
    with pytest.raises(ValueError, match="only name somebody"):
        corrected(2, content=(span("a ministry source"),))


@pytest.mark.parametrize(
    ("act", "polarity", "expected"),
    [
        ("states", "deny", "denies"),
        ("declines", "deny", "denies"),
        ("confirms", "deny", "denies"),
        ("predicts", "deny", "predicts"),
        ("denies", "affirm", "states"),
        ("declines", "affirm", "states"),
        ("denies", "withhold", "states"),
        ("confirms", "withhold", "states"),
        ("demands", "withhold", "demands"),
    ],
)
def test_the_act_goes_with_the_stance(act: Act, polarity: Polarity, expected: Act) -> None:
    stance: Polarity = "affirm" if polarity == "deny" else "deny"
    old = Attribution(article_id=ARTICLE.id, content=(span("Mill burns"),), act=act, polarity=stance)
    found = amended(Account(article=ARTICLE, attribution=old), Amendment(polarity=polarity), [old])
    assert (found.polarity, found.act) == (polarity, expected)


@pytest.mark.parametrize(
    ("before", "expected"),
    [({}, ("deny", "denies")), ({"polarity": "withhold"}, ("withhold", "states"))],
)
def test_a_new_cue_tells_the_stance_unless_a_person_gave_it(before: dict[str, Any], expected: tuple[str, str]) -> None:
    text = "The dam leaked, engineer Pia Lund said, but chief Ole Rask flatly denied it."
    (read,) = attributions(text, ("engineer Pia Lund", "said", "The dam leaked"))
    whole = article(text)
    known = [read]
    if before:
        known.append(amended(Account(article=whole, attribution=read), Amendment(**before), known))
    at = text.index("denied")
    account = Account(article=whole, attribution=known[-1])
    found = amended(account, Amendment(cue=((at, at + len("denied")),)), known)
    assert (found.polarity, found.act) == expected
    assert found.cue == ((at, at + len("denied")),)


def test_a_correction_does_not_depend_on_other_corrections() -> None:
    other = corrected(1, source=(span("Mayor Anna Feld"),))
    once = corrected(2, certainty="possible")
    account = Account(article=ARTICLE, attribution=once)
    twice = amended(account, Amendment(source=(span("fire chief Ivo Tarn"),)), [*FOUND, once])
    again = amended(account, Amendment(source=(span("fire chief Ivo Tarn"),)), [other, once, *reversed(FOUND)])
    assert twice == again
    assert (twice.amends, twice.certainty, twice.chain[-1].name) == (once.id, "possible", "Ivo Tarn")


def test_a_known_source_can_speak() -> None:
    known = Source(name="Ida Wren", kind="person", anonymity="named", role="inspector", mentions=(("a", 0),))
    found = speaker(known, span=span("He"))
    assert (found.name, found.kind, found.role, found.span) == ("Ida Wren", "person", "inspector", span("He"))


AMENDMENTS = st.fixed_dictionaries(
    {},
    optional={
        "polarity": st.sampled_from(("affirm", "deny", "withhold")),
        "certainty": st.sampled_from(("certain", "probable", "possible", "unstated")),
        "content": st.sampled_from([(span("12 people died"),), (span("At least 12"), span("in the mill"))]),
        "cue": st.sampled_from([(span("said on Tuesday"),), ()]),
        "source": st.sampled_from([(span("Mayor Anna Feld"),), (span("Anna Feld"),), ()]),
        "chain": st.sampled_from(
            [(), *((Mention(name=name, kind="person", anonymity="named"),) for name in ("Ida Wren", None))]
        ),
    },
)


@settings(max_examples=60, deadline=None)
@given(AMENDMENTS, AMENDMENTS)
def test_two_corrections_and_what_they_correct_are_three_and_each_comes_back_from_the_wire(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    old = FOUND[0].as_dict()
    wanted = [each for each in (one, other) if any(_told(value) != old[name] for name, value in each.items())]
    made = [corrected(0, **changes) for changes in wanted]
    ids = {found.id for found in made}
    assert FOUND[0].id not in ids
    assert len(ids) == len({json.dumps(found.as_dict()) for found in made})
    for found in made:
        assert wire.attribution(json.loads(json.dumps(found.as_dict())), article_id=ARTICLE.id) == found


def _told(value: object) -> object:
    """A changed field as the wire form has it."""
    if not isinstance(value, tuple):
        return value
    return [one.as_dict() if isinstance(one, Mention) else list(one) for one in value]
