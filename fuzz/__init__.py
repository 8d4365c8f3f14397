"""Fuzzing of every reader and of decoding: never shipped, run by hand and at night.

    python -m fuzz                        every target, a million inputs in all
    python -m fuzz html pdf --inputs 5000
    python -m fuzz --seconds 3600 --seed 20311017

What is fuzzed stands in :mod:`fuzz.targets`, what must hold in :mod:`fuzz.laws` and :mod:`fuzz.decoding`, what the
documents are made of in :mod:`fuzz.made`. :mod:`fuzz.worker` is the process in which inputs are tried,
:mod:`fuzz.engine` starts it again when it dies, and :mod:`fuzz.shrink` makes what it died of small.
"""
