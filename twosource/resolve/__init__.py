"""Resolve: which mentions, in whichever articles, are one source.

A mention has a :class:`Signature` (what of it identifies its bearer, and how far that reaches); signatures that share a
key are compared by features with weights and reasons; clusters are a pure function of the signatures and of what people
judged; a cluster becomes a :class:`twosource.across.Source`.
"""

from twosource.resolve.blocking import keys
from twosource.resolve.cluster import cluster
from twosource.resolve.compare import compare
from twosource.resolve.component import component
from twosource.resolve.findings import Match
from twosource.resolve.groups import Cluster
from twosource.resolve.signature import Signature, alone, signature
from twosource.resolve.sources import source
from twosource.resolve.verdicts import taken_out

__all__ = [
    "Cluster",
    "Match",
    "Signature",
    "alone",
    "cluster",
    "compare",
    "component",
    "keys",
    "signature",
    "source",
    "taken_out",
]
