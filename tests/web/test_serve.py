"""``twosource serve`` and ``token``: what is refused, and a server in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner, Result

from tests.support import ROOT
from twosource.commands.serve import serve, token
from twosource.web.listen import address, is_loopback, listen


def run(*arguments: str) -> Result:
    return CliRunner().invoke(serve, [*map(str, arguments)])


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    file = tmp_path / "room.tokens"
    assert CliRunner().invoke(token, [str(file), "review", "Ida", "Holm"]).exit_code == 0
    return file


@pytest.mark.parametrize(
    "where",
    [
        ("--host", "0.0.0.0"),
        ("--host", "::"),
        ("--host", ""),
        ("--host", "192.0.2.1"),
        ("--allow-host", "desk.example.org"),
        ("--host", "127.0.0.1", "--allow-host", "192.0.2.1"),
    ],
)
def test_beyond_loopback_it_takes_tokens(tmp_path: Path, where: tuple[str, ...]) -> None:
    ledger = tmp_path / "x.db"
    result = run("--ledger", str(ledger), "--port", "0", *where)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "--tokens FILE" in result.stderr
    assert "twosource token room.tokens admin YOUR-NAME" in result.stderr
    assert not ledger.exists()


def test_tokens_that_are_none(tmp_path: Path, tokens: Path) -> None:
    tokens.write_text("# nobody\n")
    result = run("--ledger", str(tmp_path / "x.db"), "--tokens", str(tokens))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "there is no token in it" in result.stderr
    tokens.chmod(0o644)
    assert "chmod 600" in run("--ledger", str(tmp_path / "x.db"), "--tokens", str(tokens)).stderr


def test_with_tokens_everybody_has_a_name(tokens: Path) -> None:
    result = run("--tokens", str(tokens), "--as", "Max")
    assert result.exit_code == 2
    assert "leave --as out" in result.stderr


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    ledger = tmp_path / "x.db"
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        result = run("--ledger", str(ledger), "--port", str(port))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"twosource: port {port} of 127.0.0.1 is taken")
    assert result.stderr.count("\n") == 1
    assert not ledger.exists()


def test_an_address_of_another_machine(tmp_path: Path, tokens: Path) -> None:
    result = run("--ledger", str(tmp_path / "x.db"), "--host", "192.0.2.1", "--tokens", str(tokens))
    assert result.exit_code == 1
    assert "192.0.2.1: this machine has no such address" in result.stderr


@pytest.mark.parametrize("host", ["no such host", "a..b", "host.invalid\x00"])
def test_a_host_that_is_none(host: str, tmp_path: Path, tokens: Path) -> None:
    result = run("--ledger", str(tmp_path / "x.db"), "--host", host, "--tokens", str(tokens))
    assert result.exit_code == 1
    assert "there is no such host" in result.stderr


def test_a_ledger_that_is_none(tmp_path: Path) -> None:
    result = run("--ledger", str(tmp_path), "--port", "0")
    assert result.exit_code == 1
    assert "this is a folder" in result.stderr


def test_without_its_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.commands.serve.find_spec", lambda name: None if name == "fastapi" else object())
    result = run()
    assert result.exit_code == 1
    assert result.stderr == "twosource: this needs fastapi: pip install 'twosource[web]'\n"


@pytest.mark.parametrize(
    ("host", "private"),
    [("127.0.0.1", True), ("127.3.2.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)],
)
def test_what_only_this_machine_can_reach(host: str, private: bool) -> None:
    assert is_loopback(host) == private


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "[::1]"),
        ("0.0.0.0", "127.0.0.1"),
        ("::", "[::1]"),
        ("localhost", "localhost"),
    ],
)
def test_what_to_type_into_a_browser(host: str, shown: str) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        assert address(host, bound) == f"http://{shown}:{bound.getsockname()[1]}"


def test_a_token_is_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(token, [str(tmp_path / "t"), "admin", "Max", "Ott"])
    assert re.fullmatch(r"tws_[\w-]{43}\n", result.stdout)
    assert result.stderr == "A token for Max Ott; it is not shown again:\n"
    assert CliRunner().invoke(token, [str(tmp_path / "t"), "chief", "Max"]).exit_code == 2


HEAVY = {"fastapi", "uvicorn", "starlette", "pydantic", "sqlalchemy", "jinja2", "numpy", "onnxruntime"}


@pytest.mark.parametrize("command", ["serve", "token"])
def test_help_loads_nothing_heavy(command: str) -> None:
    script = (
        "import sys; from twosource.commands.serve import serve, token; "
        f"{command}(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    *shown, modules = done.stdout.splitlines()
    assert "Examples:" in "\n".join(shown)
    assert not set(modules.split()) & HEAVY


@contextmanager
def served(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server in a process of its own, which ends with the block."""
    script = "from twosource.commands.serve import serve; serve()"
    command = [sys.executable, "-c", script, "--port", "0", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    ) as process:
        try:
            assert process.stdout
            said = process.stdout.readline()
            yield said.rpartition(" at ")[2].partition(" ")[0], process
        finally:
            process.kill()


def test_a_server_is_there_until_it_is_interrupted(tmp_path: Path) -> None:
    ledger = tmp_path / "new.db"
    with served("--ledger", str(ledger), "--as", "Ida Holm") as (where, process):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", where)
        answer = httpx2.get(f"{where}/sign-in")
        assert answer.status_code == 200
        assert "Ida Holm" in answer.text
        assert "server" not in answer.headers
        assert httpx2.get(where, headers={"Host": "evil.example"}).status_code == 421
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (0, "", "")
    assert ledger.exists()


def test_with_tokens_strangers_stay_outside(tmp_path: Path, tokens: Path) -> None:
    made = CliRunner().invoke(token, [str(tokens), "read", "Rea"]).stdout.strip()
    with served("--ledger", str(tmp_path / "x.db"), "--tokens", str(tokens)) as (where, _):
        assert httpx2.get(f"{where}/openapi.json").status_code == 401
        assert httpx2.get(f"{where}/openapi.json", headers={"Authorization": f"Bearer {made}"}).status_code == 200


def test_a_body_without_end_is_cut_off(tmp_path: Path) -> None:
    """On the wire, where nothing is announced and the server must stop reading by itself."""
    with served("--ledger", str(tmp_path / "x.db")) as (where, _):
        port = int(where.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as wire:
            wire.sendall(
                b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            )
            sent = 0
            try:
                while sent < 100_000_000:
                    wire.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
                    sent += 0x10000
            except (BrokenPipeError, ConnectionResetError):
                pass
        assert sent < 50_000_000
        assert httpx2.get(f"{where}/sign-in").status_code == 200


def test_nonsense_is_refused_and_the_server_lives(tmp_path: Path) -> None:
    with served("--ledger", str(tmp_path / "x.db")) as (where, process):
        port = int(where.rpartition(":")[2])
        for nonsense in (
            b"\x16\x03\x01\x00\xa5",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET /\r\n\r\n",
            b"A" * 100_000,
            os.urandom(500),
        ):
            with socket.create_connection(("127.0.0.1", port)) as wire:
                wire.sendall(nonsense)
                wire.shutdown(socket.SHUT_WR)
                assert not wire.recv(100).startswith(b"HTTP/1.1 2")
        assert httpx2.get(f"{where}/sign-in").status_code == 200
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.communicate()[1]
