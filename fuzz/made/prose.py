"""Sentences of a fictional paper, and characters that text is broken with."""

from __future__ import annotations

from random import Random

_NAMES = ("Edda Rhys", "Ole Brand", "Tove Askar", "Mayor Anna Feld", "Dr. J. P. van der Lind", "O’Shea", "Élan Ñu")
_OUTLETS = ("the Courier", "Halyard News Agency", "Reuters", "state television", "TV Norland", "the Ansel Gazette")
_SPEAKERS = (*_NAMES, *_OUTLETS, "a spokesman", "two officials who asked not to be named", "sources", "police", "He")
_CUES = (
    "said",
    "told {outlet}",
    "denied that",
    "claimed, citing {outlet},",
    "did not comment on whether",
    "warned that",
)
_CONTENTS = (
    "a dam burst above the town of Farholm",
    "at least 12 of the 1,300 workers were hurt",
    "three to four million crowns were lost",
    "nobody was there, and that two in five houses stood empty",
    "about £1.2bn, or 7.5 per cent, would be paid by 2031",
    "the report was “nonsense”",
    "“We know nothing of it,”",
    "'it was 5'10\" high'",
)
_TIMES = (
    *(
        "on Monday",
        "on 17 October 2031",
        "last week",
        "two years ago",
        "in the early 1990s",
        "at 6.30 p.m.",
        "overnight",
    ),
    *(
        "by the end of the year",
        "Feb. 29, 2023",
        "31/12/2030",
        "in May",
        "earlier this month",
        "on the night of March 3",
    ),
)
_LINES = (
    *(
        "By Jane Roe and Reuters",
        "Published 17 October 2031, 14:05 BST",
        "Photo: AFP/Getty Images",
        "Share",
        "Read more",
    ),
    *(
        "(Halyard)",
        "KYIV (AP) — A dam burst.",
        "Subscribe to our newsletter",
        "Comments",
        "© 2031 The Courier",
        "pag (dpa)",
    ),
    *(
        "https://courier.example/dam",
        "Home  World  Business  Travel",
        "5 min read",
        "Updated 4 May 2031 09:10 GMT",
        "1.",
    ),
)

HOSTILE: tuple[str, ...] = (
    *(
        "\x00",
        "\x0b",
        "\x1c",
        "\x1f",
        "\x85",
        "\xa0",
        "\xad",
        "\u034f",
        "\u061c",
        "\u115f",
        "\u200b",
        "\u200d",
        "\u200e",
    ),
    *("\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\u2060", "\ufeff", "\ufffe", "\uffff", "\U0010ffff"),
    *(
        "\ud800",
        "\udfff",
        "\udc80",
        "\ud83d",
        "e\u0301",
        "\u0301" * 40,
        "\u0f39\u0f3a",
        "\U000e0041",
        "\U0001f468\u200d\U0001f469",
    ),
    *(
        "İ",
        "ı",
        "ß",
        "ﬀ",
        "Ǆ",
        "ŉ",
        "ΐ",
        "\u1e9e",
        "٣",
        "४",
        "Ⅷ",
        "½",
        "²",
        "①",
        "𝟘",
        "𝐒𝐚𝐢𝐝",
        "ﷺ",
        "한",
        "木",
        "\u3000",
    ),
    *("“", "”", "„", "‟", "‘", "’", "«", "»", '"', "'", "``", "''", "…", "—", "·", "|", "\\", "\r", "\r\n", "\t", "\f"),
    *(
        "9" * 400,
        "1e999",
        "0" * 50,
        "-0",
        "1,,,1",
        "1.2.3.4",
        "½½½",
        "million " * 20,
        "NaN",
        "31 February 2031",
        "0000-00-00",
    ),
)
"""What a text is broken with: controls, joiners, directions, surrogates, letters whose case changes their number,
digits of other scripts, marks of quotation, numbers beyond all bounds."""


def sentence(chance: Random) -> str:
    """One sentence of news."""
    speaker, outlet = chance.choice(_SPEAKERS), chance.choice(_OUTLETS)
    cue, content = chance.choice(_CUES).format(outlet=outlet), chance.choice(_CONTENTS)
    when = f" {chance.choice(_TIMES)}" if chance.random() < 0.5 else ""
    if chance.random() < 0.4:
        return f"{content[0].upper()}{content[1:]}, {speaker} {cue.removesuffix(' that')}{when}."
    return f"{speaker[0].upper()}{speaker[1:]} {cue} {content}{when}."


def paragraph(chance: Random) -> str:
    """One to five sentences; now and then a line such as stands around an article."""
    if chance.random() < 0.2:
        return chance.choice(_LINES)
    return " ".join(sentence(chance) for _ in range(chance.randint(1, 5)))


def paragraphs(chance: Random, *, most: int = 8) -> list[str]:
    """Some paragraphs, in one of four texts a few of them broken."""
    found = [paragraph(chance) for _ in range(chance.randint(1, most))]
    if chance.random() < 0.25:
        found = [broken(chance, text) if chance.random() < 0.5 else text for text in found]
    return found


def broken(chance: Random, text: str) -> str:
    """``text`` with hostile characters at some places."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(HOSTILE) * chance.choice((1, 1, 1, 2, 30)) + text[at:]
    return text


def moment(chance: Random) -> str:
    """A time as documents write it, or not quite."""
    year, month, day = chance.choice((0, 1, 1969, 2031, 9999, 12345)), chance.randint(0, 13), chance.randint(0, 32)
    hour, minute, second = chance.randint(0, 25), chance.randint(0, 61), chance.randint(0, 61)
    zone = chance.choice(("", "Z", "+00:00", "-23:59", "+99:99", "+24:00", " GMT", " PDT", "+0100", " ET"))
    month_name = chance.choice(("January", "Oct", "Sept.", "mai", "Febuary"))
    offset = chance.choice(("Z", "+01'00", "-99"))
    forms = (
        f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}",
        f"{year:04}-{month:02}-{day:02}",
        f"{chance.choice(('Mon', 'Xyz'))}, {day:02} {month_name} {year} {hour:02}:{minute:02}:{second:02}{zone}",
        f"Published {day} {month_name} {year}, {hour}.{minute:02} {chance.choice(('am', 'p.m.', 'BST'))}",
        f"{month_name} {day}, {year} at {hour}:{minute:02} pm{zone}",
        f"{day:02}/{month:02}/{year:04} {hour:02}h{minute:02}",
        f"D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{offset}",
    )
    return chance.choice(forms)
