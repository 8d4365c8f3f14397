"""``twosource serve`` and ``token``."""

from __future__ import annotations

import functools
import getpass
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.commands import options
from twosource.console import emit, opened, orderly
from twosource.errors import NotInstalled, TwosourceError

if TYPE_CHECKING:
    from socket import socket

    from fastapi import FastAPI

    from twosource.ledger import Ledger
    from twosource.web.people import Role
    from twosource.web.settings import Settings

PORT = 8765
_LIBRARIES = ("fastapi", "uvicorn", "python_multipart")
_FOLDER = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the server listens, and by which further names it may be called."""

    host: str
    port: int
    allow_host: tuple[str, ...]


def _placing(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say where the server listens, as one argument ``place``."""

    @click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on. Others need --tokens.")
    @click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any that is free.")
    @click.option("--allow-host", multiple=True, metavar="NAME", help="Further name by which browsers may call it.")
    @functools.wraps(command)
    def placed(*, host: str, port: int, allow_host: tuple[str, ...], **given: Any) -> None:
        command(place=Place(host=host, port=port, allow_host=allow_host), **given)

    return placed


@click.command()
@options.ledger
@_placing
@click.option("--tokens", type=click.Path(dir_okay=False, path_type=Path), help="Who may come in: see twosource token.")
@click.option("--as", "name", metavar="NAME", help="Whose judgements they are, without --tokens. [default: your login]")
@click.option("--folder", "folders", type=_FOLDER, multiple=True, help="Folder from which paths may be added.")
@click.option("--open/--no-open", "browser", default=False, help="Open it in the browser.")
def serve(
    ledger: str, place: Place, tokens: Path | None, name: str | None, folders: tuple[Path, ...], browser: bool
) -> None:
    """Open the reading room, the review desk and the REST API over a ledger, for the browser.

    Only this machine can reach it, and whoever uses this machine may do everything. For others to reach it, give each
    of them a token (twosource token), and name the file of tokens and an address of this machine. It speaks HTTP: let a
    proxy on this machine add HTTPS.

    A ledger that is not there is made. Ctrl-c ends the server.

    \b
    Examples:
      twosource serve
      twosource serve --ledger port.db --open
      twosource serve --ledger port.db --as "Ida Holm" --folder clippings/
      twosource serve --host 0.0.0.0 --allow-host desk.example.org --tokens room.tokens
    """
    if tokens and name:
        raise click.UsageError("with --tokens everybody has a name already: leave --as out")
    with orderly():
        _check_installed()
        from twosource.web.app import make
        from twosource.web.listen import listen

        settings = _settings(ledger, place, tokens, name, folders)
        with listen(place.host, place.port) as listening:
            app = make(settings)
            _fill(app.state.hall.ledger)
            _run(app, place, listening, browser=browser)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("role", type=click.Choice(["read", "review", "admin"]))
@click.argument("name", nargs=-1, required=True)
def token(file: Path, role: Role, name: tuple[str, ...]) -> None:
    """Make a token with which NAME may use a server, and keep its hash in FILE.

    The token is shown once. Who has it may read; with the role review judge as well; with admin add articles, too. A
    second token for a name takes the place of the first. The server reads FILE when it starts.

    \b
    Examples:
      twosource token room.tokens admin Max Ott
      twosource token room.tokens review "Ida Holm" > ida.token
      twosource serve --host 0.0.0.0 --allow-host desk.example.org --tokens room.tokens
    """
    with orderly(), opened(None) as stream:
        from twosource.web.tokens import add

        made = add(file, " ".join(name), role)
        click.echo(f"A token for {' '.join(name)}; it is not shown again:", err=True)
        emit([f"{made}\n"], stream)


def _fill(ledger: Ledger) -> None:
    """Find what is to be judged in a ledger that was made before the desk was."""
    from twosource.upkeep import fill_cases

    told = False

    def tell(*_: object) -> None:
        nonlocal told
        if not told:
            click.echo(f"{ledger.where}: finding what is to be judged, once", err=True)
            told = True

    fill_cases(ledger, on_progress=tell)


def _check_installed() -> None:
    for library in _LIBRARIES:
        if find_spec(library) is None:
            raise NotInstalled(library.replace("_", "-"), extra="web")


def _settings(ledger: str, place: Place, tokens: Path | None, name: str | None, folders: tuple[Path, ...]) -> Settings:
    from twosource.web.settings import LOOPBACK, Settings
    from twosource.web.tokens import read

    known = read(tokens) if tokens else ()
    if tokens and not known:
        raise TwosourceError(f"{tokens}: there is no token in it; make one with: twosource token {tokens} admin NAME")
    return Settings(
        ledger=ledger,
        hosts=(*LOOPBACK, *_names(place, private=not known)),
        tokens=known,
        name=name or _login(),
        folders=folders,
    )


def _names(place: Place, *, private: bool) -> list[str]:
    """The names beyond loopback that the server answers to; an error where it may have none."""
    from twosource.web.listen import is_loopback

    own = [] if is_loopback(place.host) or place.host in ("", "0.0.0.0", "::") else [place.host]
    names = [f"[{name}]" if ":" in name and "[" not in name else name for name in own] + list(place.allow_host)
    if private and (names or not is_loopback(place.host)):
        beyond = names[0] if names else place.host
        raise TwosourceError(
            f"{beyond}: others could reach this server, so it needs --tokens FILE; "
            "make one with: twosource token room.tokens admin YOUR-NAME"
        )
    return names


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"


def _run(app: FastAPI, place: Place, listening: socket, *, browser: bool) -> None:
    from twosource.web.asking import ahead
    from twosource.web.listen import address, run

    where = address(place.host, listening)

    def ready() -> None:
        with opened(None) as stream:
            emit([f"Reading room of {app.state.hall.ledger.where} at {where} (ctrl-c ends it)\n"], stream)
        ahead(app)
        if browser:
            import webbrowser

            webbrowser.open(where)

    run(app, listening, ready=ready)
