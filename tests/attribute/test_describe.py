from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.attribute.told import article, attributions
from twosource.attribute.describe import describe
from twosource.language.facts import Facts
from twosource.records import Relation, Span, check_spans


def test_every_field_of_an_attribution() -> None:
    text = "Corvia might send as many as 10,000 soldiers in November, Orrin Mayor Anna Feld said on Thursday."
    (found,) = attributions(
        text,
        ("Orrin Mayor Anna Feld", "said", "Corvia might send as many as 10,000 soldiers in November"),
    )
    wire = found.as_dict()
    assert {key: wire[key] for key in ("manner", "act", "polarity", "certainty")} == {
        "manner": "indirect", "act": "states", "polarity": "affirm", "certainty": "possible",
    }  # fmt: skip
    assert wire["said"] == {"start": "2024-10-17", "end": "2024-10-18", "text": "on Thursday"}
    assert wire["about"] == {"start": "2024-11-01", "end": "2024-12-01", "text": "in November"}
    assert wire["chain"] == [
        {
            "name": "Anna Feld",
            "kind": "person",
            "role": "Mayor",
            "affiliation": "Orrin",
            "anonymity": "named",
            "number": None,
            "reason": None,
            "span": [58, 79],
        }
    ]
    assert wire["figures"] == [
        {
            "span": [18, 35],
            "low": None,
            "high": 10000.0,
            "bound": "at_most",
            "unit": None,
            "of": "soldiers",
            "part_of": None,
        }
    ]


def test_order_and_confidence_are_kept() -> None:
    text = "Feld said one thing. Tal said another."
    given_ = [Relation(content=((26, 38),), source=((21, 24),)), Relation(content=((10, 19),), confidence=0.5)]
    found = list(describe(Facts(article(text)), given_))
    assert [a.content for a in found] == [r.content for r in given_]
    assert [a.confidence for a in found] == [1.0, 0.5]


WORDS = st.sampled_from(
    ["Anna", "Feld", "said", "told", "he", "It", "who", "the", "minister", "“", "”", '"', "on", "Tuesday", "two",
     "12", ".", ",", "\n\n",
     "citing", "Reuters", "not", "might", "’s", "I", "of", "Corvia", "and"]
)  # fmt: skip


@st.composite
def told(draw: st.DrawFn) -> tuple[str, list[Relation]]:
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=40))) + "x"
    spans: list[Span] = []
    for _ in range(draw(st.integers(1, 9))):
        start = draw(st.integers(0, len(text) - 1))
        spans.append((start, draw(st.integers(start + 1, len(text)))))
    thirds = zip(spans[::3], spans[1::3], spans[2::3], strict=False)
    return text, [Relation(content=(a,), cue=(b,), source=(c,)) for a, b, c in thirds] + [Relation(content=(spans[0],))]


@given(told())
def test_never_raises_and_spans_hold(case: tuple[str, list[Relation]]) -> None:
    text, found = case
    for attribution in describe(Facts(article(text)), found):
        check_spans(tuple(f.span for f in attribution.figures), len(text))
        assert all(m.span and 0 <= m.span[0] < m.span[1] <= len(text) for m in attribution.chain)
        assert bool(attribution.chain) == bool(attribution.source)


def test_a_link_of_a_chain_is_no_statement_of_its_own() -> None:
    text = "The broadcaster TV Orrin cited a source in the Corvian government and reported that the bridge was closed."
    found = attributions(
        text,
        ("The broadcaster TV Orrin", "cited", "a source in the Corvian government"),
        ("The broadcaster TV Orrin", "reported", "that the bridge was closed"),
    )
    assert [text[s:e] for one in found for s, e in one.content] == ["that the bridge was closed"]
    assert [link.name for link in found[0].chain] == ["TV Orrin", None]
