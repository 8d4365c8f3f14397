"""The file of tokens: who may come in and as what, in lines of role, name and the SHA-256 of the token.

Tokens are 32 random bytes, so a hash without salt or stretching keeps them: there is nothing to guess. A line that is
removed shuts somebody out, from the next start of the server.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import stat
import tempfile
from pathlib import Path

from twosource.errors import TwosourceError
from twosource.web.people import ROLES, Role, Token

_HEAD = "# Who may use a Twosource server: role, name, SHA-256 of the token. Remove a line to shut somebody out.\n"
_LINE = re.compile(rf"(?P<role>{'|'.join(ROLES)})\s+(?P<name>\S.*?)\s+(?P<digest>[0-9a-f]{{64}})")
_LONGEST_NAME = 80


def read(path: Path) -> tuple[Token, ...]:
    """The tokens in the file at ``path``; :class:`TwosourceError` where it is not there, damaged, or others may read
    it."""
    try:
        text = path.read_text("utf-8")
        mode = path.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise TwosourceError(f"{path}: {_reason(error)}") from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise TwosourceError(f"{path}: others may read or change it; put an end to that with: chmod 600 {path}")
    return tuple(_token(path, number, line) for number, line in enumerate(text.splitlines(), 1) if _says(line))


def add(path: Path, name: str, role: Role) -> str:
    """A new token for ``name``, in place of an old one, kept in the file at ``path``, which is made if need be.

    The token is told here alone: the file has its hash.
    """
    name = " ".join(name.split())
    if not name or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise TwosourceError(f"a token is for a name of 1 to {_LONGEST_NAME} characters")
    others = [token for token in (read(path) if path.exists() else ()) if token.name != name]
    made = f"tws_{secrets.token_urlsafe(32)}"
    _write(path, [*others, Token(name=name, role=role, digest=digest(made))])
    return made


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _token(path: Path, number: int, line: str) -> Token:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise TwosourceError(f"{path}: line {number} is no token (role, name, 64 hexadecimal digits)")
    role = next(role for role in ROLES if role == match["role"])
    return Token(name=match["name"], role=role, digest=match["digest"])


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _write(path: Path, tokens: list[Token]) -> None:
    """All or nothing, and at no moment for others to read (a temporary file is for its owner alone)."""
    lines = "".join(f"{token.role} {token.name} {token.digest}\n" for token in tokens)
    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with open(handle, "w", encoding="utf-8") as file:
                file.write(_HEAD + lines)
            os.replace(made, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(made)
            raise
    except OSError as error:
        raise TwosourceError(f"{path}: cannot be written: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "this is not text in UTF-8"
