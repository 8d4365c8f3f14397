"""What a part of the bench is run with, and on: options, the folder of its files, and the machine."""

from __future__ import annotations

import json
import os
import platform
import resource
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path("build/bench")
FLAGS = ("avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8")
"""Of a processor: what decides how fast products of bytes are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """``quick`` takes less of everything; ``sizes`` are those of the ledgers, where they are not the usual ones;
    ``tell`` hears of results so far."""

    folder: Path = FOLDER
    rounds: int = 3
    quick: bool = False
    sizes: tuple[int, ...] = ()
    tell: Callable[[dict[str, Any]], object] = lambda _: None


def machine() -> dict[str, Any]:
    """Processor, cores, the flags that it has of :data:`FLAGS`, memory, and how busy it was."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    told = {line.split(":")[0].strip(): line.partition(":")[2].strip() for line in lines}
    return {
        "processor": told.get("model name") or platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "flags": [flag for flag in FLAGS if flag in told.get("flags", "").split()],
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(path: Path, found: object) -> None:
    """JSON, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    half.replace(path)
