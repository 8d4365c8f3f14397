import pytest

from twosource.read import bylines


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("By Jane Roe and Reuters", ("Jane Roe",), ("Reuters",)),
        ("By JANE ROE", ("JANE ROE",), ()),
        (
            "Jane Roe in Port Elin, John van der Doe and Al-Amin Haddad",
            ("Jane Roe", "John van der Doe", "Al-Amin Haddad"),
            (),
        ),
        ("Julia Ray (in Elin) | Alex Strand | Olek Kun", ("Julia Ray", "Alex Strand", "Olek Kun"), ()),
        ("By Jane Roe, Political Editor", ("Jane Roe",), ()),
        ("By The Associated Press", (), ("AP",)),
        ("Jane Roe with AFP", ("Jane Roe",), ("AFP",)),
        ("By Siobhán O’Neill @soneill", ("Siobhán O’Neill",), ()),
        ("By Halyard News Agency", (), ("Halyard",)),
        ("Jane Roe in Elin and agencies", ("Jane Roe",), ("agencies",)),
        ("Staff reporter", (), ()),
        ("", (), ()),
    ],
)
def test_bylines(line, authors, agencies):
    assert bylines.byline(line) == bylines.Byline(authors, agencies)


def test_walls_of_text_are_no_bylines():
    assert bylines.byline("A" * 100_000) == bylines.Byline()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Roe", True),
        ("By Jane Roe and Reuters", True),
        ("Jane Roe | John Doe", True),
        ("By winning the vote, Jane Roe became the first mayor of Port Elin.", False),
        ("By Friday, Jane Roe was gone", False),
        ("By Courier Staff Published: 13:31, Tue 4 Mar 2031", True),
        ("Jane Roe", False),
        ("From Monday, John Doe will lead", False),
    ],
)
def test_lines_that_are_bylines(line, expected):
    assert bylines.is_byline(line) is expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("KYIV (AP) — Officials said", ("AP",)),
        ("PORT ELIN, April 25 (Reuters) - Officials said", ("Reuters",)),
        ("(Reuters) — Officials said", ("Reuters",)),
        ("PORT ELIN, March 4 (Halyard) - Officials said", ("Halyard",)),
        ("Edda Rhys (Civic Union) — a lawyer — said", ()),
        ("PORT ELIN (AFP/dpa) – Officials said", ("AFP", "dpa")),
        ("The agreement (AP for short) — they said", ()),
        ("Officials (AA) said", ()),
    ],
)
def test_datelines(paragraph, expected):
    assert bylines.dateline(paragraph) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Halyard)", ("Halyard",)),
        ("pag (Halyard)", ("Halyard",)),
        ("(Reuters)", ("Reuters",)),
        ("(Laughter)", ()),
        ("(see below)", ()),
        ("He said so (Halyard)", ()),
    ],
)
def test_the_last_line_of_an_article(line, expected):
    assert bylines.sign_off(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: ANI", ("ANI",)),
        ("with AFP", ("AFP",)),
        ("dpa/rc", ("dpa",)),
        ("rc/wd (AP, AFP, dpa)", ("AP", "AFP", "dpa")),
        ("(With inputs from PTI)", ("PTI",)),
        ("Reuters", ("Reuters",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("With the help of AFP they won", ()),
        ("Source: a friend", ()),
        ("pa", ()),
    ],
)
def test_credit_lines(line, expected):
    assert bylines.credit_line(line) == expected
