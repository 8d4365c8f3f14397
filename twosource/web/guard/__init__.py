"""What every request passes before a route sees it: a module for each danger, each of them plain ASGI."""
