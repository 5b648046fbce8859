"""An ordered table of named things, each added once, listed explicitly where it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from briefer.errors import UnknownNameError, did_you_mean


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """The name under which the thing is registered."""
        ...


T = TypeVar("T", bound=Named)


class Registry(Mapping[str, T]):
    """A read-only mapping from name to thing, in the order given."""

    def __init__(self, what: str, things: Iterable[T]) -> None:
        self.what = what
        self._things: dict[str, T] = {}
        for thing in things:
            if thing.name in self._things:
                raise ValueError(f"{what} {thing.name!r} is registered twice")
            self._things[thing.name] = thing

    def __getitem__(self, name: str) -> T:
        """Return the thing of this name; raise UnknownNameError naming the nearest one."""
        try:
            return self._things[name]
        except KeyError:
            raise UnknownNameError(
                f"No {self.what} {name!r}.", hint=did_you_mean(name, self._things)
            ) from None

    def __contains__(self, name: object) -> bool:
        """Return whether a thing of this name is registered."""
        return name in self._things

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in order."""
        return iter(self._things)

    def __len__(self) -> int:
        """Return how many things are registered."""
        return len(self._things)
