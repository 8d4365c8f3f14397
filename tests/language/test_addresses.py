import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language import addresses


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.courier.example:8080/dam?x=1", "www.courier.example"),
        ("http://[::1]/dam", "::1"),
        ("http://[m", None),
        ("//[", None),
        ("The Courier", None),
        ("", None),
    ],
)
def test_host(address, host):
    assert addresses.parts(address).hostname == host


@given(st.text(alphabet="h:/[]@?#%.\t\ud800é").map(lambda rest: f"http://{rest}"))
def test_any_text_has_parts(address):
    assert addresses.parts(address).path is not None
