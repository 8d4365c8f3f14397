"""The process in which inputs of one target are tried: it takes what raises, and dies of what hangs or eats memory.

    python -m fuzz.worker html FOLDER --inputs 1000 --seconds 60 --seed 1

With atheris (libFuzzer) new inputs are made from those that reached new code; without it, from sound ones by chance.
Either way an input that takes more of the processor than its deadline ends the process by a signal that no code holds
back, C code neither, and one that wants too much memory by a MemoryError or a crash.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fuzz.target import Target

MEMORY = 3_000_000_000
"""Bytes of address space for a worker. Reading an input of 20 kB takes 300 MB at the most, most of it code."""
GROWTH = 400_000
"""Kilobytes by which one input may raise what the process has needed at the most."""
_INSTRUMENTED = ("twosource", "feedparser", "trafilatura", "htmldate")


def has_coverage() -> bool:
    """Whether atheris is there."""
    return importlib.util.find_spec("atheris") is not None


def limit(*, memory: int = MEMORY) -> None:
    """Let this process have so much memory, and be ended without a trace by SIGPROF."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)


def tried(target: Target, data: bytes) -> BaseException | None:
    """What trying ``data`` raises, if anything, within the target's deadline."""
    before = _peak()
    signal.setitimer(signal.ITIMER_PROF, target.deadline)
    try:
        target.check(data)
    except (Exception, RecursionError) as error:
        return error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return MemoryError(f"grew by {_peak() - before} kB") if _peak() - before > GROWTH else None


def run(target: Target, folder: Path, *, inputs: int, seconds: float, seed: int) -> None:
    """Try ``inputs`` inputs, or as many as there is time for, and keep what fails in ``folder``."""
    from fuzz import found
    from fuzz.tally import Tally

    tally = Tally(folder)

    def one(data: bytes) -> None:
        tally.begin(data)
        began = time.process_time()
        error = tried(target, data)
        tally.end(data, seconds=time.process_time() - began, peak=_peak())
        if error is not None:
            told = "".join(traceback.format_exception(error, limit=-12))
            found.keep(folder / "found", found.signature(error), data, told=told)

    if has_coverage():
        _by_coverage(target, one, folder, [f"-runs={inputs}", f"-max_total_time={int(seconds)}", f"-seed={seed}"])
    else:
        _by_chance(target, one, inputs=inputs, until=time.monotonic() + seconds, seed=seed)


def shrink(target: Target, folder: Path) -> None:
    """Make the inputs small that lead to exceptions. Each smaller one is kept at once: the next may end the process."""
    from fuzz import found
    from fuzz.shrink import shrunk

    for failure, path in found.kept(folder / "found"):

        def fails(data: bytes, failure: str = failure, path: Path = path) -> bool:
            error = tried(target, data)
            if error is None or found.signature(error) != failure:
                return False
            path.write_bytes(data)
            return True

        if failure not in found.HARD:
            shrunk(path.read_bytes(), fails)


def _by_chance(target: Target, one: Callable[[bytes], None], *, inputs: int, until: float, seed: int) -> None:
    from fuzz.mutate import mutated

    chance = Random(seed)
    for _ in range(inputs):
        if time.monotonic() > until:
            return
        data = target.make(chance)[: target.most]
        if chance.random() < 0.8:
            data = mutated(data, chance, tokens=target.tokens, other=target.make(chance), most=target.most)
        one(data)


def _by_coverage(target: Target, one: Callable[[bytes], None], folder: Path, options: list[str]) -> None:
    import atheris

    from fuzz.mutate import mutated

    corpus = folder / "corpus"
    if not corpus.exists():
        corpus.mkdir(parents=True)
        chance = Random(options[-1])
        for number in range(100):
            (corpus / f"made-{number:03}").write_bytes(target.make(chance)[: target.most])

    def mutator(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        way = chance.random()
        if way < 0.05:
            return target.make(chance)[:most]
        if way < 0.55:
            return mutated(data, chance, tokens=target.tokens, other=target.make(chance), most=most)
        changed: bytes = atheris.Mutate(data, most)
        return changed

    # Deadline and memory are ours: libFuzzer's own would end the process without saying of what.
    fixed = [f"-max_len={target.most}", "-timeout=86400", "-rss_limit_mb=0", "-len_control=0", "-print_final_stats=0"]
    atheris.Setup(["fuzz", *options, *fixed, str(corpus)], one, custom_mutator=mutator)
    atheris.Fuzz()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def loaded(name: str) -> Target:
    """The target of that name, ready to be tried."""
    target = _covered(name) if has_coverage() else _plain(name)
    from twosource.read import languages

    # Its table takes a second to load, once.
    languages.detect("Water lief door de straten van de lage stad, zo zei de burgemeester van Farholm op maandag.")
    return target


def _plain(name: str) -> Target:
    from fuzz.targets import TARGETS

    return TARGETS[name]


def _covered(name: str) -> Target:
    """The target, after the packages that it tries were made to tell which of their code is reached."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import atheris

        with atheris.instrument_imports(include=list(_INSTRUMENTED), enable_loader_override=False):
            import feedparser  # noqa: F401
            import trafilatura  # noqa: F401

            import twosource.read.feed
            import twosource.read.html
            import twosource.read.pdf  # noqa: F401
            from fuzz.targets import TARGETS
    return TARGETS[name]


def main() -> None:
    """What stands above."""
    options = argparse.ArgumentParser(prog="fuzz.worker")
    options.add_argument("target")
    options.add_argument("folder", type=Path)
    options.add_argument("--inputs", type=int, default=1000)
    options.add_argument("--seconds", type=float, default=3600)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--once", type=Path, help="Try this one input alone, and end with status 3 where it fails.")
    options.add_argument("--shrink", action="store_true", help="Make small what was found, and try nothing new.")
    chosen = options.parse_args()
    target = loaded(chosen.target)
    limit()
    if chosen.once:
        error = tried(target, chosen.once.read_bytes())
        if error is not None:
            from fuzz.found import signature

            print(signature(error))
            sys.exit(3)
        return
    if chosen.shrink:
        shrink(target, chosen.folder)
        return
    chosen.folder.mkdir(parents=True, exist_ok=True)
    run(target, chosen.folder, inputs=chosen.inputs, seconds=chosen.seconds, seed=chosen.seed)


if __name__ == "__main__":
    main()
