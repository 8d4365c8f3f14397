"""Tests of fuzzing, and of what it found."""
