"""The REST API: a module a noun, each with its ``router``; :func:`twosource.web.app.make` finds them."""
