"""The bill of materials (CycloneDX): what an installation holds, and what the networks were made from."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from release import ROOT, Refused
from release.building import digest, run

SPECIFICATION = "1.6"
_TOOLS = {"pip", "setuptools", "wheel"}
"""What an environment has before anything is installed."""

_NETWORKS = ROOT / "release" / "networks.toml"


def bill(python: Path, *, times: str, root: Path = ROOT) -> dict[str, Any]:
    """The bill of the environment of ``python``, in which the wheel is installed."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", python, "--output-reproducible"]
    options = ["--spec-version", SPECIFICATION, "--output-format", "JSON", "--output-file", "-"]
    told = run([*command, *options], at=root, environment={"SOURCE_DATE_EPOCH": times})
    return valid(completed(json.loads(told), networks(root=root)))


def valid(found: dict[str, Any]) -> dict[str, Any]:
    """``found``, where it is what the specification asks for; :class:`Refused` where not."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.from_version(SPECIFICATION)).validate_str(json.dumps(found))
    if wrong:
        raise Refused(f"the bill of materials is no CycloneDX {SPECIFICATION}: {str(wrong).splitlines()[0]}")
    return found


def completed(found: dict[str, Any], made: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """``found`` as the bill of twosource: with the networks, and without the tools that installed it."""
    listed = [one for one in found["components"] if one["name"] not in _TOOLS]
    (own,) = [one for one in listed if one["name"] == "twosource"]
    # Of a file that was installed by its path the reference says where it lay.
    own.pop("externalReferences", None)
    weights = list(made)
    kept = {one["bom-ref"] for one in listed}
    dependencies = [
        {**one, "dependsOn": [other for other in one.get("dependsOn", ()) if other in kept]}
        for one in found["dependencies"]
        if one["ref"] in kept
    ]
    for one in dependencies:
        if one["ref"] == own["bom-ref"]:
            one["dependsOn"] = sorted({*one["dependsOn"], *(each["bom-ref"] for each in weights)})
    return {
        **found,
        "metadata": {**found["metadata"], "component": {**own, "type": "application"}},
        "components": [*(one for one in listed if one is not own), *weights],
        "dependencies": [*dependencies, *({"ref": one["bom-ref"]} for one in weights)],
    }


def networks(*, root: Path = ROOT) -> list[dict[str, Any]]:
    """The networks, and the word vectors that both read, as components: name, digest, licence, and the data that each
    learnt from."""
    told = tomllib.loads(_NETWORKS.read_text(encoding="utf-8"))
    return [_network(name, facts, root=root) for name, facts in sorted(told.items())]


def _network(name: str, facts: dict[str, Any], *, root: Path) -> dict[str, Any]:
    file = root / "twosource" / "model" / "weights" / facts["file"]
    found = digest(file)
    data = [
        {"type": "dataset", "name": one["name"], "description": f"{one['use']}; {one['licence']}"}
        for one in facts["data"]
    ]
    return {
        "type": "machine-learning-model",
        "bom-ref": f"network:{name}:{found[:8]}",
        "name": f"twosource {facts['name']}",
        "version": found[:8],
        "description": facts["description"],
        "licenses": [{"license": {"id": facts["licence"]}}],
        "hashes": [{"alg": "SHA-256", "content": found}],
        "modelCard": {
            "modelParameters": {
                "task": facts["task"],
                "modelArchitecture": facts["architecture"],
                "datasets": data,
            }
        },
    }
