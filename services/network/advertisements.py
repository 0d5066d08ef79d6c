"""Whether the kernel listens to routers of a link: it takes addresses and routes of IPv6 from what they advertise.

What it takes is its own (RTPROT_RA, addresses with a lifetime) and left alone here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.layers.defaults import LOOPBACK
from services.network.layers.selectors import ARPHRD_ETHER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from services.network.kernel import Kernel
    from services.network.layers.contribution import Merged
    from services.network.layers.links import LinkSpec
    from services.network.state import LinkName, Seen


class Acceptance(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of a link (ip-sysctl in Linux's documentation): accept 0 is never, 1 unless it forwards, 2 always."""

    accept: int
    autoconf: int


# Nodes of Kubernetes forward, and are hosts of their network nevertheless.
LISTENING = Acceptance(accept=2, autoconf=1)


class Listen(msgspec.Struct, frozen=True, kw_only=True):
    """Have the kernel listen to the routers of a link."""

    link: LinkName
    before: Acceptance

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"listen to routers on {self.link}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.set_acceptance(self.link, LISTENING)
        return True

    def undo(self, kernel: Kernel) -> None:
        """Set what was set."""
        kernel.set_acceptance(self.link, self.before)


def missing_acceptance(wanted: Merged, seen: Seen) -> Iterator[Listen]:
    """Those of the links that are wanted up, are of Ethernet and no part of another.

    These come before a link comes up: what a router says to a link that does not listen yet comes again in minutes.
    """
    for spec in wanted.links.values():
        before = seen.acceptances.get(spec.name)
        if before is not None and before != LISTENING and _takes_part(spec, seen):
            yield Listen(link=spec.name, before=before)


def _takes_part(spec: LinkSpec, seen: Seen) -> bool:
    link = seen.links.get(spec.name)
    hosts = spec.up and spec.master is None and spec.name != LOOPBACK
    return hosts and link is not None and link.type == ARPHRD_ETHER and not link.master_index


def read_acceptances(proc: Path, links: Iterable[LinkName]) -> dict[LinkName, Acceptance]:
    """Read the settings of links; those without IPv6 have none. Raises OSError."""
    found = {}
    for link in links:
        place = _place(proc, link)
        try:
            accept, autoconf = (int((place / name).read_text()) for name in ("accept_ra", "autoconf"))
        except FileNotFoundError:
            continue
        found[link] = Acceptance(accept=accept, autoconf=autoconf)
    return found


def write_acceptance(proc: Path, link: LinkName, acceptance: Acceptance) -> None:
    """Set both; raises OSError."""
    place = _place(proc, link)
    (place / "autoconf").write_text(str(acceptance.autoconf))
    (place / "accept_ra").write_text(str(acceptance.accept))


def _place(proc: Path, link: LinkName) -> Path:
    return proc / "sys/net/ipv6/conf" / link
