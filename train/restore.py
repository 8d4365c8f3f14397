"""A checkpoint out of a file that ships, to train on from it: `python -m train.restore --help`.

The layers come back as rounded as they shipped; what their inputs reach is watched anew.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from train.network import LAYERS, Network
from twosource.model.wordvectors import WordVectors

Array = npt.NDArray[Any]


def state(model: onnx.ModelProto, words: WordVectors) -> dict[str, torch.Tensor]:
    """The weights of ``model``, by their names in :class:`train.network.Network`; ``words`` is the table that it was
    trained with."""
    constants = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    nodes = list(model.graph.node)
    made: dict[str, Array] = {}
    made["words.weight"] = words.integers * words.steps
    made["features.weight"] = next(constants[n.input[0]] for n in nodes if n.op_type == "Gather")
    made["places.weight"] = next(constants[n.input[0]] for n in nodes if n.op_type == "Slice")
    names = [f"layers.{n}.{part}" for n in range(LAYERS) for part in ("qkv", "out", "up", "down")]
    for name, (weight, bias) in zip(names, _layers(nodes, constants), strict=True):
        made[f"{name}.weight"], made[f"{name}.bias"] = weight, bias
    norms = ["norm", *(f"layers.{n}.norm{k}" for n in range(LAYERS) for k in (1, 2))]
    for name, node in zip(norms, (n for n in nodes if n.op_type == "LayerNormalization"), strict=True):
        made[f"{name}.weight"], made[f"{name}.bias"] = (constants[one] for one in node.input[1:3])
    for name, node in zip(("tag", "link"), (n for n in nodes if n.op_type == "Gemm"), strict=True):
        made[f"{name}.weight"], made[f"{name}.bias"] = constants[node.input[1]].T, constants[node.input[2]]
    facts = json.loads(model.metadata_props[0].value)
    for name in ("start", "pairs", "distance", "nothing"):
        made[name] = np.asarray(facts[name], np.float32)
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in made.items()}


def _layers(nodes: list[onnx.NodeProto], constants: dict[str, Array]) -> Iterator[tuple[Array, Array]]:
    """Weight and bias of each rounded layer, the factor that its inputs were divided by taken back."""
    by_output = {node.output[0]: node for node in nodes}
    for node in nodes:
        if node.op_type == "MatMulIntegerToFloat":
            weight, scales, bias = (constants[node.input[n]] for n in (1, 3, 6))
            narrowed = by_output[by_output[node.input[0]].input[0]]
            smooth = 1 / constants[narrowed.input[1]]
            yield weight.T.astype(np.float32) * scales[:, None] / smooth, bias


def main() -> None:
    """Read the options, write the checkpoint."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("out", type=Path)
    chosen = options.parse_args()
    found = state(onnx.load(chosen.file), WordVectors.embedded())
    network = Network(len(found["words.weight"]))
    missing = network.load_state_dict(found, strict=False).missing_keys
    # What the layers watch is made anew; the scores of forbidden tag pairs are in the file, and are no part of it.
    assert all(name.endswith(("lows", "highs", "smooth")) for name in missing), missing
    with torch.no_grad():
        network.start.clamp_(min=-50)
        network.pairs.clamp_(min=-50)
    torch.save(network.state_dict(), chosen.out)


if __name__ == "__main__":
    main()
