"""The pages: a module each, with its ``router``; :func:`twosource.web.app.make` finds them."""
