"""Who else may be the speaker."""

from __future__ import annotations

from pathlib import Path

from tests.attribute.told import article, attributions
from twosource.ledger import Ledger
from twosource.room.desk_speakers import Speaker, speakers

TEXT = (
    "Mill burns\n\nThe mill burned, mayor Anna Feld said. The doors were locked, a guard told the Hill Post. "
    "Nobody was hurt, Feld said."
)


def found(path: Path, place: int) -> tuple[Speaker, ...]:
    whole = article(TEXT)
    told = (
        ("mayor Anna Feld", "said", "The mill burned"),
        ("a guard", "told", "The doors were locked"),
        ("Feld", "said", "Nobody was hurt"),
    )
    made = attributions(TEXT, *told)
    with Ledger.open(path / "mill.db") as ledger:
        with ledger.write() as writer:
            writer.add(whole, made)
        with ledger.view() as view:
            account = view.accounts([made[place].id])[made[place].id]
            return speakers(view, account)


def test_everybody_whom_the_article_names_the_speaker_first(tmp_path: Path) -> None:
    listed = found(tmp_path, 1)
    assert [one.now for one in listed] == [True, *[False] * (len(listed) - 1)]
    assert "guard" in listed[0].told
    assert any(one.mention.name == "Anna Feld" for one in listed)


def test_each_by_other_words_and_by_a_mention_that_is_there(tmp_path: Path) -> None:
    listed = found(tmp_path, 2)
    assert len({one.told for one in listed}) == len(listed)
    assert all("/" in one.id for one in listed)
