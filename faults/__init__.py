"""Faults that take long to make: run by hand and at night, never shipped. What is quick stands in ``tests/faults``.

python -m faults                        ten thousand files of which a thousand are bad (an hour)
python -m faults --good 90 --bad 10     the same in small
"""
