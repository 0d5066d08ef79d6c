"""Checks of names and addresses that several kinds share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from libtalos.config.document import Fault
from libtalos.config.words import LONGEST_LINK_NAME, is_dns_name, is_link_name
from libtalos.config.written import Ip

LONGEST_PORT: Final = 5


def link_name(path: str, name: str) -> Iterator[Fault]:
    """Tell whether the kernel refuses the name of a link; an empty name is for others to tell."""
    if name and not is_link_name(name):
        problem = f'"{name}" is not a link name: at most {LONGEST_LINK_NAME} characters, no "/", ":" or blanks'
        yield Fault(path, problem)


def link_names(path: str, names: Iterable[str]) -> Iterator[Fault]:
    """Tell of the names of links that are none, empty or given twice."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        place = f"{path}[{index}]"
        if not name:
            yield Fault(place, "a link name must not be empty")
        elif name in seen:
            yield Fault(place, f'"{name}" is given twice')
        yield from link_name(place, name)
        seen.add(name)


def dns_names(path: str, names: Iterable[str]) -> Iterator[Fault]:
    """Tell of the texts that are no DNS names."""
    for index, name in enumerate(names):
        if not is_dns_name(name):
            yield Fault(f"{path}[{index}]", f'"{name}" is not a valid DNS name')


def one_family(path: str, addresses: dict[str, Ip | None]) -> Iterator[Fault]:
    """Tell if addresses that belong together, by their keys, are of both families."""
    given = {key: address.version for key, address in addresses.items() if address is not None}
    if len(set(given.values())) > 1:
        yield Fault(path, f"{' and '.join(given)} must be of one address family")


def endpoint(path: str, text: str) -> Iterator[Fault]:
    """Tell whether a text is no `host:port`."""
    host, colon, port = text.rpartition(":")
    number = int(port) if port.isascii() and port.isdecimal() and len(port) <= LONGEST_PORT else 0
    if not (host and colon and 0 < number < 1 << 16):
        yield Fault(path, f'"{text}" is not an endpoint such as proxy.example.com:3128')
