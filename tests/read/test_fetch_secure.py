"""Pages under TLS: whose word is taken for it, and that the checks of addresses and of time hold there too."""

from __future__ import annotations

import itertools
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.read.serving import Reply, Server, serving
from tests.read.test_fetch_public import drip
from twosource.errors import SourceMissing
from twosource.read.addresses import Rule
from twosource.read.fetch import fetch

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl, which makes the certificate, is not here")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of secure.example and of this machine that nobody vouches for but itself."""
    path = tmp_path_factory.mktemp("tls") / "here.pem"
    names = "subjectAltName=DNS:secure.example,IP:127.0.0.1"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=secure.example"]
    subprocess.run([*made, "-addext", names, "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True)
    with path.open("a") as file:
        file.write(Path(f"{path}.crt").read_text())
    return path


@pytest.fixture
def server(certificate: Path) -> Iterator[Server]:
    with serving({"/": Reply(b"<p>Here.</p>")}, certificate=certificate) as opened:
        yield opened


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts the certificate."""
    context = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr("twosource.read.connections._trusted", lambda: context)


@pytest.mark.parametrize("public_only", [True, False])
def test_whom_nobody_vouches_for_is_not_trusted(server: Server, public_only: bool) -> None:
    with pytest.raises(SourceMissing, match="cannot be trusted"):
        fetch(server.url, limit=1000, public_only=public_only, rule=server.rule)
    assert server.asked == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("public_only", [True, False])
def test_whom_somebody_vouches_for_is(server: Server, public_only: bool) -> None:
    found = fetch(f"{server.url}/", limit=1000, public_only=public_only, rule=server.rule)
    assert (found.data, found.url) == (b"<p>Here.</p>", f"{server.url}/")


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(("name", "reason"), [("secure.example", None), ("other.example", "cannot be trusted")])
def test_it_is_the_name_that_is_vouched_for_and_the_address_that_is_checked(
    server: Server, monkeypatch: pytest.MonkeyPatch, name: str, reason: str | None
) -> None:
    system = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, **given: system("127.0.0.1", port, **given))
    url = f"https://{name}:{server.port}/"
    if reason is None:
        assert fetch(url, limit=1000, public_only=True, rule=server.rule).data == b"<p>Here.</p>"
        with pytest.raises(SourceMissing, match="is an address of this machine"):
            fetch(url, limit=1000, public_only=True, rule=Rule(ports=server.rule.ports))
        return
    with pytest.raises(SourceMissing, match=reason):
        fetch(url, limit=1000, public_only=True, rule=server.rule)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("public_only", [True, False])
def test_a_drip_ends_with_the_deadline(server: Server, monkeypatch: pytest.MonkeyPatch, public_only: bool) -> None:
    seconds: Any = itertools.count()
    monkeypatch.setattr("twosource.read.connections.clock", lambda: float(next(seconds)))
    server.replies["/drip"] = Reply(stream=drip(b"", b"x"))
    with pytest.raises(SourceMissing, match="not all of it within 30"):
        fetch(f"{server.url}/drip", limit=10**9, timeout=30, public_only=public_only, rule=server.rule)
