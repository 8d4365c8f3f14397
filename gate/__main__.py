"""Measure the product and hold it against the pinned scores.

    python -m gate                      measure all, fail where a score falls below its floor
    python -m gate attribution          one part only
    python -m gate --update             raise the pins to what was measured
    python -m gate --update --allow-regression     lower them too; say why in the commit

A pin is what was measured when it was set; its floor is the pin less the margin, which is the noise of a score that
does not mean a change (given in floors.json with its reason). The digest of the corpus is pinned too: other data,
other scores.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

from gate import DATA

PARTS = ("attribution", "blind", "depth", "figures", "mentions", "reading", "relations", "stances", "stories", "times")
PEERS = ("trafilatura", "_cosine", "_words", "_share", "by_outlet")
"""Marks of scores that stand beside ours, and have no floor."""

FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Run the parts asked for; 1 where one falls below its floor."""
    options = argparse.ArgumentParser(prog="gate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("parts", nargs="*", choices=[[], *PARTS], help="default: all", metavar="PART")
    options.add_argument("--data", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    options.add_argument("--update", action="store_true")
    options.add_argument("--allow-regression", action="store_true")
    chosen = options.parse_args()
    if not chosen.data.is_dir():
        print(f"gate: no data at {chosen.data}: nothing measured, nothing checked")
        return 0
    pins: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    good = True
    for part in chosen.parts or PARTS:
        good &= _measure(part, chosen, pins)
    if chosen.update:
        FLOORS.write_text(json.dumps(pins, indent=2) + "\n")
    return 0 if good else 1


def _measure(part: str, chosen: argparse.Namespace, pins: dict[str, Any]) -> bool:
    module = importlib.import_module(f"gate.{part}")
    digest = module.digest(chosen.data)
    scores = {name: round(score, 4) for name, score in module.scores(chosen.data).items()}
    pin = pins.setdefault(part, {"digest": digest, "margin": 0.005, "reason": "", "scores": {}})
    if pin["digest"] != digest and not chosen.update:
        print(f"gate: {part}: the corpus is not the one the floors were measured on: {digest}")
        return False
    pin["digest"] = digest
    good = True
    for name, score in scores.items():
        if any(peer in name for peer in PEERS):
            print(f"peer  {name:32}{score:.4f}")
        else:
            good &= _judge(name, score, pin, chosen)
    return good


def _judge(name: str, score: float, pin: dict[str, Any], chosen: argparse.Namespace) -> bool:
    pinned = pin["scores"].get(name)
    fell = pinned is not None and score < pinned - pin["margin"]
    if chosen.update and (pinned is None or score > pinned or chosen.allow_regression):
        pin["scores"][name] = score
        fell = False
    floor = "" if pinned is None else f"   pinned {pinned:.4f}, floor {pinned - pin['margin']:.4f}"
    print(f"{'BELOW ' if fell else 'ok    '}{name:32}{score:.4f}{floor}", file=sys.stderr if fell else sys.stdout)
    return not fell


if __name__ == "__main__":
    sys.exit(main())
