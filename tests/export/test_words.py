from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import TEXT, span
from twosource.export.words import chain, figure, mention, moment, plain, quoted, when
from twosource.records import Article, Attribution, Figure, Interval, Mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n\n  lines\tand\u00a0more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("bell\x07 C1\x9b2J", "bell� C1�2J"),
        ("\x1b]0;title\x07", "�]0;title�"),
        ("abc\u202edef\u2066", "abc�def�"),
        ("soft\u00adhyphen zero\u200bwidth\ufeff", "softhyphen zerowidth"),
        ("line\u2028separator", "line separator"),
        ("lone \udc80 surrogate", "lone � surrogate"),
        ("Zażółć 東京 é", "Zażółć 東京 é"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(alphabet=st.characters()))
def test_plain_text_is_one_harmless_line_and_stays_so(text: str) -> None:
    made = plain(text)
    assert len(made.splitlines()) <= 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in made)
    assert plain(made) == made


def test_quoted_joins_pieces(article: Article, attributions: tuple[Attribution, ...]) -> None:
    assert quoted(article, attributions[1].content) == "We know nothing of it, […] Nothing."


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Mention(name="Anna Feld", kind="person", anonymity="named"), "Anna Feld"),
        (Mention(name="Anna Feld", kind="person", anonymity="named", role="mayor"), "Anna Feld (mayor)"),
        (Mention(name="Mayor Anna Feld", kind="person", anonymity="named", role="mayor"), "Mayor Anna Feld"),
        (
            Mention(name="Anna Feld", kind="person", anonymity="named", role="mayor", affiliation="Hill"),
            "Anna Feld (mayor, Hill)",
        ),
        (
            Mention(name=None, kind="person", anonymity="unnamed", role="official", affiliation="Mill Board"),
            "unnamed official (Mill Board)",
        ),
        (Mention(name=None, kind="person", anonymity="unnamed"), "unnamed person"),
        (
            Mention(name=None, kind="person", anonymity="unnamed", span=span("an unnamed official")),
            "an unnamed official",
        ),
        (Mention(name=None, kind="outlet", anonymity="role-only", span=(27, 38)), TEXT[27:38]),
        (Mention(name="a senior official", kind="person", anonymity="unnamed"), "a senior official (unnamed)"),
        (Mention(name="an unnamed official", kind="person", anonymity="unnamed"), "an unnamed official"),
        (Mention(name=None, kind="person", anonymity="role-only", role="spokesman"), "spokesman"),
        (Mention(name=None, kind="document", anonymity="named"), "document"),
    ],
)
def test_mention(article: Article, link: Mention, expected: str) -> None:
    assert mention(link, article) == expected


def test_chain(article: Article, attributions: tuple[Attribution, ...]) -> None:
    assert chain(article, attributions[0]) == "the Courier ← unnamed official (Mill Board)"
    bare = Attribution(article_id=article.id, content=attributions[0].content)
    assert chain(article, bare) == "no source named"
    worded = Attribution(article_id=article.id, content=bare.content, source=attributions[1].source)
    assert chain(article, worded) == "Mayor Anna Feld"


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2025-03-04", "4 March 2025"),
        ("2025-03-04T21:15:00+02:00", "4 March 2025, 21:15 +02:00"),
        ("2025-03-04T21:15:00", "4 March 2025, 21:15"),
        ("last week\x1b[1m", "last week�[1m"),
    ],
)
def test_moment(time: str, expected: str) -> None:
    assert moment(time) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-03-04", "2025-03-05", "4 March 2025"),
        ("2025-02-01", "2025-03-01", "February 2025"),
        ("2024-12-01", "2025-01-01", "December 2024"),
        ("2024-01-01", "2025-01-01", "2024"),
        ("2023-01-01", "2025-01-01", "1 January 2023 to 31 December 2024"),
        ("2025-03-03", "2025-03-10", "3 March 2025 to 9 March 2025"),
        ("2025-03-04T05:40:00", "2025-03-04T05:41:00", "4 March 2025, 05:40 to 4 March 2025, 05:41"),
    ],
)
def test_when(start: str, end: str, expected: str) -> None:
    assert when(Interval(start=start, end=end, text="")) == expected


@pytest.mark.parametrize(
    ("low", "high", "more", "expected"),
    [
        (7.0, 7.0, {"unit": "people"}, "7 people"),
        (7.0, None, {"bound": "at_least", "unit": "people"}, "at least 7 people"),
        (None, 12000.0, {"bound": "at_most", "of": "soldiers"}, "at most 12,000 soldiers"),
        (6.0, 6.0, {"of": "officers", "part_of": (0, 11)}, "of them 6 officers"),
        (40.0, 40.0, {"bound": "about", "unit": "percent", "of": "exports"}, "about 40 percent of exports"),
        (1.1e8, 1.3e8, {"unit": "crowns"}, "110,000,000 to 130,000,000 crowns"),
        (1.5, 1.5, {}, "1.5"),
        (None, None, {"unit": "dozens"}, "dozens"),
    ],
)
def test_figure(low: float | None, high: float | None, more: dict[str, str], expected: str) -> None:
    value = Figure(span=(0, 1), low=low, high=high, **more)  # type: ignore[arg-type]
    assert figure(value) == expected


@pytest.mark.parametrize(
    ("words", "affiliation", "expected"),
    [
        ("an army source", None, "unnamed army source"),
        ("A source in the Corvian cabinet", "Corvian cabinet", "unnamed source (Corvian cabinet)"),
        ("one of them", None, "unnamed one of them"),
        ("sources", None, "unnamed sources"),
    ],
)
def test_a_source_without_a_role_is_called_by_its_words(words: str, affiliation: str | None, expected: str) -> None:
    link = Mention(name=None, kind="person", anonymity="unnamed", affiliation=affiliation, span=(0, len(words)))
    assert mention(link, Article(text=words, paragraphs=())) == expected
