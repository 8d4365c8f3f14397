"""The commands, a module for those that belong together.

Imports that cost time stand inside the command that needs them.
"""
