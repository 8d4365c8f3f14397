import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import SourceTooLarge, SourceUnreadable
from twosource.read import sniff

TEXT = "“No,” said Zoë Ångström – twice."


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"<!doctype html><p>x", "-", "html"),
        (b"\xef\xbb\xbf<html>", "-", "html"),
        (b"no markup", "page.html", "html"),
        (b"A text about <p> tags", "-", "plain"),
        (b"%PDF-1.7 ...", "x.txt", "pdf"),
        (b"WARC/1.0\r\n", "-", "warc"),
        (b'<?xml version="1.0"?><rss version="2.0">', "-", "feed"),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "-", "feed"),
        (b'{"text": "x"}\n', "-", "jsonl"),
        (b'[{"text": "x"}]', "-", "jsonl"),
        (b"[Music] plays", "-", "plain"),
        ("<html>".encode("utf-16"), "-", "html"),
        (TEXT.encode("utf-16-le") * 3, "-", "plain"),
    ],
)
def test_kinds(data, name, expected):
    assert sniff.kind(data, source="s", name=name) == expected


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04rest", b"abc\0def" * 20, bytes(range(1, 32)) * 10])
def test_binary_is_refused(data):
    with pytest.raises(SourceUnreadable, match=r"^photo: binary file"):
        sniff.kind(data, source="photo")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding):
    assert sniff.decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("café".encode("latin-1"), "utf-8", "café"),  # says UTF-8 and is not
        (b"caf\xc3\xa9 caf\xc3\xa9 \xff", "utf-8", "café café �"),  # torn UTF-8 stays UTF-8
        ("“x”".encode("cp1252"), "iso-8859-1", "“x”"),
        (b"plain", "no-such-charset", "plain"),
        ('<meta charset="windows-1250"><p>ž'.encode("cp1250"), None, '<meta charset="windows-1250"><p>ž'),
    ],
)
def test_declared_and_real_encodings(data, declared, expected):
    assert sniff.decode(data, declared=declared) == expected


def test_text_of_an_unknown_code_page_is_not_guessed():
    with pytest.raises(SourceUnreadable, match="wrong encoding"):
        sniff.decode("Лоцманы отказались вести суда".encode("koi8-r"))


@given(st.binary(max_size=200))
def test_decoding_never_crashes(data):
    with contextlib.suppress(SourceUnreadable):
        assert isinstance(sniff.decode(data), str)


def test_unpacking():
    packed = gzip.compress(b"a" * 1000)
    assert sniff.unpack(packed, source="s", limit=1000) == (b"a" * 1000, True)
    assert sniff.unpack(packed + packed, source="s", limit=2000) == (b"a" * 2000, True)
    assert sniff.unpack(b"not packed", source="s", limit=1) == (b"not packed", True)
    with pytest.raises(SourceTooLarge, match="unpacks to more than"):
        sniff.unpack(packed, source="s", limit=999)


@pytest.mark.parametrize("cut", [3, 12, -1, -9])
def test_torn_packing_is_noticed(cut):
    torn = gzip.compress(b"".join(b"%d " % i for i in range(5000)))[:cut]
    data, whole = sniff.unpack(torn, source="s", limit=10**6)
    assert not whole
    assert b"".join(b"%d " % i for i in range(5000)).startswith(data)


@given(st.lists(st.binary(max_size=200), max_size=4), st.integers(0, 3), st.sampled_from([b"", b"\0\0", b"x"]))
def test_members_one_behind_the_other_are_one_run_of_bytes(parts, large, tail):
    bodies = [*parts, *[bytes(range(256)) * 400] * large]
    packed = b"".join(gzip.compress(body, compresslevel=0, mtime=0) for body in bodies)
    assert sniff.unpack(packed + tail if packed else b"", source="s", limit=1_000_000) == (
        b"".join(bodies),
        not packed or tail != b"x",
    )
