from __future__ import annotations

from pathlib import Path

import pytest

from gate.cases import agrees, all_cases, cases, shown
from gate.depth import report, score, told
from twosource.records import Article, Attribution, Relation

CASE = """# a comment
@ 2025-03-04 Harbour Post
[S:Ida Wren] [C:said] [T:the pier may fall].
[S2:She] [C2:denied] [T2:that it had], [S2:Wren] added.
name: Ida Wren
2.polarity: deny

[T:Fog,] [S:he] [C:said.]
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.txt"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_a_case_is_an_article_with_its_relations(table: Path) -> None:
    first, second = cases(table)
    text = first.article.text
    assert text == "Ida Wren said the pier may fall.\n\nShe denied that it had, Wren added."
    assert (first.article.published, first.article.outlet) == ("2025-03-04", "Harbour Post")
    assert [[text[s:e] for s, e in relation.source] for relation in first.relations] == [["Ida Wren"], ["She", "Wren"]]
    assert [[text[s:e] for s, e in relation.content] for relation in first.relations] == [
        ["the pier may fall"],
        ["that it had"],
    ]
    assert first.expected == ({"name": "Ida Wren"}, {"polarity": "deny"})
    assert second.expected == ({},)
    assert (first.where, second.where) == ("table:2", "table:8")


@pytest.mark.parametrize("broken", ["[S:He [C:said] it.\n", "[S2:He] said.\n"])
def test_broken_marks_are_named(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(broken)
    with pytest.raises((ValueError, IndexError)):
        list(cases(path))


def test_misses_lower_the_score(table: Path) -> None:
    rows = list(cases(table))
    tallies, found, there = score(rows, whole_path=False)
    assert (found, there) == (3, 3)
    assert tallies["name"].right == tallies["name"].rows == 1
    wrong = [cases_ for cases_ in rows if cases_.expected[0].update(name="Max Ott") is None]
    tallies, *_ = score(wrong, whole_path=False)
    assert tallies["name"].right == 0
    assert "Max Ott" in tallies["name"].misses[0]
    assert any(line.startswith("name") for line in report(tallies, 3, 3))


@pytest.mark.parametrize(
    ("field", "found", "expected", "good"),
    [
        ("name", "the Orrin Herald", "Orrin Herald", True),
        ("name", "Orrin Herald", "Herald", False),
        ("chain", "Reuters < a source", "Reuters < source", True),
        ("chain", "Reuters", "Reuters < source", False),
        ("figures", "18|18|exact|-|soldiers", "18 | 18 | exact | - | soldiers", True),
        ("figures", "18|-|at_least|-|soldiers", "18|18|exact|-|soldiers", False),
        ("said", "2025-03-04..2025-03-05", "-", False),
    ],
)
def test_what_agrees(field: str, found: str, expected: str, *, good: bool) -> None:
    assert agrees(field, found, expected) is good


def test_absent_fields_are_dashes() -> None:
    article = Article(text="It is so.", paragraphs=((0, 9),))
    found = Attribution(article_id="x", content=((0, 8),))
    assert {shown(article, found, field) for field in ("name", "chain", "said", "figures", "target", "hedge")} == {"-"}


@pytest.fixture(scope="module")
def tables() -> list[tuple[Relation, Attribution | None]]:
    return [pair for case in all_cases() for pair in zip(case.relations, told(case), strict=True)]


def test_every_marked_attribution_is_described(tables: list[tuple[Relation, Attribution | None]]) -> None:
    missing = [relation for relation, found in tables if found is None]
    assert len(missing) <= len(tables) // 50


def test_the_tables_hold_their_pins() -> None:
    """Floors of the share right with the spans given; the figures themselves are in docs/fields.md."""
    tallies, _, _ = score(all_cases(), whole_path=False)
    pins = {
        "polarity": 0.95,
        "certainty": 0.95,
        "act": 0.95,
        "number": 0.95,
        "reason": 0.95,
        "chain": 0.85,
        "said": 0.95,
        "about": 0.95,
    }
    low = {name: tallies[name].right / tallies[name].rows for name in pins}
    assert {name: share for name, share in low.items() if share < pins[name]} == {}
