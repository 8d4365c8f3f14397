"""From a checkpoint to the file that ships, of either network: `python -m train.export --help`.

The graph is written node by node: integer products with the ranges learned in training, attention as onnxruntime's own
fused operator. It begins with word vectors: their table is the same in both networks, and ships as a file of its own.
What decoding needs beside it (scores of tag pairs, link biases) travels as metadata.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from train.network import HEADS, LAYERS, LINK, Encoder, Network
from train.quantise import WEIGHT_TOP, RoundedLinear, rounded_rows, weight_steps
from train.relate import PairNetwork
from twosource.model import tags
from twosource.model.network import FORMAT
from twosource.model.pairs import FORMAT as PAIRS_FORMAT
from twosource.model.wordvectors import WordVectors

_CONTRIB = "com.microsoft"


class Graph:
    """Collects nodes and constants; each method returns the name of what it made."""

    def __init__(self, *, exact: bool) -> None:
        self.exact = exact
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: npt.NDArray[Any] | float, kind: type = np.float32) -> str:
        """A constant of ``value``."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(np.asarray(value, kind)), name))
        return name

    def node(self, operator: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any) -> Any:
        """A node; the name of its output, or a list of names where it has several."""
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, states: str, layer: RoundedLinear) -> str:
        """A layer: 8-bit inputs times 7-bit weights, summed in 32 bits; or, to compare with, in full precision."""
        if self.exact:
            whole = self.node("MatMul", states, self.constant(layer.weight.detach().numpy().T))
            return str(self.node("Add", whole, self.constant(layer.bias.detach().numpy())))
        step, zero = layer.input_step()
        smoothed = layer.weight.detach() * layer.smooth
        scales = weight_steps(smoothed)
        integers = torch.round(smoothed / scales[:, None]).clamp(-WEIGHT_TOP, WEIGHT_TOP).to(torch.int8)
        step_name, zero_name = self.constant(step), self.constant(zero, np.uint8)
        narrowed = self.node("Mul", states, self.constant((1 / layer.smooth).numpy()))
        rounded = self.node("QuantizeLinear", narrowed, step_name, zero_name)
        weight = self.constant(integers.numpy().T, np.int8)
        zeros = self.constant(np.zeros(len(scales)), np.int8)
        bias = self.constant(layer.bias.detach().numpy())
        inputs = (rounded, weight, step_name, self.constant(scales.numpy()), zero_name, zeros, bias)
        return str(self.node("MatMulIntegerToFloat", *inputs, domain=_CONTRIB))

    def normal(self, states: str, change: str, layer: torch.nn.LayerNorm) -> str:
        """The residual sum, normalised. In two nodes: SkipLayerNormalization takes six times as long on a CPU."""
        scale, shift = (self.constant(part.detach().numpy()) for part in (layer.weight, layer.bias))
        whole = self.node("Add", states, change)
        return str(self.node("LayerNormalization", whole, scale, shift, axis=-1, epsilon=1e-12))


def _encoder(graph: Graph, network: Encoder, *, marks: str, there: str = "") -> str:
    """The last states; ``there`` names the input that says which places are no padding, if some are."""
    told = graph.node("Gather", graph.constant(network.features.weight.detach().numpy()), marks)
    length = graph.node("Shape", marks, start=1, end=2)
    table = graph.constant(network.places.weight.detach().numpy())
    zero = graph.constant([0], np.int64)
    places = graph.node("Slice", table, zero, length, zero)
    states = graph.normal("words", graph.node("Add", told, places), network.norm)
    mask = ["", graph.node("Cast", there, to=TensorProto.INT32)] if there else []
    rule = {"mask_filter_value": -1e4} if there else {}
    for layer in network.layers:
        query, key, value = graph.node("Split", graph.linear(states, layer.qkv), outputs=3, axis=-1, num_outputs=3)
        inputs = (query, key, value, *mask)
        mixed = graph.node("MultiHeadAttention", *inputs, domain=_CONTRIB, num_heads=HEADS, **rule)
        states = graph.normal(states, graph.linear(mixed, layer.out), layer.norm1)
        inner = graph.node("Gelu", graph.linear(states, layer.up), domain=_CONTRIB)
        states = graph.normal(states, graph.linear(inner, layer.down), layer.norm2)
    return states


def _head(graph: Graph, states: str, layer: torch.nn.Linear, name: str) -> None:
    graph.nodes.append(helper.make_node("Gemm", [states, _weight(graph, layer), _bias(graph, layer)], [name]))


def _weight(graph: Graph, layer: torch.nn.Linear) -> str:
    return graph.constant(layer.weight.detach().numpy().T)


def _bias(graph: Graph, layer: torch.nn.Linear) -> str:
    return graph.constant(layer.bias.detach().numpy())


