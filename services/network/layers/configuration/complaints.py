"""Reading texts of the config: what cannot be used is told with its place."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING, TypeVar

from services.network.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from services.network.state import Interface, Ip

    T = TypeVar("T")


class Complaints:
    """What is wrong, in the order in which it was found."""

    def __init__(self) -> None:
        """Begin without any."""
        self.problems: list[Problem] = []

    def add(self, where: str, text: str) -> None:
        """Note one."""
        self.problems.append(Problem(where=where, text=text))

    def parse(self, where: str, text: str, parse: Callable[[str], T], kind: str) -> T | None:
        """Return what parse makes of a text; None, and a complaint, if it raises ValueError."""
        try:
            return parse(text)
        except ValueError as error:
            self.add(where, f'"{text}" is not {kind}: {error}')
            return None

    def address(self, where: str, text: str) -> Ip | None:
        """Return an address; None for an empty text."""
        return self.parse(where, text, _zoneless, "an address") if text else None

    def interface(self, where: str, text: str) -> Interface | None:
        """Return an address with the length of its network."""
        return self.parse(where, text, _interface, "an address such as 10.5.0.2/24")

    def addresses(self, where: str, texts: Sequence[str]) -> Iterator[Ip]:
        """Return those of several texts that are addresses."""
        for place, text in numbered(where, texts):
            address = self.parse(place, text, ip_address, "an address")
            if address is not None:
                yield address

    def names(self, where: str, texts: Sequence[str]) -> Iterator[str]:
        """Return those of several texts that are names."""
        return (text for place, text in numbered(where, texts) if self.is_name(place, text))

    def is_name(self, where: str, text: str) -> bool:
        """Tell whether a text is a name, and complain if it is not.

        Names end in files of lines and words: what is no name could be a line of its own.
        """
        valid = bool(text) and all(part.isascii() and (part.isalnum() or part in "-_.") for part in text)
        if not valid:
            self.add(where, f'"{text}" is not a name of letters, digits, "-", "_" and "."')
        return valid


def numbered(where: str, items: Sequence[T]) -> Iterator[tuple[str, T]]:
    """Return items with their places."""
    return ((f"{where}[{number}]", item) for number, item in enumerate(items))


def _interface(text: str) -> Interface:
    interface = ip_interface(text)
    _refuse_zone(text)
    return interface


def _zoneless(text: str) -> Ip:
    address = ip_address(text)
    _refuse_zone(text)
    return address


def _refuse_zone(text: str) -> None:
    # "fe80::1%eth0" (RFC 4007): the kernel reports addresses without, so that it would never seem to be there
    if "%" in text:
        raise ValueError("leave out the zone: the link is the interface's")
