"""Attributions → Links and Propositions: which accounts are about the same, and how they stand to each other."""
