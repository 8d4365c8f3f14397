from __future__ import annotations

import pytest

from tests.attribute.told import attributions
from twosource.attribute.calibrated import calibration


@pytest.mark.parametrize(
    ("cue", "content", "act", "polarity", "certainty"),
    [
        ("said", "the dam was safe", "states", "affirm", "unstated"),
        ("reported", "that a unit had arrived", "states", "affirm", "unstated"),
        ("confirmed", "that the dam had broken", "confirms", "affirm", "certain"),
        ("acknowledged", "the delay", "confirms", "affirm", "certain"),
        ("denied", "that the dam had broken", "denies", "deny", "unstated"),
        ("rejected", "the report", "denies", "deny", "unstated"),
        ("has ruled out", "a new dam", "denies", "deny", "unstated"),
        ("suggested", "there was no indication that troops were being sent", "denies", "deny", "unstated"),
        ("said", "there is no evidence of a leak", "denies", "deny", "unstated"),
        ("said", "that the appeal was fake", "denies", "deny", "unstated"),
        ("called", "the letter fake", "denies", "deny", "unstated"),
        ("called", "the leaflet a forgery put together by people with too much time", "denies", "deny", "unstated"),
        ("dismissed", "the report as absurd", "denies", "deny", "unstated"),
        ("said", "“We passed it on in good faith, and it was wrong,”", "states", "affirm", "unstated"),
        ("said", "it was wrong to close the gate", "states", "affirm", "unstated"),
        ("dismissed", "the claim as nonsense", "denies", "deny", "unstated"),
        ("doubts", "that the film is real", "denies", "deny", "probable"),
        ("does not believe", "that the film is real", "believes", "deny", "probable"),
        ("has not yet confirmed", "that its army is taking part", "declines", "withhold", "unstated"),
        ("has yet to confirm", "the deal", "declines", "withhold", "unstated"),
        ("declined to comment on", "the report", "declines", "withhold", "unstated"),
        ("did not immediately respond to", "a request for comment", "declines", "withhold", "unstated"),
        ("would not say", "whether the dam was safe", "declines", "withhold", "unstated"),
        ("neither confirmed nor denied", "the report", "declines", "withhold", "unstated"),
        ("did not deny", "the report", "declines", "withhold", "unstated"),
        ("said", "it could neither confirm nor rule out an attack", "states", "withhold", "unstated"),
        ("said", "we can neither verify nor deny the report", "states", "withhold", "unstated"),
        ("could not verify", "the film", "states", "withhold", "unstated"),
        ("was unable to find", "any evidence that the film was real", "states", "withhold", "unstated"),
        ("found no evidence", "that the film was real", "states", "withhold", "unstated"),
        ("said", "that Corvia might send troops", "states", "affirm", "possible"),
        ("said", 'that it was "quite plausible" that troops would go', "states", "affirm", "possible"),
        ("said", "the dam will probably hold", "states", "affirm", "probable"),
        ("said", "the dam would certainly hold", "states", "affirm", "certain"),
        ("said", "the dam held, which may surprise many", "states", "affirm", "unstated"),
        ("expected", "the talks to be brief", "predicts", "affirm", "probable"),
        ("believes", "the dam is safe", "believes", "affirm", "probable"),
        ("fears", "a flood", "believes", "affirm", "possible"),
        ("urged", "the council to act", "demands", "affirm", "unstated"),
        ("called for", "a new dam", "demands", "affirm", "unstated"),
        ("has repeatedly warned against", "an alliance", "demands", "affirm", "unstated"),
        ("asked", "whether the dam was safe", "asks", "affirm", "unstated"),
        ("did not mention", "the dam", "declines", "withhold", "unstated"),
        ("is not just looking at", "the dam", "states", "affirm", "unstated"),
        ("pleaded guilty to", "a theft", "states", "affirm", "unstated"),
        ("asked", "to see the dam", "demands", "affirm", "unstated"),
    ],
)
def test_stance(cue: str, content: str, act: str, polarity: str, certainty: str) -> None:
    text = f"Ida Wren {cue} {content}."
    (found,) = attributions(text, ("Ida Wren", cue, content))
    assert (found.act, found.polarity, found.certainty) == (act, polarity, certainty)


def test_negation_before_the_cue_counts() -> None:
    (found,) = attributions("The ministry has not confirmed the leak.", ("The ministry", "confirmed", "the leak"))
    assert found.polarity == "withhold"


def test_the_writers_hedge_is_not_the_speakers() -> None:
    (found,) = attributions("Two are reported to have died.", ("", "are reported", "Two … to have died"))
    assert (found.polarity, found.certainty, found.chain) == ("affirm", "unstated", ())


@pytest.mark.parametrize(
    ("cue", "content", "polarity_by", "certainty_by"),
    [
        ("denied", "that the dam had broken", "cue", "plain"),
        ("did not say", "that the dam had broken", "cue", "plain"),
        ("said", "there is no evidence of a leak", "content", "plain"),
        ("does not believe", "that the film is real", "negation", "cue"),
        ("said", "the dam may break", "known", "content"),
        ("said", "the dam held because the rain that might have come stayed away", "known", "elsewhere"),
        ("murmured", "that the dam held", "unknown", "plain"),
    ],
)
def test_what_told_it_gives_its_score(cue: str, content: str, polarity_by: str, certainty_by: str) -> None:
    text = f"Feld {cue} {content}."
    (found,) = attributions(text, ("Feld", cue, content))
    assert found.polarity_score == calibration().polarity[polarity_by]
    assert found.certainty_score == calibration().certainty[certainty_by]
