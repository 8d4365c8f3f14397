"""How often a polarity and a certainty are right, by what told them: measured by ``train/calibrate.py``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Calibration:
    """The chance of being right by what a polarity, and what a certainty, was told by."""

    polarity: dict[str, float]
    certainty: dict[str, float]


@cache
def calibration() -> Calibration:
    """The chances of the package."""
    read = json.loads(files("twosource.attribute").joinpath("calibration.json").read_text(encoding="utf-8"))
    return Calibration(read["polarity"], read["certainty"])
