"""What people review: how an attribution is corrected, and what is most worth judging next.

Pure functions: :mod:`twosource.upkeep` keeps what they find.
"""
