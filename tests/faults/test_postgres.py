"""A PostgreSQL that is killed in the middle of a transaction, and comes back. It is one of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.support import ARTICLES, complaint, content, long, started, twosource
from tests.ledger.support import page, statements
from tests.support import ROOT, needs_network
from twosource.errors import LedgerError
from twosource.ledger import Ledger
from twosource.records import Article

pytestmark = [
    needs_network,
    pytest.mark.skipif(
        not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="PostgreSQL is not installed"
    ),
]


@pytest.fixture
def server() -> Iterator[tuple[Path, str]]:
    """The folder of a server, and its URL."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        started_ = subprocess.run(
            [".ci/postgres", "start", folder], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if started_.returncode:
            pytest.skip(started_.stderr.strip())
        yield folder, started_.stdout.strip()
        subprocess.run([".ci/postgres", "stop", folder], cwd=ROOT, check=True)


def kill(folder: Path) -> None:
    """All of its processes at once, as when the power goes."""
    postmaster = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False).stdout
    for number in (postmaster, *map(int, children.split())):
        os.kill(number, signal.SIGKILL)


def restart(folder: Path, url: str) -> None:
    """The same server on the same port, from what is on its disk."""
    program = max(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    port = url.rpartition(":")[2].partition("/")[0]
    (folder / "data" / "postmaster.pid").unlink(missing_ok=True)
    settings = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories=''"
    command = [
        str(program),
        "-D",
        str(folder / "data"),
        "-l",
        str(folder / "log"),
        "-s",
        "-w",
        "-t",
        "60",
        "-o",
        settings,
        "start",
    ]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, cwd=folder, check=True)


def test_killed_within_a_transaction(server: tuple[Path, str]) -> None:
    folder, url = server
    with Ledger.open(url) as ledger:
        with ledger.write() as writer:
            writer.add(page(), statements(page()))
        other = page("Another text of the mill.", url="https://hillpost.example/other")
        with pytest.raises(LedgerError) as raised:
            _add_and_kill(ledger, other, folder)
        assert "nothing that was finished is lost" in str(raised.value)
        assert len(str(raised.value).splitlines()) == 1
        restart(folder, url)
        with ledger.view() as view:
            assert [one.url for one in view.articles()] == ["https://hillpost.example/mill"]
        with ledger.write() as writer:
            assert writer.add(other, statements(other)).status == "new"


def _add_and_kill(ledger: Ledger, article: Article, folder: Path) -> None:
    with ledger.write() as writer:
        writer.add(article, statements(article))
        kill(folder)
        writer.counts()


@long
def test_killed_under_the_command(server: tuple[Path, str], unharmed: Path) -> None:
    folder, url = server
    with started("add", "--ledger", url, *ARTICLES[:2], "-", *ARTICLES[2:], stdin=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.readline()
        kill(folder)
        process.stdin.write(Path(ARTICLES[1]).read_text("utf-8"))
        process.stdin.close()
        assert process.stderr
        errors = process.stderr.read()
    said = complaint((process.returncode, errors))
    assert "no connection to the database, or it broke off" in said
    assert "run this again" in said
    assert url.split("@")[0].rpartition(":")[2] not in errors, "the password is not told"
    restart(folder, url)
    assert twosource("add", "--ledger", url, *ARTICLES).returncode == 0
    assert content(url) == content(unharmed)
