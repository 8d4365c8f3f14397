from __future__ import annotations

from collections.abc import Sequence

from tests.brief.made import KARL, OFFICER, RUTH, UNION, by, origin
from tests.brief.test_figures import figure
from twosource.across import Origin, Proposition, Status
from twosource.brief.figures import figures
from twosource.brief.records import Statement
from twosource.brief.steps import MOST, steps


def moves(
    statements: Sequence[Statement], origins: Sequence[Origin] = (), status: Status = "contested"
) -> list[tuple[str, str]]:
    proposition = Proposition(
        attributions=tuple(one.id for one in statements), wording="", status=status, independent=(1, 1)
    )
    found = steps(proposition, statements, origins=origins, figures=figures(statements))
    of = {one.id: one.speaker.split(" (")[0] for one in statements}
    return [(step.move, of[step.attribution]) for step in found]


def toll(number: str, value: int, day: int, words: str = "people drowned") -> Statement:
    content = f"{number} {words}"
    given = (figure(number, content, "Ruth Hale", low=value, high=value, unit="people"),)
    return by(RUTH, content, published=f"2025-03-{day:02}", figures=given)


def test_the_first_and_every_new_voice_are_moves_and_repetitions_of_an_origin_are_not() -> None:
    first = by(RUTH, "the ferry was full", published="2025-03-01")
    copied = by(RUTH, "the ferry was full up", published="2025-03-02")
    other = by(UNION, "the ferry was full", published="2025-03-03")
    assert moves([first, copied, other], [origin(first, copied), origin(other)]) == [
        ("first-said", "Ruth Hale"),
        ("repeated", "Seamen's Union"),
    ]


def test_denials_and_confirmations_are_told() -> None:
    first = by(OFFICER, "the ferry was full", published="2025-03-01")
    denied = by(KARL, "the ferry was full", "denied", published="2025-03-02", polarity="deny", act="denies")
    confirmed = by(RUTH, "the ferry was full", "confirmed", published="2025-03-03", act="confirms")
    assert [move for move, _ in moves([first, denied, confirmed])] == ["first-said", "denied", "confirmed"]


def test_a_denial_by_the_one_who_said_it_walks_it_back() -> None:
    first = by(UNION, "the ferry was full", published="2025-03-01")
    back = by(UNION, "the ferry was full", "withdrew its word that", published="2025-03-02", polarity="deny")
    assert moves([first, back], status="retracted") == [
        ("first-said", "Seamen's Union"),
        ("walked-back", "Seamen's Union"),
    ]


def test_figures_rise_and_fall_and_are_corrected() -> None:
    corrected = toll("six", 6, 4, "people drowned, a corrected toll")
    told = [toll("four", 4, 1), toll("seven", 7, 2), toll("five", 5, 3), corrected]
    assert [move for move, _ in moves(told)] == ["first-said", "raised", "lowered", "raised"]
    assert [move for move, _ in moves([toll("seven", 7, 3), corrected])] == ["first-said", "corrected"]


def test_other_figures_do_not_move() -> None:
    def records(number: str, value: int, day: int) -> Statement:
        content = f"{number} records were lost"
        given = (figure(number, content, "Ruth Hale", low=value, high=value, unit="records"),)
        return by(RUTH, content, published=f"2025-03-{day:02}", figures=given)

    told = [records("nine", 9, 1), records("two", 2, 2)]
    assert [move for move, _ in moves(told, [origin(*told)])] == ["first-said"]


def test_refusals_move_nothing() -> None:
    silent = by(KARL, "the ferry was full", "would not say whether", polarity="withhold", act="declines")
    assert moves([silent]) == []


def test_what_was_said_earlier_comes_first_whenever_it_was_printed() -> None:
    late = by(RUTH, "the ferry was full", published="2025-03-05")
    early = by(UNION, "the ferry was full", published="2025-03-01")
    assert [who for _, who in moves([late, early])] == ["Seamen's Union", "Ruth Hale"]


def test_a_long_story_keeps_its_turns() -> None:
    told = [by(RUTH, f"the ferry was full, {number}", published=f"2025-03-{number:02}") for number in range(1, 25)]
    told.append(by(KARL, "the ferry was full", "denied", published="2025-03-30", polarity="deny", act="denies"))
    found = moves(told)
    assert len(found) == MOST
    assert found[0][0] == "first-said"
    assert found[-1] == ("denied", "Karl Brandt")
