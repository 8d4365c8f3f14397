"""Loading an embedded network: a file of ``weights/``, and what its metadata says."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from twosource.errors import WeightsError


def load(file: str, *, name: str, threads: int, weights: bytes | None = None) -> tuple[Any, dict[str, Any]]:
    """The session of ``weights`` (without them, of ``file`` in the package) and the facts in its metadata.

    ``name`` is what the network is called in a message. Raises ``WeightsError``.
    """
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    content = weights if weights is not None else embedded(file)
    try:
        session = ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        return session, json.loads(session.get_modelmeta().custom_metadata_map["twosource"])
    except Exception as error:
        raise WeightsError(f"the {name} does not load: {str(error).splitlines()[0]}") from error


def check_format(facts: dict[str, Any], expected: int, *, name: str) -> None:
    """Raise ``WeightsError`` unless the network was written for this code."""
    if facts["format"] != expected:
        raise WeightsError(f"the {name} is of format {facts['format']}, this code reads {expected}")


def embedded(file: str) -> bytes:
    """The content of a file of ``weights/``. Raises ``WeightsError``."""
    try:
        return (resources.files("twosource.model") / "weights" / file).read_bytes()
    except FileNotFoundError as error:
        raise WeightsError(f"this installation has no network: twosource/model/weights/{file} is absent") from error