def to_onnx(network: Network, *, exact: bool = False) -> onnx.ModelProto:
    """The network as an ONNX model, with its metadata; ``exact`` leaves the layers unrounded."""
    graph = Graph(exact=exact)
    states = _encoder(graph, network, marks="marks")
    flat = graph.node("Reshape", states, graph.constant([-1, network.norm.weight.shape[0]], np.int64))
    heads = graph.node("Gather", flat, "heads")
    _head(graph, heads, network.tag, "tags")
    _head(graph, heads, network.link, "links")
    inputs = [
        helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "places", network.norm.weight.shape[0]]),
        helper.make_tensor_value_info("marks", TensorProto.INT64, [1, "places"]),
        helper.make_tensor_value_info("heads", TensorProto.INT64, ["heads"]),
    ]
    outputs = [
        helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["heads", len(tags.TAGS)]),
        helper.make_tensor_value_info("links", TensorProto.FLOAT, ["heads", 4 * LINK]),
    ]
    return _model(graph, "attribution", inputs, outputs, _metadata(network))


def pairs_to_onnx(network: PairNetwork, *, exact: bool = False) -> onnx.ModelProto:
    """The relation network as an ONNX model: ``means`` of either side, and ``scores`` of a pair."""
    graph = Graph(exact=exact)
    states = _encoder(graph, network, marks="sides", there="there")
    second = graph.node("Cast", "sides", to=TensorProto.BOOL)
    axis = graph.constant([1], np.int64)
    masks = [
        graph.node("Unsqueeze", graph.node("And", "there", side), axis) for side in (graph.node("Not", second), second)
    ]
    both = graph.node("Cast", graph.node("Concat", *masks, axis=1), to=TensorProto.FLOAT)
    last = graph.constant([2], np.int64)
    count = graph.node("Max", graph.node("ReduceSum", both, last), graph.constant(1.0))
    graph.nodes.append(helper.make_node("Div", [graph.node("MatMul", both, states), count], ["means"]))
    one, other = (
        graph.node("Squeeze", half, axis) for half in graph.node("Split", "means", outputs=2, axis=1, num_outputs=2)
    )
    apart = graph.node("Abs", graph.node("Sub", one, other))
    joined = graph.node("Concat", graph.node("Add", one, other), apart, graph.node("Mul", one, other), one, axis=1)
    inner = graph.node("Add", graph.node("MatMul", joined, _weight(graph, network.inner)), _bias(graph, network.inner))
    hidden = graph.node("Gelu", inner, domain=_CONTRIB)
    _head(graph, hidden, network.outer, "scores")
    width = network.norm.weight.shape[0]
    inputs = [
        helper.make_tensor_value_info("words", TensorProto.FLOAT, ["pairs", "places", width]),
        helper.make_tensor_value_info("sides", TensorProto.INT64, ["pairs", "places"]),
        helper.make_tensor_value_info("there", TensorProto.BOOL, ["pairs", "places"]),
    ]
    outputs = [
        helper.make_tensor_value_info("means", TensorProto.FLOAT, ["pairs", 2, width]),
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["pairs", len(network.outer.bias)]),
    ]
    return _model(graph, "relation", inputs, outputs, {"format": PAIRS_FORMAT, "words": word_vectors(network).name})


def _model(
    graph: Graph,
    name: str,
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    metadata: dict[str, Any],
) -> onnx.ModelProto:
    body = helper.make_graph(graph.nodes, name, inputs, outputs, graph.constants)
    imports = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
    model = helper.make_model(body, opset_imports=imports, ir_version=9, producer_name="twosource")
    helper.set_model_props(model, {"twosource": json.dumps(metadata)})
    return model


def _metadata(network: Network) -> dict[str, Any]:
    start, pairs = network.chain_scores()
    parts = {"start": start, "pairs": pairs, "distance": network.distance, "nothing": network.nothing}
    numbers = {name: np.round(part.detach().numpy(), 5).tolist() for name, part in parts.items()}
    facts = {"format": FORMAT, "words": word_vectors(network).name, "tags": list(tags.TAGS), "layers": LAYERS}
    return {**facts, "calibration": [1.0, 0.0], **numbers}


def word_vectors(network: Encoder) -> WordVectors:
    """The table of word vectors of a network, as it ships."""
    integers, steps = (part.numpy() for part in rounded_rows(network.words.weight.detach()))
    return WordVectors(integers, steps, sha256(integers.tobytes() + steps.tobytes()).hexdigest()[:16])


def main() -> None:
    """Read the options, export."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--words", type=Path, help="write the table of word vectors too, to this file")
    options.add_argument("--exact", action="store_true", help="in full precision, to see what rounding costs")
    chosen = options.parse_args()
    state = torch.load(chosen.checkpoint)
    of_pairs = "outer.weight" in state
    network = (PairNetwork if of_pairs else Network)(len(state["words.weight"]))
    network.load_state_dict(state)
    if isinstance(network, PairNetwork):
        model = pairs_to_onnx(network, exact=chosen.exact)
    else:
        model = to_onnx(network, exact=chosen.exact)
    onnx.save(model, chosen.out)
    if chosen.words:
        table = word_vectors(network)
        np.savez(chosen.words, integers=table.integers, steps=table.steps, name=table.name)
    print(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
