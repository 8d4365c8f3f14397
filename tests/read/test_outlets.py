import pytest

from twosource.read import outlets


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://p.nrb.example/p/4", "nrb.example"),
        ("https://www.courier.co.uk/a", "courier.co.uk"),
        ("https://web.archive.org/web/2031/https://courier.example/a", "courier.example"),
        ("https://proxy.example:443/https/courier.example/a", "courier.example"),
        ("http://127.0.0.1:80/a", None),
        ("http://localhost/a", None),
        (None, None),
        ("no address", None),
    ],
)
def test_domains(url, domain):
    assert outlets.host(url) == domain


def test_the_outlet_is_written_as_the_text_writes_it():
    assert outlets.of_url("https://nrb.example/a", "He told NRB that nrb.example was wrong. NRB asked.") == "NRB"
    assert outlets.of_url("https://elinmail.example/a", "Pilots told the Elin Mail") == "Elin Mail"
    assert outlets.of_url("https://nrb.example/a", "nothing") == "nrb.example"
    assert outlets.of_url(None) is None
