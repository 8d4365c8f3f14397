"""The reading room, the review desk and the REST API: thin views of :mod:`twosource.room`, and their safety.

``api`` holds a router a noun, ``pages`` a router a page, ``guard`` what every request passes before either.
"""
