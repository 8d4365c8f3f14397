from __future__ import annotations

import hashlib
import re

import pytest

from release import bill
from tests.support import ROOT
from twosource import making

ENVIRONMENT = {
    "bomFormat": "CycloneDX",
    "metadata": {"tools": {"components": []}},
    "components": [
        {"name": "pip", "bom-ref": "pip==26"},
        {"name": "numpy", "bom-ref": "numpy==2"},
        {"name": "twosource", "bom-ref": "twosource==1", "externalReferences": [{"url": "file:///home/of/somebody"}]},
    ],
    "dependencies": [
        {"ref": "pip==26"},
        {"ref": "numpy==2"},
        {"ref": "twosource==1", "dependsOn": ["numpy==2", "pip==26"]},
    ],
}


def test_the_networks_are_named_as_records_name_them() -> None:
    found = {one["name"]: one for one in bill.networks()}
    assert list(found) == ["twosource attribution network", "twosource relation network", "twosource word vectors"]
    for name in making.NETWORKS:
        one = found[f"twosource {name} network"]
        assert f" {name} {one['version']}" in making.made_by()
        content = (ROOT / "twosource" / "model" / "weights" / f"{name}.onnx").read_bytes()
        assert one["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}]
        assert one["licenses"] == [{"license": {"id": "Apache-2.0"}}]


def test_the_data_are_those_of_the_model_card() -> None:
    card = (ROOT / "docs" / "model-card.md").read_text(encoding="utf-8")
    for one in bill.networks():
        listed = one["modelCard"]["modelParameters"]["datasets"]
        assert listed
        for data in listed:
            first = re.split(r"[,;]", data["name"])[0]
            assert first in card, first


def test_the_bill_is_of_twosource_and_what_it_needs() -> None:
    made = bill.completed(ENVIRONMENT, [{"name": "a network", "bom-ref": "network:a"}])
    assert made["metadata"]["component"] == {"name": "twosource", "bom-ref": "twosource==1", "type": "application"}
    assert [one["name"] for one in made["components"]] == ["numpy", "a network"]
    depends = {one["ref"]: one.get("dependsOn", []) for one in made["dependencies"]}
    assert depends == {"numpy==2": [], "twosource==1": ["network:a", "numpy==2"], "network:a": []}


def test_an_environment_without_the_package_has_no_bill() -> None:
    with pytest.raises(ValueError, match="unpack"):
        bill.completed({**ENVIRONMENT, "components": []}, [])
