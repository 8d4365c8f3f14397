import pytest

from twosource.read import languages

GERMAN = (
    "Der Sprecher sagte am Montag, dass die Lotsen nicht mehr in den Kanal fahren wollen, weil zwei Bojen in der "
    "Nacht versetzt worden seien und niemand es ihnen gesagt habe."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The pilots of the port said on Monday that they would not go out, and that it was somebody's fault.", "en"),
        (GERMAN, "de"),
        ("Лоцманы отказались в понедельник вести суда через северный канал, сообщили в управлении порта.", "ru"),
        ("北航道领航员周一拒绝引导船只通过，称浮标被移动。港务局表示一无所知，发言人说浮标每年都会检查。", "zh"),
        ("Port Elin", "en"),
        ("Nein, danke.", "en"),
        ("", "en"),
        ("12 34 — 56", "en"),
    ],
)
def test_detected(text, code):
    assert languages.detect(text) == code


def test_names():
    assert languages.name("de") == "German"
    assert "xx" in languages.name("xx")
