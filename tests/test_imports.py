"""One direction: a module imports only what the table allows, and the command line starts without the heavy parts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

PACKAGE = ROOT / "twosource"

BASE = {"records", "errors"}
ACROSS = BASE | {"across", "language"}
ALLOWED: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "making": set(),
    "across": BASE | {"language"},
    "wire": BASE | {"across"},
    "language": BASE,
    "model": BASE | {"language"},
    "read": BASE | {"language"},
    "attribute": BASE | {"language", "model"},
    "resolve": ACROSS | {"attribute"},
    "link": ACROSS | {"model", "resolve"},
    "origins": ACROSS,
    "ledger": ACROSS | {"wire", "making"},
    "review": ACROSS | {"attribute", "resolve", "link", "origins"},
    "propose": ACROSS | {"link", "origins", "review"},
    "upkeep": ACROSS | {"making", "propose", "attribute", "model", "resolve", "link", "origins", "review", "ledger"},
    "batch": BASE
    | {
        "making",
        "across",
        "wire",
        "read",
        "attribute",
        "model",
        "resolve",
        "link",
        "origins",
        "ledger",
        "export",
        "propose",
    },
    "export": BASE | {"across", "ledger", "link", "making"},
    "terminal": BASE | {"export"},
    "progress": BASE | {"export"},
    "console": BASE | {"export", "terminal", "progress"},
    "brief": ACROSS | {"model", "link", "ledger", "export", "terminal"},
    "changes": ACROSS | {"brief", "export", "ledger"},
    "anew": BASE | {"across", "model", "export", "ledger", "upkeep"},
    "pipeline": BASE | {"across", "read", "attribute", "model", "ledger", "upkeep", "changes"},
    "redo": BASE | {"making", "attribute", "model", "ledger", "upkeep"},
    "watch": ACROSS | {"export", "ledger", "read"},
    "room": ACROSS | {"read", "model", "link", "ledger", "review", "upkeep", "export", "brief", "changes", "pipeline"},
    "web": ACROSS | {"model", "ledger", "review", "export", "brief", "changes", "room"},
    "commands": BASE
    | {
        "making",
        "across",
        "read",
        "model",
        "ledger",
        "export",
        "upkeep",
        "brief",
        "pipeline",
        "redo",
        "watch",
        "room",
        "web",
        "batch",
        "progress",
        "console",
        "anew",
    },
    "interface": BASE | {"making", "across", "read", "attribute", "pipeline", "ledger", "brief", "export", "model"},
    "cli": {"commands"},
    "__main__": {"cli"},
}
"""Part of the package → the parts that it may import."""

HEAVY = {
    "numpy",
    "onnxruntime",
    "trafilatura",
    "lxml",
    "dateparser",
    "py3langid",
    "feedparser",
    "pypdfium2",
    "fastwarc",
    "psycopg",
    "sqlalchemy",
    "jinja2",
    "daft",
    "fastapi",
    "starlette",
    "uvicorn",
    "pydantic",
    "pandas",
    "pyarrow",
}

OUTSIDE = {"train", "gate", "bench", "tests", "fuzz", "faults"} | {"torch", "transformers", "tokenizers", "pytest"}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that the module at ``path`` imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names |= {
                f"{node.module}.{alias.name}" if node.module == "twosource" else str(node.module)
                for alias in node.names
            }
    return {name.split(".")[1] for name in names if name.startswith("twosource.")} - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    assert part(path) in ALLOWED, f"give {part(path)} its place in ALLOWED"
    strangers = imported(path) - ALLOWED[part(path)] - {part(path)}
    assert not strangers, f"{part(path)} must not import {', '.join(sorted(strangers))}"


def test_the_table_itself_has_no_circle() -> None:
    reached = {name: set(allowed) for name, allowed in ALLOWED.items()}
    for _ in ALLOWED:
        for allowed in reached.values():
            allowed |= {further for name in list(allowed) for further in reached[name]}
    assert not [name for name, allowed in reached.items() if name in allowed]


def test_nothing_of_training_or_testing_is_imported() -> None:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            roots = {name.split(".")[0] for name in names}
            assert not roots & OUTSIDE, path


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, twosource.cli as c; c.main(['extract', '--help'], standalone_mode=False); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(run.stdout.splitlines()[-1].split())
    assert not loaded & HEAVY
    assert "twosource.pipeline" not in loaded
