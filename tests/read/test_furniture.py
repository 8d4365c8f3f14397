import pytest

from twosource.read.furniture import Line, kind


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Skip to content", Line.FURNITURE),
        ("Home News Sport Weather", Line.FURNITURE),
        ("Facebook | WhatsApp | Email", Line.FURNITURE),
        ("Sign up for our morning newsletter", Line.FURNITURE),
        ("This article was originally published in Norlandic.", Line.FURNITURE),
        ("Advertisement", Line.FURNITURE),
        ("5 min read", Line.FURNITURE),
        ("Skip next section Explore more", Line.OTHERS),
        ("Related stories", Line.OTHERS),
        ("Most read", Line.OTHERS),
        ("© 2031 The Courier. All rights reserved.", Line.END),
        ("A pier at dawn Image: Kai Holm/NPA", Line.CAPTION),
        ("A pier at dawnImage: Kai Holm", Line.CAPTION),
        ("A pier at dawn. (AP Photo/Kai Holm)", Line.CAPTION),
        ("Kai Holm via Getty Images", Line.CAPTION),
        ("Image source, NPA", Line.CAPTION),
        ("FILE - A pier at dawn, in Port Elin", Line.CAPTION),
        ("Photograph by Kai Holm", Line.CAPTION),
        ("By Jane Roe and Reuters", Line.BYLINE),
        ("Published 17 October 2031, 14:05 BST", Line.DATE),
        ("October 19, 2031", Line.DATE),
        ("dpa/rc", Line.CREDIT),
        ("Two buoys and one question", Line.SHORT),
    ],
)
def test_lines_that_are_no_prose(line, expected):
    assert kind(line) is expected


def test_walls_of_text_are_answered_at_once():
    assert kind("a" + " " * 100_000 + "b") is Line.SHORT
    assert kind("aB/" * 100_000) is Line.SHORT
    assert kind("word " * 10_000) is Line.PROSE


@pytest.mark.parametrize(
    "line",
    [
        "He agreed.",
        "“No,” he said.",
        "The dam burst on 17 October 2031.",
        "Nobody was hurt, according to Reuters.",
        "Home news is what people want, the editor said.",
        "By Friday, Jane Roe was gone.",
        "The photo: a fake, the police said.",
        "Share prices fell by a tenth on Monday after the dam burst.",
        "Comments by the mayor angered the pilots of the port.",
        "More than 20 people were hurt, officials said.",
        "Related to the mayor by marriage, he declined to comment.",
        "Read the rest here.",
        "Follow the money, an official told the Courier.",
        "Top officials met on Sunday.",
        "Sign language interpreters stood by.",
        "Video shows a grey boat near the buoy, the navy said on Monday.",
    ],
)
def test_prose(line):
    assert kind(line) is Line.PROSE
