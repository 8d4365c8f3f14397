import pytest

from twosource.errors import NoArticle, SourceUnreadable
from twosource.read import pdf

FIRST = [
    (60, 800, 9, "The Courier, 17 October 2031"),
    (60, 740, 20, "Dam bursts above Farholm"),
    (60, 715, 11, "By Jane Roe and Reuters"),
    (60, 700, 11, "17 October 2031, 14:05 GMT"),
    (60, 670, 11, "A dam burst above the town of Farholm on Monday, officials said, and wa-"),
    (60, 656, 11, "ter ran through the streets of the lower town for more than three hours."),
    (60, 630, 11, "The mayor, Edda Rhys, told reporters that nobody was hurt. She said that"),
    (60, 616, 11, "the cause of the break was not known, and that the engineers of the coun-"),
    (60, 40, 9, "Page 1"),
]
SECOND = [
    (60, 800, 9, "The Courier, 17 October 2031"),
    (60, 770, 11, "ty would come on Tuesday to look at what is left of the dam and the mill."),
    (60, 744, 11, "Shares of the operator fell."),
    (60, 40, 9, "Page 2"),
]


def test_lines_become_paragraphs_across_pages(make_pdf):
    article = pdf.article(make_pdf(FIRST, SECOND))
    found = [article.text[slice(*span)] for span in article.paragraphs]
    assert found == [
        "Dam bursts above Farholm",
        "A dam burst above the town of Farholm on Monday, officials said, and water ran through the streets of "
        "the lower town for more than three hours.",
        "The mayor, Edda Rhys, told reporters that nobody was hurt. She said that the cause of the break was not "
        "known, and that the engineers of the county would come on Tuesday to look at what is left of the dam and "
        "the mill.",
        "Shares of the operator fell.",
    ]
    assert article.title == "Dam bursts above Farholm"
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert article.published == "2031-10-17T14:05:00+00:00"
    assert article.media_type == "application/pdf"


def test_what_the_file_says_of_itself_stands_in(make_pdf):
    body = [line for line in FIRST if line[1] < 700]
    article = pdf.article(
        make_pdf(body, Title="Dam bursts", Author="Tove Askar", CreationDate="D:20311017140500+01'00'")
    )
    assert article.title == "Dam bursts"
    assert article.authors == ("Tove Askar",)
    assert article.published == "2031-10-17T14:05:00+01:00"
    assert article.text.startswith("A dam burst")


def test_damaged_and_empty_files(make_pdf):
    with pytest.raises(SourceUnreadable, match=r"^s: damaged PDF"):
        pdf.article(b"%PDF-1.4\nnothing", source="s")
    with pytest.raises(NoArticle, match="scan"):
        pdf.article(make_pdf([]), source="s")


def test_a_locked_file(locked_pdf):
    with pytest.raises(SourceUnreadable, match="needs a password"):
        pdf.article(locked_pdf, source="s")
