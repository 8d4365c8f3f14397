"""Quality floors: scores of the shipped product on the development data, pinned and never lowered silently."""
