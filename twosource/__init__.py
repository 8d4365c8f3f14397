"""Who says so, on whose word, how sure, who disagrees: news articles as cited data.

For notebooks and programs: ``twosource.read(path)`` gives an article, ``twosource.attribute(article)`` who says what in
it, and ``twosource.Ledger("my.db")`` holds many (:mod:`twosource.interface`). Nothing is loaded before it is used.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.interface import Ledger, attribute, read, read_all

__version__ = "0.1.0"
__all__ = ["Ledger", "attribute", "read", "read_all"]

_STAGES = ("read", "attribute")
"""Names of functions here and of packages: the packages can be called."""


class _Stage(ModuleType):
    """A package that can be called as the function of its name."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Do what :mod:`twosource.interface` does under that name."""
        from twosource import interface

        return getattr(interface, self.__name__.rpartition(".")[2])(*arguments, **options)


class _Package(ModuleType):
    """This package: whatever imports ``twosource.read``, the name stays callable."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _STAGES and isinstance(value, ModuleType):
            value.__class__ = _Stage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """The public names, when they are first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return (
        import_module(f"{__name__}.{name}")
        if name in _STAGES
        else getattr(import_module(f"{__name__}.interface"), name)
    )


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
