"""What can be told of the image without building it."""

from __future__ import annotations

import re

import pytest

from tests.support import ROOT


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """The instructions in order, with what they are given."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#")).replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines.splitlines() if line.strip())]


def last_stage(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    start = max(place for place, (name, _) in enumerate(steps) if name == "FROM")
    return steps[start:]


def test_it_does_not_run_as_root(steps: list[tuple[str, str]]) -> None:
    users = [rest for name, rest in last_stage(steps) if name == "USER"]
    assert users == ["reader"]
    assert any("useradd" in rest and "reader" in rest for name, rest in last_stage(steps) if name == "RUN")


def test_the_last_stage_asks_no_index_and_takes_no_sources(steps: list[tuple[str, str]]) -> None:
    stage = last_stage(steps)
    assert not [rest for name, rest in stage if name == "RUN" and re.search(r"\b(pip|apt|curl|wget)\b", rest)]
    assert [rest for name, rest in stage if name == "COPY"] == ["--from=build /opt/twosource /opt/twosource"]


def test_every_base_is_slim_and_of_a_version_that_is_declared(steps: list[tuple[str, str]]) -> None:
    (version,) = [rest.partition("=")[2] for name, rest in steps if name == "ARG"]
    assert f"Programming Language :: Python :: {version}" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bases = [rest.split()[0] for name, rest in steps if name == "FROM"]
    assert set(bases) == {"python:${PYTHON}-slim"}


def test_what_is_installed_is_what_is_locked(steps: list[tuple[str, str]]) -> None:
    installs = [part for name, rest in steps if name == "RUN" for part in rest.split("&&") if " install " in part]
    pip = [part for part in installs if "pip" in part]
    assert len(pip) == 2
    assert all("--constraint requirements.lock" in part for part in pip)


def test_only_what_the_wheel_is_made_of_is_sent_to_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    sent = [rule[1:] for rule in rules if rule.startswith("!")]
    assert all((ROOT / path).exists() for path in sent)
    assert {"twosource", "pyproject.toml", "requirements.lock", "README.md", "LICENSE", "licenses"} <= set(sent)


def test_commands_are_programs_and_not_lines_of_a_shell(steps: list[tuple[str, str]]) -> None:
    assert all(rest.startswith("[") for name, rest in steps if name in ("ENTRYPOINT", "CMD", "VOLUME"))
