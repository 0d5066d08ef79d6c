"""What one wanted state has that another has not, of what is not put into the kernel. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from services.network.layers.contribution import Merged


def changes(before: Merged, after: Merged) -> Iterator[str]:
    """Tell in words for people what would be another: operators, name servers, time servers."""
    yield from (f"stop {name}, with what it found out" for name in before.operators.keys() - after.operators.keys())
    yield from (f"run {name}" for name, each in after.operators.items() if before.operators.get(name) != each)
    yield from _servers("name", _resolvers(before), _resolvers(after))
    yield from _servers("time", _time_servers(before), _time_servers(after))


def _servers(kind: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    if before != after:
        yield f"ask the {kind} servers {_list(after)} instead of {_list(before)}"


def _resolvers(merged: Merged) -> tuple[str, ...]:
    return () if merged.resolvers is None else tuple(str(each) for each in merged.resolvers.servers)


def _time_servers(merged: Merged) -> tuple[str, ...]:
    return () if merged.time_servers is None else merged.time_servers.servers


def _list(servers: Iterable[str]) -> str:
    return ", ".join(servers) or "(none)"
